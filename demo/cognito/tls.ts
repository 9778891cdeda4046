import { createServer } from 'node:https';
import type { RequestListener } from 'node:http';
import type { Server } from 'node:https';

/** A server with a certificate for `localhost` that was made just now. No browser trusts it: it is for tests. */
export async function createTlsServer(listener: RequestListener): Promise<Server> {
  // Loads when it is asked for: few starts need it.
  const { generate } = await import('selfsigned');
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { algorithm: 'sha256' });
  return createServer({ key, cert }, listener);
}
