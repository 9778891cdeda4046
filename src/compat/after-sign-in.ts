import type { FederatedUser } from './federated-info.js';
import type { CompatUser } from './open-pool.js';

type Tell = (user: CompatUser | FederatedUser) => void;

/** What a form has done with a sign-in, told after `signIn`, as calls tell it. */
export class AfterSignIn {
  #waiting: { readonly sub: string; readonly tell: Tell }[] = [];

  /** `signIn` was told. What waits for other users is dropped: their sign-ins came to nothing. */
  told(sub: string, user: CompatUser | FederatedUser): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting) if (one.sub === sub) one.tell(user);
  }

  /** Tells when the user has been signed in whose session is still to begin. */
  ofNext(sub: string, tell: Tell): void {
    this.#waiting.push({ sub, tell });
  }
}
