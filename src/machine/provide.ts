import { fromCallback, fromPromise } from 'xstate';
import type { AuthClient, FlowClient, SessionChange } from '../client/auth-client.js';
import { forEachMethod } from '../client/flow-methods.js';
import type { Step } from '../client/step.js';
import { authMachine } from './auth-machine.js';
import type { Actors } from './setup.js';
import type { AuthEvent, Respond } from './types.js';

/** Asks the client, unless the page has answered instead. Leaving the state aborts the signal. */
const ask = (client: FlowClient, method: keyof FlowClient) =>
  fromPromise<Step, (object & Respond) | undefined>(
    // Each method gets the input of the actor that has its name.
    ({ input, signal }) => input?.response ?? client[method](input as never, signal),
  );

/** A change of the session, in the words of the chart; undefined where it leads nowhere else. */
export function eventOf(change: SessionChange): AuthEvent | undefined {
  if (change.name === 'ended') return { type: 'session.ended', reason: change.reason };
  if (change.name === 'started') return { type: 'session.started', step: change.step };
  return undefined;
}

/** The only place where chart and client meet. */
export const provide = (client: AuthClient) =>
  authMachine.provide({
    actors: {
      ...forEachMethod<Actors>((method) => ask(client, method)),
      watch: fromCallback<AuthEvent>(({ sendBack }) =>
        client.watch((change) => {
          const event = eventOf(change);
          if (event) sendBack(event);
        }),
      ),
    },
    actions: { prepare: () => void client.prepare(), leave: () => client.leave() },
  });
