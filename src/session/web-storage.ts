/** One of the browser's own stores. Throws where browsers block it, or where there is none. */
export const webStorage = (kind: 'local' | 'session'): Storage => globalThis[`${kind}Storage`];
