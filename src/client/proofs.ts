import { prepareProof } from '../cognito/prover.js';
import type { SrpProof } from '../cognito/srp.js';

/** Proofs of passwords, each good for one sign-in; the next one may be prepared ahead of time. */
export class Proofs {
  readonly #poolName: string;
  #next: Promise<SrpProof> | undefined;

  constructor(userPoolId: string) {
    this.#poolName = userPoolId.replace(/^.*_/, '');
  }

  /** Never rejects: whoever needs the proof hears what is wrong. */
  async prepare(): Promise<void> {
    try {
      await (this.#next ??= prepareProof(this.#poolName));
    } catch {
      this.#next = undefined;
    }
  }

  /** @throws AuthError `offline` when it cannot be loaded. */
  readonly take = (): Promise<SrpProof> => {
    const proof = this.#next ?? prepareProof(this.#poolName);
    this.#next = undefined;
    return proof;
  };
}
