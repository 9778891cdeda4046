import type { Contact } from '../cognito/account/attributes.js';
import type { CodeDelivery } from '../cognito/delivery.js';
import { fieldsOf, parseJson, textOf } from '../cognito/json.js';
import type { PendingChallenge } from '../cognito/sign-in/challenge.js';
import { pendingChallengeOf, portable } from '../cognito/sign-in/portable.js';
import type { AuthConfig } from '../config/config.js';
import { keysOf } from './storage-keys.js';
import { storeKindOf } from './store-kinds.js';
import { webStorage } from './web-storage.js';

/** The steps that hold nothing secret. */
const PLAIN = ['confirmSignUp', 'resetPassword', 'verifyContact'] as const;

/** The step that a user was asked for, as far as it may be stored. */
export interface Kept {
  /** Name of the step; `challenge` for all those that hold a Session. */
  readonly name: (typeof PLAIN)[number] | 'challenge';
  readonly username: string;
  /** Epoch milliseconds on this device's clock. */
  readonly expiresAt: number;
  /** Of a `verifyContact`: to what the code went. */
  readonly contact?: Contact;
  readonly delivery?: CodeDelivery;
  readonly challenge?: PendingChallenge;
}

/**
 * Remembers over a reload, in this tab alone, what the user was asked: a name and where a code went. The Session of a
 * challenge only if the page wants that (`resume`); a password, a code or the key of an authenticator app never.
 */
export class Resume {
  readonly #key: string;
  readonly #isOff: boolean;
  readonly #withChallenges: boolean;
  readonly #now: () => number;

  /** `now`: epoch milliseconds. */
  constructor(config: AuthConfig, now: () => number) {
    const { resume = false } = config;
    this.#key = keysOf(config).pendingStep;
    this.#isOff = !storeKindOf(config).survivesReload;
    this.#withChallenges = resume;
    this.#now = now;
  }

  /** Stores the pending step; without one, removes it. */
  keep(kept?: Kept): void {
    const isKept = kept && !this.#isOff && (this.#withChallenges || kept.name !== 'challenge');
    this.#try((store) => {
      const { challenge } = kept ?? {};
      const text = JSON.stringify({ ...kept, ...(challenge && { challenge: portable(challenge) }) });
      if (isKept) store.setItem(this.#key, text);
      else store.removeItem(this.#key);
    });
  }

  /** The step that was pending when the page was left, unless it has expired. */
  read(): Kept | undefined {
    const text = this.#try((store) => store.getItem(this.#key));
    const kept = text ? parse(text) : undefined;
    const isGood = kept && kept.expiresAt > this.#now() && (this.#withChallenges || kept.name !== 'challenge');
    if (text && !isGood) this.keep();
    return isGood ? kept : undefined;
  }

  #try<Result>(work: (store: Storage) => Result): Result | undefined {
    try {
      return work(webStorage('session'));
    } catch {
      // Blocked, full, or not there: then nothing outlives a reload.
      return undefined;
    }
  }
}

/** Reads a record back; undefined when it is damaged. */
function parse(text: string): Kept | undefined {
  const { name, username, expiresAt, contact, delivery, challenge: stored } = fieldsOf(parseJson(text));
  if (typeof username !== 'string' || typeof expiresAt !== 'number' || !Number.isFinite(expiresAt)) return undefined;
  if (name === 'challenge') {
    const challenge = pendingChallengeOf(stored);
    return challenge && { name, username, expiresAt, challenge };
  }
  const plain = PLAIN.find((each) => each === name);
  const to: Pick<Kept, 'contact'> = contact === 'email' || contact === 'phone_number' ? { contact } : {};
  return plain && { name: plain, username, expiresAt, ...to, ...(isDelivery(delivery) && { delivery }) };
}

function isDelivery(value: unknown): value is CodeDelivery {
  const fields = fieldsOf(value);
  return /^(sms|email)$/.test(textOf(fields, 'medium') ?? '') && textOf(fields, 'destination') !== undefined;
}
