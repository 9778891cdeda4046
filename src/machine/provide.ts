import type { AuthClient } from '../client/auth-client.js';
import { authMachine } from './auth-machine.js';
import { clientCalls } from './client-calls.js';

/** The chart with a client, for those who run it themselves, within a chart of their own say. */
export const provide = (client: AuthClient) => authMachine.provide(clientCalls(() => client));
