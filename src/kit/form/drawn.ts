/** Resolves in the frame after the next one: what was rendered is drawn, and in the tree that screen readers read. */
export const drawn = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
