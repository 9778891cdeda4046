import type { FederatedUser } from './federated-info.js';
import type { CompatUser } from './open-pool.js';

type Tell = (user: CompatUser | FederatedUser) => void;

/**
 * What a form has done with a sign-in, told after `signIn`: as calls tell it, whichever is known first, that it was done or
 * that the user is signed in.
 */
export class AfterSignIn {
  #waiting: { readonly sub: string; readonly tell: Tell }[] = [];
  /** The user of the latest session, once `signIn` is told. */
  #told: { readonly sub: string; readonly user: CompatUser | FederatedUser } | undefined;

  /** A session has begun or ended: `signIn` of the one before is of no use any more. */
  changed(): void {
    this.#told = undefined;
  }

  /** `signIn` was told. What waits for other users is dropped: their sign-ins came to nothing. */
  told(sub: string, user: CompatUser | FederatedUser): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#told = { sub, user };
    for (const one of waiting) if (one.sub === sub) one.tell(user);
  }

  /** Tells when the user has been signed in whose session is still to begin. */
  ofNext(sub: string, tell: Tell): void {
    this.#waiting.push({ sub, tell });
  }

  /** The same, where the session may have begun. */
  of(sub: string, tell: Tell): void {
    if (this.#told?.sub === sub) tell(this.#told.user);
    else this.ofNext(sub, tell);
  }
}
