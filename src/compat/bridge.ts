import { claimsOf } from '../cognito/jwt.js';
import type { Wire } from '../client/wire.js';
import { inWordsOfCognito } from './cognito-errors.js';
import { callBack } from './promised.js';

/** Parameters of a request, in Cognito's words. */
type Parameters = Readonly<Record<string, unknown>>;

type OperationName = globalThis.Parameters<Wire['post']>[0];

/** `sub` of a token; undefined for what is none. */
const subOf = (token: unknown): unknown => (typeof token === 'string' ? claimsOf(token)['sub'] : undefined);

/**
 * The connection of the users of amazon-cognito-identity-js: their requests go the way of the client's, with its timeouts,
 * retries and endpoint.
 */
export class Bridge {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Sends a request, and calls back with its answer or with Cognito's exception. */
  request(
    operation: OperationName,
    parameters: Parameters,
    callback: (error: unknown, answer?: Parameters) => void,
  ): void {
    callBack(
      this.promisifyRequest(operation, parameters),
      (answer) => callback(null, answer),
      (error) => callback(error),
    );
  }

  /** The same: what may be sent again is sent again by the client. */
  requestWithRetry(...request: globalThis.Parameters<Bridge['request']>): void {
    this.request(...request);
  }

  /** The same, as a promise. */
  async promisifyRequest(operation: OperationName, parameters: Parameters): Promise<Parameters> {
    try {
      return await this.#wire.post(operation, await this.#authorized(parameters));
    } catch (error) {
      throw inWordsOfCognito(error);
    }
  }

  /** With a fresh token of the same user. A user who was signed in before must not ask as the one who is now. */
  async #authorized(parameters: Parameters): Promise<Parameters> {
    const { AccessToken } = parameters;
    if (AccessToken === undefined) return parameters;
    const held = await this.#wire.read();
    const isTheirs = held !== undefined && held.sub === subOf(AccessToken);
    const fresh = isTheirs ? await this.#wire.fresh() : undefined;
    // Another user may have signed in meanwhile.
    if (!fresh || fresh.sub !== held?.sub) throw new Error('User is not authenticated');
    return { ...parameters, AccessToken: fresh.accessToken };
  }
}
