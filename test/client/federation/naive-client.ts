import { decodeJwt } from 'jose';
import { fieldsOf, textOf } from '../../../src/cognito/json.js';
import { HOSTED_POOL } from '../../local-cognito/support/stage.js';
import { HOME } from './round-trip.js';
import type { RoundTrip } from './round-trip.js';

/** What a client makes of an address: it signs this user in, or shows this. */
export interface Outcome {
  readonly user?: string;
  readonly shown?: string;
}

/**
 * A client as it is easily written, without any protection: it takes every code that is in its address, whatever `state` and
 * `iss` say, sends no PKCE and no nonce, believes what an ID token says, and shows what a description says.
 */
export class NaiveClient {
  readonly #domain: string;
  readonly #fetch: typeof fetch;

  constructor({ stage }: RoundTrip) {
    this.#domain = `http://${stage.cognito.domain}`;
    this.#fetch = stage.config().environment?.fetch ?? fetch;
  }

  leaves(): URL {
    const request = { response_type: 'code', client_id: HOSTED_POOL.clientId, redirect_uri: HOME, scope: 'openid' };
    return new URL(`${this.#domain}/oauth2/authorize?${new URLSearchParams(request).toString()}`);
  }

  async takesIn({ searchParams }: URL): Promise<Outcome> {
    const code = searchParams.get('code');
    if (code === null) return { shown: searchParams.get('error_description') ?? searchParams.get('error') ?? '' };
    const request = { grant_type: 'authorization_code', client_id: HOSTED_POOL.clientId, code, redirect_uri: HOME };
    const response = await this.#fetch(`${this.#domain}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(request),
    });
    const tokens = fieldsOf(await response.json());
    return { user: textOf(fieldsOf(decodeJwt(textOf(tokens, 'id_token') ?? '')), 'cognito:username') ?? '' };
  }
}
