import { randomBytes } from 'node:crypto';
import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../exceptions.js';
import type { ChallengeResult } from '../triggers/trigger-events.js';
import type { Contact } from './model.js';
import type { Handshake } from './srp.js';
import type { UserContext } from './user-context.js';

/** What a session is for: a challenge, or a sign-up that continues with a sign-in. */
export type SessionName = ChallengeNameType | 'CONFIRM_SIGN_UP' | 'AUTO_SIGN_IN';

/** What the session keeps of a custom challenge. */
export interface CustomRound {
  /** The previous challenges. */
  readonly history: readonly ChallengeResult[];
  readonly privateParameters: Readonly<Record<string, string>>;
  readonly metadata: string | undefined;
}

/** The SRP proof that a device has begun. */
interface DeviceProof {
  readonly handshake: Handshake;
  readonly secretBlock: string;
}

/** What a sign-up has proved: a contact by its code, and a password if ConfirmSignUp had the session of SignUp. */
export interface SignUpProof {
  readonly contact?: Contact | undefined;
  readonly hasPassword: boolean;
}

/** An open challenge. `code` is the code that was sent for it, if any. */
export interface Challenge extends UserContext {
  readonly name: SessionName;
  readonly code?: string;
  /** Set once VerifySoftwareToken has succeeded in this session. */
  readonly verified?: boolean;
  /** What the code is, where it is no second factor. */
  readonly purpose?: 'first-factor' | 'mfa-setup';
  /** The name that was typed, if it does not exist: the user and the challenge are simulated. */
  readonly unknownUsername?: string;
  readonly signUp?: SignUpProof;
  /** The state of a custom sign-in. */
  readonly custom?: CustomRound;
  readonly deviceProof?: DeviceProof;
  /** The WebAuthn challenge, which a passkey has to sign. */
  readonly webAuthnChallenge?: string;
  readonly expiresAt: number;
}

/** The number of wrong responses that ends a session. */
const MAX_ATTEMPTS = 5;

/** The challenge sessions. Each accepts one right response, for the `authSessionValidity` of the app client. */
export class Sessions {
  readonly #now: () => number;
  readonly #open = new Map<string, Challenge>();
  readonly #attempts = new Map<string, number>();
  readonly #used = new Set<string>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Opens a session. Returns the Session for the client. */
  open(challenge: Omit<Challenge, 'expiresAt'>): string {
    const session = randomBytes(48).toString('base64url');
    this.#open.set(session, {
      ...challenge,
      expiresAt: this.#now() + challenge.client.authSessionValidity * 1000,
    });
    return session;
  }

  /** The challenge of a session. Throws for an unknown, used or expired session, another app client or challenge. */
  get(session: string | undefined, clientId: string | undefined, names: readonly SessionName[]): Challenge {
    const challenge = this.#open.get(session ?? '');
    if (!challenge) {
      throw this.#used.has(session ?? '')
        ? notAuthorized('Invalid session for the user, session can only be used once.')
        : notAuthorized('Invalid session for the user.');
    }
    if (challenge.expiresAt <= this.#now()) throw notAuthorized('Invalid session for the user, session is expired.');
    if (!names.includes(challenge.name) || (clientId && challenge.client.id !== clientId)) {
      throw notAuthorized('Invalid session for the user.');
    }
    return challenge;
  }

  /** The same, but undefined for a session that is missing, and for an expired one where the pool ignores that. */
  ofSignUp(
    session: string | undefined,
    { pool, client, user }: UserContext,
    name: 'CONFIRM_SIGN_UP' | 'AUTO_SIGN_IN',
  ): Challenge | undefined {
    const open = this.#open.get(session ?? '');
    const isIgnored = open && open.expiresAt <= this.#now() && pool.expiredSignUpSessions === 'IGNORED';
    if (session === undefined || isIgnored) return undefined;
    const challenge = this.get(session, client.id, [name]);
    if (challenge.user !== user) throw notAuthorized('Invalid session for the user.');
    return challenge;
  }

  /** Opens a session again after a wrong response, unless there were too many. */
  reopen(session: string, challenge: Challenge): void {
    if ((this.#attempts.get(session) ?? 0) >= MAX_ATTEMPTS) return;
    this.#used.delete(session);
    this.#open.set(session, challenge);
  }

  /** Ends a session. */
  close(session: string | undefined): void {
    if (session === undefined || !this.#open.delete(session)) return;
    this.#used.add(session);
  }

  /** Lets every session expire now. */
  expireAll(): void {
    for (const [session, challenge] of this.#open) this.#open.set(session, { ...challenge, expiresAt: this.#now() });
  }

  /** Counts a wrong response. Too many end the session. */
  miss(session: string): void {
    const attempts = (this.#attempts.get(session) ?? 0) + 1;
    this.#attempts.set(session, attempts);
    if (attempts >= MAX_ATTEMPTS) this.close(session);
  }
}
