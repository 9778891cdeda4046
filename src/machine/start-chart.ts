import { createActor } from 'xstate';
import type { ActorOptions } from 'xstate';
import type { AuthState, Beginning, InitialState } from '../auth-state.js';
import type { AuthClient, SessionChange } from '../client/auth-client.js';
import { authMachine } from './auth-machine.js';
import { boxed } from './boxed.js';
import { eventOf } from './client-calls.js';
import { useClient } from './client-of.js';
import { isKnown } from './known-events.js';
import { stateOf } from './state-of.js';
import type { AuthEvent } from './types.js';

/** A chart that runs. */
export interface Chart {
  /** Tells it what the user did, or how the session changed. */
  send(entry: AuthEvent | SessionChange): void;
  getState(): AuthState;
  /** There is nothing left to load. */
  prepare(): void;
  stop(): void;
}

export interface ChartOptions {
  /** Where the page is. */
  readonly beginning: Beginning;
  /** What has happened since then, in order. */
  readonly queue: readonly (AuthEvent | SessionChange)[];
  readonly initialState?: InitialState | undefined;
  readonly inspect?: ActorOptions<typeof authMachine>['inspect'];
  /** Called on every change from then on. */
  readonly changed: (state: AuthState) => void;
}

/** Starts the chart where the page is. */
export function startChart(
  client: AuthClient,
  { beginning, queue, initialState, inspect, changed }: ChartOptions,
): Chart {
  // One machine for all: to build one for each client, as `provide` does, would be most of what a form costs.
  const actor = createActor(authMachine, {
    input: { beginning, ...(initialState && { initialState }) },
    ...(inspect && { inspect }),
  });
  useClient(actor.system, client);
  const send = (entry: AuthEvent | SessionChange) => {
    if (!isKnown(entry)) return;
    const event = 'type' in entry ? entry : eventOf(entry);
    if (event) actor.send(boxed(event));
  };
  actor.start();
  for (const entry of queue) send(entry);
  // Not before: a page that was busy with what it had sent stays busy.
  actor.subscribe((snapshot) => changed(stateOf(snapshot)));
  return {
    send,
    getState: () => stateOf(actor.getSnapshot()),
    prepare: () => undefined,
    stop: () => void actor.stop(),
  };
}
