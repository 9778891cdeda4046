import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { HostedBrowser } from './hosted-browser.js';
import type { Visited } from './hosted-browser.js';
import { HOSTED_POOL, PASSWORD } from './stage.js';
import type { Stage } from './stage.js';

/** The address of the app, which only its query and fragment reach. */
export const APP = 'http://localhost:5173/';
/** A verifier of PKCE, and its challenge. */
const VERIFIER = 'v'.repeat(64);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** The answer of an endpoint of OAuth. */
export interface OAuthAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** An app that writes its requests by hand, for what no library would send. */
export class HostedApp {
  readonly #stage: Stage;
  browser: HostedBrowser;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.browser = this.newBrowser();
  }

  newBrowser(): HostedBrowser {
    const { domain, upstream } = this.#stage.cognito;
    return new HostedBrowser(domain, ...(upstream === undefined ? [] : [new URL(upstream).host]));
  }

  /** An address of the hosted pages. A parameter that is undefined is left out. */
  address(path: string, parameters: Readonly<Record<string, string | undefined>> = {}): URL {
    const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return new URL(`${path}?${new URLSearchParams(given).toString()}`, this.#stage.cognito.endpoint);
  }

  /** The request for a code, with changes. */
  authorize(changes: Readonly<Record<string, string | undefined>> = {}): Promise<Visited> {
    return this.browser.open(
      this.address('/oauth2/authorize', {
        client_id: HOSTED_POOL.clientId,
        redirect_uri: APP,
        response_type: 'code',
        scope: 'openid email aws.cognito.signin.user.admin',
        state: 'a-state',
        code_challenge: CHALLENGE,
        code_challenge_method: 'S256',
        ...changes,
      }),
    );
  }

  /** Signs in, on the form unless the cookie spares it, and returns the address of the app with its answer. */
  async signIn(changes: Readonly<Record<string, string | undefined>> = {}, username = 'hana'): Promise<URL> {
    const asked = await this.authorize(changes);
    if (asked.status === undefined) return asked.url;
    const back = await this.browser.submit(asked, { username, password: PASSWORD });
    assert.equal(back.status, undefined, back.markup);
    return back.url;
  }

  async code(changes: Readonly<Record<string, string | undefined>> = {}): Promise<string> {
    const { searchParams } = await this.signIn(changes);
    return searchParams.get('code') ?? assert.fail('No code.');
  }

  async post(
    path: string,
    body: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<OAuthAnswer> {
    const response = await fetch(this.address(path), { method: 'POST', body: new URLSearchParams(body), headers });
    const text = await response.text();
    return {
      status: response.status,
      body: JSON.parse(text || '{}') as OAuthAnswer['body'],
      headers: response.headers,
    };
  }

  /** Redeems a code, with changes to the request. */
  redeem(code: string, changes: Readonly<Record<string, string>> = {}): Promise<OAuthAnswer> {
    return this.post('/oauth2/token', {
      grant_type: 'authorization_code',
      client_id: HOSTED_POOL.clientId,
      redirect_uri: APP,
      code,
      code_verifier: VERIFIER,
      ...changes,
    });
  }

  /** Sends a request to a control for developers. */
  async control(method: string, path: string, parameters: Readonly<Record<string, string>> = {}): Promise<void> {
    const { ok } = await fetch(this.address(`/__dev/${path}`, parameters), { method });
    assert.ok(ok);
  }
}

/** Expects an error response. */
export async function refused(asking: Promise<OAuthAnswer>, error: string, status = 400): Promise<void> {
  const answer = await asking;
  assert.deepEqual({ status: answer.status, error: answer.body['error'] }, { status, error });
}

/** The claims of a token that another library has verified. */
export const claimsOf = (token: unknown): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
