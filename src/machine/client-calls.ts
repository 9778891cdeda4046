import { fromCallback, fromPromise } from 'xstate';
import type { AnyActorRef, PromiseActorLogic } from 'xstate';
import type { AuthClient, FlowClient, SessionChange } from '../client/auth-client.js';
import { forEachMethod } from '../client/flow-methods.js';
import type { Step } from '../client/step.js';
import { ownOf } from '../cognito/own.js';
import type { AuthEvent, Respond } from './types.js';

/** What an actor is given: the input of the client's method of the same name. */
export type Asked<Method extends keyof FlowClient> = Parameters<FlowClient[Method]>[0] extends infer Input
  ? Input extends object
    ? Input & Respond
    : Input
  : never;

/** One actor for each method of the client's flow, by the same name. */
export type Actors = { readonly [Method in keyof FlowClient]: PromiseActorLogic<Step, Asked<Method>> };

/** The actors of one running chart. */
export type System = AnyActorRef['system'];

/** A change of the session, in the words of the chart; undefined where it leads nowhere else. */
export function eventOf(change: SessionChange): AuthEvent | undefined {
  if (change.name === 'ended') return { type: 'session.ended', reason: change.reason };
  if (change.name === 'started') return { type: 'session.started', step: change.step };
  return undefined;
}

/** The actors and actions of the chart that call a client: the only place where the two meet. */
export const clientCalls = (clientOf: (system: System) => AuthClient) => ({
  actors: {
    ...forEachMethod<Actors>((method) =>
      // Asks the client, unless the page has answered instead. Leaving the state aborts the signal.
      fromPromise<Step, (object & Respond) | undefined>(
        ({ input, signal, system }) =>
          // Each method gets the input of the actor that has its name.
          (input && ownOf(input).response) ?? clientOf(system)[method](input as never, signal),
      ),
    ),
    watch: fromCallback<AuthEvent>(({ sendBack, system }) =>
      clientOf(system).watch((change) => {
        const event = eventOf(change);
        if (event) sendBack(event);
      }),
    ),
  },
  actions: {
    prepare: ({ system }: { readonly system: System }) => void clientOf(system).prepare(),
    leave: ({ system }: { readonly system: System }) => clientOf(system).leave(),
  },
});
