import type { AuthClient } from '../client/auth-client.js';
import type { System } from './client-calls.js';

// Beside the chart, not in its context: a context is for display, and a client answers with tokens.
const clients = new WeakMap<System, AuthClient>();

/** Says which client a chart calls. */
export const useClient = (system: System, client: AuthClient): void => void clients.set(system, client);

/** The client that a chart calls. */
export function clientOf(system: System): AuthClient {
  const client = clients.get(system);
  if (!client) throw new Error('The chart has no client: use provide(client).');
  return client;
}
