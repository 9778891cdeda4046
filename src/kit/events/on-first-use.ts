/** What tells that a user begins to use an element. */
const BEGINNINGS = ['pointerdown', 'keydown', 'input'];

/** Calls back once, when a user begins to use the host. */
export function onFirstUse(host: HTMLElement, begin: () => void): void {
  const first = () => {
    for (const type of BEGINNINGS) host.removeEventListener(type, first);
    begin();
  };
  for (const type of BEGINNINGS) host.addEventListener(type, first);
}
