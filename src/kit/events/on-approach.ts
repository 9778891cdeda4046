/** What tells that a user may follow a link soon. */
const APPROACHES = ['pointerover', 'focusin'];

/** Calls back when a user points at a link below the host, or moves focus to it, with where it leads: `sign-up`. */
export function onApproach(host: HTMLElement, approach: (goal: string) => void): void {
  for (const type of APPROACHES) {
    host.addEventListener(type, ({ target }) => {
      const link = target instanceof Element ? target.closest('[data-auth-to]') : undefined;
      const goal = link?.getAttribute('data-auth-to');
      if (goal) approach(goal);
    });
  }
}
