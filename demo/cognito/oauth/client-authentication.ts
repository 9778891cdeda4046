import type { Store } from '../store/store.js';
import type { Caller } from '../store/user-context.js';
import { json, Refused } from './http.js';
import type { HostedRequest } from './http.js';

/** An error response of the token and revocation endpoints (RFC 6749, section 5.2). */
export const refusal = (error: string): Refused => new Refused(json(400, { error }));

/** The credentials of HTTP Basic authentication, form-encoded before they were joined (RFC 6749, section 2.3.1). */
function basicIn(authorization: string | undefined): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const decode = (part: string): string => new URLSearchParams(`part=${part}`).get('part') ?? '';
  const at = text.indexOf(':');
  return { id: decode(text.slice(0, at)), secret: decode(text.slice(at + 1)) };
}

/** The app client of a request, and its pool. Refuses a wrong, missing or unexpected secret. */
export function clientIn(store: Store, { form, authorization }: HostedRequest): Caller {
  const basic = basicIn(authorization);
  const id = basic?.id ?? form.get('client_id') ?? '';
  if (!id || (form.has('client_id') && form.get('client_id') !== id)) throw refusal('invalid_request');
  const pool = store.pools.find(({ clients }) => clients.has(id));
  const client = pool?.clients.get(id);
  const secret = basic?.secret ?? form.get('client_secret') ?? undefined;
  if (!pool || !client || client.secret !== secret) throw refusal('invalid_client');
  return { pool, client };
}
