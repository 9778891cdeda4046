import { warnOnce } from '../../misuse.js';

/** Tells why a problem that a page has found with a form is not shown. */
export const tellLateProblem = (): void =>
  warnOnce(
    'fail() of "auth-submit" has no effect once the listener has returned: call it before any "await", or answer by respondWith().',
  );
