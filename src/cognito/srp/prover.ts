import { AuthError } from '../errors.js';
import { requireText } from '../json.js';
import type { Fields } from '../json.js';
import { nextPaint } from '../next-paint.js';
import type { Secret } from '../secret.js';
import type { SrpProof } from './srp.js';

/**
 * Loads what a proof of a password needs, and computes as much of it as can be known before the password is.
 *
 * @param poolName What follows the underscore in the user pool's id; of a device, the key of its group.
 * @throws AuthError `offline` when the chunk cannot be loaded.
 */
export async function prepareProof(poolName: string): Promise<SrpProof> {
  const { SrpProof } = await import('./srp.js').catch((cause: unknown) => {
    throw new AuthError('offline', { cause });
  });
  await nextPaint();
  return SrpProof.prepare(poolName);
}

/** Proves a password in one sign-in: first a public value goes out, then the answer to what comes back. */
export class Prover {
  readonly #take: () => Promise<SrpProof>;
  readonly #now: () => number;
  #started: { readonly proof: SrpProof; readonly password: Secret } | undefined;

  /**
   * @param take A proof that has not been used.
   * @param now Epoch milliseconds.
   */
  constructor(take: () => Promise<SrpProof>, now: () => number) {
    this.#take = take;
    this.#now = now;
  }

  /** `SRP_A` */
  async start(password: Secret): Promise<string> {
    const proof = await this.#take();
    this.#started = { proof, password };
    return proof.publicValue;
  }

  /** The ChallengeResponses to a `PASSWORD_VERIFIER`; undefined when no proof was started. */
  async finish(parameters: Fields): Promise<Fields | undefined> {
    const started = this.#started;
    this.#started = undefined;
    if (!started) return undefined;
    await nextPaint();
    const userId = requireText(parameters, 'USER_ID_FOR_SRP');
    const { proof, password } = started;
    return { USERNAME: userId, ...(await proof.answer(parameters, { userId, password }, this.#now())) };
  }
}
