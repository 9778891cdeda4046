import { fromCallback, fromPromise } from 'xstate';
import type { AuthClient, SessionChange } from '../client/auth-client.js';
import type { Step } from '../client/step.js';
import { authMachine } from './auth-machine.js';
import type { AuthEvent, Respond } from './types.js';

/** Asks the client, unless the page has answered instead. Leaving the state aborts the signal. */
const ask = <Input>(method: (input: Input, signal: AbortSignal) => Promise<Step>) =>
  fromPromise<Step, Input & Respond>(({ input, signal }) => input.response ?? method(input, signal));

/** A change of the session, in the words of the chart; nothing, where it makes no difference to a person's way. */
function told(change: SessionChange): AuthEvent | undefined {
  if (change.name === 'ended') return { type: 'session.ended', reason: change.reason };
  if (change.name === 'started') return { type: 'session.started', step: change.step };
  return undefined;
}

/** The only place where chart and client meet. */
export const provide = (client: AuthClient) =>
  authMachine.provide({
    actors: {
      restore: fromPromise(({ signal }) => client.restore(undefined, signal)),
      signIn: ask((input, signal) => client.signIn(input, signal)),
      answer: ask((input, signal) => client.answer(input, signal)),
      signUp: ask((input, signal) => client.signUp(input, signal)),
      confirmSignUp: ask((input, signal) => client.confirmSignUp(input, signal)),
      resendSignUpCode: ask((input, signal) => client.resendSignUpCode(input, signal)),
      forgotPassword: ask((input, signal) => client.forgotPassword(input, signal)),
      resetPassword: ask((input, signal) => client.resetPassword(input, signal)),
      setUpTotp: fromPromise(({ signal }) => client.setUpTotp(undefined, signal)),
      signOut: ask((input, signal) => client.signOut(input, signal)),
      watch: fromCallback<AuthEvent>(({ sendBack }) =>
        client.watch((change) => {
          const event = told(change);
          if (event) sendBack(event);
        }),
      ),
    },
    actions: { prepare: () => void client.prepare() },
  });
