import { prepareProof } from '../cognito/srp/prover.js';
import type { SrpProof } from '../cognito/srp/srp.js';
import { userPoolOf } from '../cognito/user-pool.js';
import type { AuthConfig } from '../config/config.js';

/** Proofs of passwords, each for one sign-in; the next one may be prepared in advance. */
export class Proofs {
  readonly #config: AuthConfig;
  #next: Promise<SrpProof> | undefined;

  constructor(config: AuthConfig) {
    this.#config = config;
  }

  /** Never rejects: `take` reports what fails. */
  async prepare(): Promise<void> {
    try {
      await (this.#next ??= this.#prepare());
    } catch {
      this.#next = undefined;
    }
  }

  /** @throws AuthError `offline` when the code cannot be loaded; `configuration` without a user pool. */
  readonly take = (): Promise<SrpProof> => {
    const proof = this.#next ?? this.#prepare();
    this.#next = undefined;
    return proof;
  };

  async #prepare(): Promise<SrpProof> {
    return prepareProof(userPoolOf(this.#config).userPoolId.replace(/^.*_/, ''));
  }
}
