/** Whether the page has said `autofocus`, of an element or of one around it. */
export const wantsFocus = (host: Element): boolean => host.closest('[autofocus]') !== null;
