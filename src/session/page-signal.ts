/**
 * What is called when a session has begun or ended in this page: no event of the browser reaches the page that has caused
 * it. For clients that are not loaded yet; all others hear it from their channel.
 */
export const pageSignal = new Set<() => void>();
