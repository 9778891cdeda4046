import { prepareProof } from '../cognito/prover.js';
import type { SrpProof } from '../cognito/srp.js';

/** Proofs of passwords for the sign-ins of one pool, the next one ahead of time. */
export class Proofs {
  readonly #poolName: string;
  #next: Promise<SrpProof> | undefined;

  constructor(userPoolId: string) {
    // As it is hashed: the id without its region.
    this.#poolName = userPoolId.replace(/^.*_/, '');
  }

  /** Makes one ready. Never rejects: who needs one gets to know. */
  async prepare(): Promise<void> {
    try {
      await (this.#next ??= prepareProof(this.#poolName));
    } catch {
      this.#next = undefined;
    }
  }

  /** One that nobody else gets. */
  take(): Promise<SrpProof> {
    const proof = this.#next ?? prepareProof(this.#poolName);
    this.#next = undefined;
    return proof;
  }
}
