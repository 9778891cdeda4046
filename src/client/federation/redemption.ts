import type { SignedIn } from '../../session/signed-in.js';

/**
 * A code that is being redeemed. Several clients of one page may wait for what it brings: a framework that mounts twice
 * creates two. When the last of them does not want it any more, it is revoked.
 */
export class Redemption {
  /** The redirect that it belongs to. */
  readonly state: string;
  readonly #session: Promise<SignedIn>;
  readonly #revoke: (session: SignedIn) => void;
  #waiting = 0;
  #isTaken = false;

  constructor(state: string, session: Promise<SignedIn>, revoke: (session: SignedIn) => void) {
    this.state = state;
    this.#session = session;
    this.#revoke = revoke;
  }

  /** Calls back with the session, unless it is not wanted any more. Returns undefined then. */
  async take<Result>(
    isOver: () => boolean,
    begin: (session: SignedIn) => Promise<Result>,
  ): Promise<Result | undefined> {
    this.#waiting += 1;
    try {
      const session = await this.#session;
      if (!isOver()) {
        this.#isTaken = true;
        return await begin(session);
      }
      if (this.#waiting === 1 && !this.#isTaken) this.#revoke(session);
      return undefined;
    } finally {
      this.#waiting -= 1;
    }
  }
}
