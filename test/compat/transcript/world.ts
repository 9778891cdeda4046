import { mock } from 'node:test';
import { findUser, IDENTITY_POOLS, SEED, startLocalCognito, totpCode } from '../../../demo/cognito/index.js';
import type { LocalCognito } from '../../../demo/cognito/index.js';
import { MemoryStorage } from '../../local-cognito/support/memory-storage.js';
import { answerRequests } from './network.js';
import { morePools, POOL } from './pools.js';
import type { AppClient, Told } from './pools.js';

/** Where every call begins. */
const START = Date.UTC(2026, 0, 1, 12);
const [{ id: IDENTITY_POOL }] = IDENTITY_POOLS;

export { IDENTITY_POOL };
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Answers a request instead of the local Cognito; `pass` sends it on. */
export type Interception = (operation: string, pass: () => Promise<Response>) => Promise<Response>;

/** The local Cognito of one call, the device that asks it, and the clock of both, which only `pass` moves. */
export class World {
  readonly cognito: LocalCognito;
  /** The storage of the device. */
  readonly storage = new MemoryStorage();
  /** The operations that were requested, in order. */
  readonly asked: string[] = [];
  /** What triggers of the pool for that have been told, in order. */
  readonly told: Told[];
  intercept: Interception = (_, pass) => pass();

  private constructor(cognito: LocalCognito, told: Told[]) {
    this.cognito = cognito;
    this.told = told;
    answerRequests((request, real) => this.#answer(request, real));
  }

  /** With one user pool: the making of users takes most of the time. */
  static async open({ userPoolId }: AppClient): Promise<World> {
    mock.timers.enable({ apis: ['Date'], now: START });
    const told: Told[] = [];
    const pools = [...SEED, ...morePools((trigger) => told.push(trigger))];
    const seed = pools.filter(({ pool }) => pool.id === userPoolId);
    return new World(await startLocalCognito({ seed, now: () => Date.now(), random: () => 0 }), told);
  }

  async close(): Promise<void> {
    await this.cognito.close();
    mock.timers.reset();
  }

  /** The configuration for an app client. Every optional key is there: a library may keep those of another call. */
  config({ userPoolId, clientId }: AppClient = POOL): Record<string, unknown> {
    return {
      region: 'us-east-1',
      userPoolId,
      userPoolWebClientId: clientId,
      endpoint: this.cognito.endpoint,
      storage: this.storage,
      authenticationFlowType: undefined,
      clientMetadata: undefined,
      identityPoolId: undefined,
      mandatorySignIn: undefined,
      oauth: undefined,
      refreshHandlers: undefined,
      signUpVerificationMethod: undefined,
    };
  }

  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): void {
    mock.timers.tick(milliseconds);
  }

  /** What an authenticator app with this key shows now. */
  totp(key: string): string {
    return totpCode(key, Date.now());
  }

  /** The last code that was sent to an address. */
  codeFor(address: string): string {
    return this.cognito.outbox.latest(address).code;
  }

  /** No request arrives any more. */
  disconnect(): void {
    this.intercept = () => Promise.reject(new TypeError('fetch failed'));
  }

  /** Requests arrive again. */
  connect(): void {
    this.intercept = (_, pass) => pass();
  }

  /** Refuses each request of an operation with an exception of Cognito. */
  refuse(operation: string, name: string, message: string): void {
    this.intercept = async (asked, pass) =>
      asked === operation ? Response.json({ __type: name, message }, { status: 400 }) : pass();
  }

  /** Changes an attribute, as an administrator can. */
  change(username: string, attribute: string, value: string): void {
    this.#user(username).user.attributes.set(attribute, value);
  }

  /** Disables an account, as an administrator can. */
  disable(username: string): void {
    this.#user(username).user.enabled = false;
  }

  /** Deletes an account, as an administrator can. */
  remove(username: string): void {
    const { pool, user } = this.#user(username);
    pool.users.splice(pool.users.indexOf(user), 1);
  }

  /** Sends a request as another device would. */
  async post(operation: string, body: object): Promise<unknown> {
    const response = await fetch(this.cognito.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operation} was refused: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  #user(username: string) {
    for (const pool of this.cognito.store.pools) {
      const user = findUser(pool, username);
      if (user) return { pool, user };
    }
    throw new Error(`There is no user ${username}.`);
  }

  #answer(request: Request, real: typeof fetch): Promise<Response> {
    const { hostname, pathname } = new URL(request.url);
    const operation = request.headers.get('x-amz-target')?.replace(/^.*\./, '') ?? `${request.method} ${pathname}`;
    this.asked.push(operation);
    // Identity pools have no endpoint in the configuration, and sign-in pages a domain: here they are local, too.
    const isRemote = /\.(amazonaws|amazoncognito)\.com$/.test(hostname);
    return this.intercept(operation, async () =>
      isRemote ? real(new URL(pathname, this.cognito.endpoint), await copyOf(request)) : real(request),
    );
  }
}

const copyOf = async (request: Request): Promise<RequestInit> => ({
  method: request.method,
  headers: request.headers,
  body: await request.text(),
});
