// Compiled, never run: what must not compile is marked, and the compiler complains about a mark without an error.
import { Secret } from 'auth-elements';
import type { Step } from 'auth-elements';
import { authMachine } from 'auth-elements/machine';
import { createActor } from 'xstate';

/** A table with a row for each step has no place for a forgotten one. */
// @ts-expect-error `resetPassword` is missing.
export const forgotten: Record<Step['name'], string> = {
  signIn: '',
  confirmSignUp: '',
  confirmSignIn: '',
  totpSetup: '',
  newPassword: '',
  selectFactor: '',
  selectMfaType: '',
  emailSetup: '',
  customChallenge: '',
  rememberDevice: '',
  verifyContact: '',
  passkeyPrompt: '',
  done: '',
  unsupported: '',
};

const actor = createActor(authMachine, { input: {} });
const password = new Secret('correct horse');

actor.send({ type: 'signIn.submit', username: 'jane', password });
// @ts-expect-error A password is never a plain string.
actor.send({ type: 'signIn.submit', username: 'jane', password: 'correct horse' });
// @ts-expect-error The user name is missing.
actor.send({ type: 'signIn.submit', password });
// @ts-expect-error There is no such event.
actor.send({ type: 'signIn.sumbit', username: 'jane', password });

const snapshot = actor.getSnapshot();
snapshot.matches('signIn');
// @ts-expect-error There is no such state.
snapshot.matches('signin');

const step: Step = { name: 'done', user: { username: 'jane', sub: '1', attributes: {} } };
// @ts-expect-error Tokens are not in the chart.
step.user.accessToken;
