import { createActor } from 'xstate';
import type { ActorOptions } from 'xstate';
import type { AuthState } from '../auth-state.js';
import type { AuthClient, SessionChange } from '../client/auth-client.js';
import type { authMachine } from './auth-machine.js';
import { eventOf, provide } from './provide.js';
import { stateOf } from './state-of.js';
import type { AuthEvent, Beginning, InitialState } from './types.js';

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
  readonly initialState?: InitialState | undefined;
  readonly inspect?: ActorOptions<typeof authMachine>['inspect'];
  /** Called on every change. */
  readonly changed: (state: AuthState) => void;
}

/** Starts the chart where the page is. */
export function startChart(client: AuthClient, { beginning, initialState, inspect, changed }: ChartOptions): Chart {
  const actor = createActor(provide(client), {
    input: { beginning, ...(initialState && { initialState }) },
    ...(inspect && { inspect }),
  });
  actor.subscribe((snapshot) => changed(stateOf(snapshot)));
  actor.start();
  return {
    send: (entry) => {
      const event = 'type' in entry ? entry : eventOf(entry);
      if (event) actor.send(event);
    },
    getState: () => stateOf(actor.getSnapshot()),
    prepare: () => undefined,
    stop: () => void actor.stop(),
  };
}
