import { prepareProof } from '../cognito/srp/prover.js';
import type { SrpProof } from '../cognito/srp/srp.js';

/** Proofs of passwords, each for one sign-in; the next one may be prepared in advance. */
export class Proofs {
  readonly #poolName: string;
  #next: Promise<SrpProof> | undefined;

  constructor(userPoolId: string) {
    this.#poolName = userPoolId.replace(/^.*_/, '');
  }

  /** Never rejects: `take` reports what fails. */
  async prepare(): Promise<void> {
    try {
      await (this.#next ??= prepareProof(this.#poolName));
    } catch {
      this.#next = undefined;
    }
  }

  /** @throws AuthError `offline` when the code cannot be loaded. */
  readonly take = (): Promise<SrpProof> => {
    const proof = this.#next ?? prepareProof(this.#poolName);
    this.#next = undefined;
    return proof;
  };
}
