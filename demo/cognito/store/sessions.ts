import { randomBytes } from 'node:crypto';
import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../exceptions.js';
import type { ChallengeResult } from '../triggers/trigger-events.js';
import type { Handshake } from './srp.js';
import type { UserContext } from './user-context.js';

/** What a session can wait for: a challenge, or the end of a sign-up that a sign-in follows. */
export type SessionName = ChallengeNameType | 'CONFIRM_SIGN_UP' | 'AUTO_SIGN_IN';

/** What a custom challenge keeps for its answer. */
export interface CustomRound {
  /** The rounds before. */
  readonly history: readonly ChallengeResult[];
  readonly privateParameters: Readonly<Record<string, string>>;
  readonly metadata: string | undefined;
}

/** The proof of a device's secret that was begun. */
interface DeviceProof {
  readonly handshake: Handshake;
  readonly secretBlock: string;
}

/** A challenge that waits for its answer. `code` is what was sent for it, if anything was. */
export interface Challenge extends UserContext {
  readonly name: SessionName;
  readonly code?: string;
  /** Set once the key of an authenticator app was verified within this session. */
  readonly verified?: boolean;
  /** What a right code does besides ending this step: it says whose first factor or whose new second factor it is. */
  readonly purpose?: 'first-factor' | 'mfa-setup';
  /** The name that was typed, when nobody has it: the user is made up, and so is whatever was asked. */
  readonly unknownUsername?: string;
  /** What the triggers of a custom sign-in have said so far. */
  readonly custom?: CustomRound;
  readonly deviceProof?: DeviceProof;
  /** What a passkey has to sign. */
  readonly webAuthnChallenge?: string;
  readonly expiresAt: number;
}

/** After so many wrong answers a session is over. */
const MAX_ATTEMPTS = 5;

/** The challenge sessions: each is good for one right answer, and for as long as the app client says. */
export class Sessions {
  readonly #now: () => number;
  readonly #open = new Map<string, Challenge>();
  readonly #attempts = new Map<string, number>();
  readonly #used = new Set<string>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Begins to wait for an answer. Returns what Cognito calls the Session. */
  open(challenge: Omit<Challenge, 'expiresAt'>): string {
    const session = randomBytes(48).toString('base64url');
    this.#open.set(session, {
      ...challenge,
      expiresAt: this.#now() + challenge.client.authSessionValidity * 1000,
    });
    return session;
  }

  /** The challenge of a session, if it is one of these. Refuses what was invented, used or left too long. */
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

  /** The answer was refused after all: the session goes on, unless that was one wrong answer too many. */
  reopen(session: string, challenge: Challenge): void {
    if ((this.#attempts.get(session) ?? 0) >= MAX_ATTEMPTS) return;
    this.#used.delete(session);
    this.#open.set(session, challenge);
  }

  /** The right answer has come: the session is used up. */
  close(session: string | undefined): void {
    if (session === undefined || !this.#open.delete(session)) return;
    this.#used.add(session);
  }

  /** Lets every session run out, as if time had passed. */
  expireAll(): void {
    for (const [session, challenge] of this.#open) this.#open.set(session, { ...challenge, expiresAt: this.#now() });
  }

  /** Counts a wrong answer. The session lives on until there were too many. */
  miss(session: string): void {
    const attempts = (this.#attempts.get(session) ?? 0) + 1;
    this.#attempts.set(session, attempts);
    if (attempts >= MAX_ATTEMPTS) this.close(session);
  }
}
