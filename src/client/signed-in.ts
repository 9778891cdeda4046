import { attributesOf } from '../session/session.js';
import type { Session } from '../session/session.js';
import type { Step } from './step.js';

/** The last step of a sign-in: who somebody is. */
export const signedIn = (session: Session): Extract<Step, { name: 'done' }> => ({
  name: 'done',
  user: { username: session.username, sub: session.sub, attributes: attributesOf(session) },
});
