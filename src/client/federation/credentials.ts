import { AuthError } from '../../cognito/errors.js';
import { recoveryOf } from '../../cognito/identity-exceptions.js';
import type { Recovery } from '../../cognito/identity-exceptions.js';
import type { IdentityPool, IssuedCredentials, Logins } from '../../cognito/identity-pool.js';
import { userPoolLoginKey } from '../../cognito/login-keys.js';
import { userPoolOf } from '../../cognito/user-pool.js';
import type { AuthConfig, Environment } from '../../config/config.js';
import { SessionClock } from '../../session/clock.js';
import type { GuestIdentity } from '../../session/guest.js';
import type { Keeper } from '../../session/keeper.js';
import { Renewal } from '../../session/renewal.js';
import { isIdentity } from '../../session/signed-in.js';
import type { AwsCredentials } from '../auth-client.js';
import { requireSession } from '../signed-in.js';

/** What credentials are made with. */
export interface CredentialServices {
  readonly config: AuthConfig;
  readonly environment: Environment;
  readonly keeper: Keeper;
  readonly pool: IdentityPool;
  readonly guest: GuestIdentity;
}

/** Credentials in memory. */
interface Held {
  readonly issued: IssuedCredentials;
  readonly isUser: boolean;
  /** On this device's clock, in epoch milliseconds. */
  readonly receivedAt: number;
  /** Milliseconds. */
  readonly lifetime: number;
}

const MINUTE = 60_000;

/**
 * Credentials with less time left are renewed before they are handed out. More than the 5 minutes before the end in which
 * clients of AWS ask for newer ones before each request: those would get the same again.
 */
const LEEWAY = 6 * MINUTE;

/** How long credentials of an identity pool are valid. */
const LIFETIME = 60 * MINUTE;

/**
 * How long credentials will be valid that have just been issued. Where the time that is left by this device's clock cannot
 * be right, the clock is wrong, and the usual lifetime counts.
 */
function lifetimeOf({ expiration }: IssuedCredentials, now: number): number {
  const left = expiration - now;
  return left > LEEWAY + MINUTE && left < LIFETIME ? left : LIFETIME;
}

/** The AWS credentials of the user who is signed in, or of a guest: in memory only. */
export class Credentials {
  readonly #services: CredentialServices;
  readonly #clock: SessionClock;
  readonly #renewal: Renewal<Held>;
  /** Grows when all that is held is dropped. What an earlier request brings is dropped too. */
  #epoch = 0;
  /** Whose credentials are held; undefined for a guest. */
  #sub: string | undefined;
  #held: Held | undefined;
  /** The identity of the user. That of a guest is in the store. */
  #identityId: string | undefined;

  constructor(services: CredentialServices) {
    const { environment } = services;
    this.#services = services;
    this.#clock = new SessionClock(environment);
    this.#renewal = new Renewal(this.#clock, environment, LEEWAY);
  }

  /** See {@link AuthClient.getCredentials}. */
  async get(forceRefresh = false): Promise<AwsCredentials> {
    const sub = (await this.#services.keeper.read())?.sub;
    if (sub !== this.#sub) this.forget();
    this.#sub = sub;
    const held = this.#held;
    const isCurrent = () => held === this.#held;
    const renew = () => this.#renew(sub);
    try {
      return this.#handOut(await this.#renewal.get({ held, isForced: forceRefresh, renew, isCurrent }));
    } catch (error) {
      // A guest who has signed in meanwhile, as on the return of a redirect, is no guest any more.
      if (sub === undefined && (await this.#services.keeper.read())) return this.get(forceRefresh);
      throw error;
    }
  }

  /** Drops all that is held. */
  forget(): void {
    this.#epoch += 1;
    this.#held = undefined;
    this.#identityId = undefined;
    this.#renewal.restart();
  }

  async #renew(sub: string | undefined): Promise<Held> {
    const { environment, keeper } = this.#services;
    const epoch = this.#epoch;
    try {
      const issued = await this.#obtain(sub, epoch);
      const isTheirs = (await keeper.read())?.sub === sub && epoch === this.#epoch;
      if (!isTheirs) throw new AuthError('session-expired', { cause: new Error('The user changed meanwhile.') });
      const now = environment.now();
      const held = { issued, isUser: sub !== undefined, receivedAt: now, lifetime: lifetimeOf(issued, now) };
      // Starts to measure its age.
      this.#clock.remaining(held);
      return (this.#held = held);
    } catch (error) {
      if (epoch === this.#epoch) this.#renewal.failed();
      throw error;
    }
  }

  /** Asks for credentials, and once more for each thing that may help after a refusal. */
  async #obtain(sub: string | undefined, epoch: number): Promise<IssuedCredentials> {
    const { pool } = this.#services;
    const tried = new Set<Recovery>();
    for (;;) {
      try {
        const { logins, known } = await this.#claim(sub);
        const identityId = (tried.has('identity') ? undefined : known) ?? (await pool.idOf(logins));
        if (epoch === this.#epoch) await this.#remember(sub, identityId);
        const issued = await pool.credentialsOf(identityId, logins);
        // It may be another: a guest becomes a part of the user's identity.
        if (epoch === this.#epoch) await this.#remember(sub, issued.identityId);
        return issued;
      } catch (error) {
        const recovery = recoveryOf(error);
        if (!recovery || tried.has(recovery) || epoch !== this.#epoch) throw error;
        tried.add(recovery);
        await this.#recover(recovery, sub, error);
      }
    }
  }

  async #recover(recovery: Recovery, sub: string | undefined, refusal: unknown): Promise<void> {
    const { guest, keeper } = this.#services;
    if (recovery === 'identity') {
      this.#identityId = undefined;
      if (sub === undefined) await guest.forget();
    } else if (sub !== undefined) {
      try {
        await requireSession(sub, keeper, { forceRefresh: true, otherwise: 'session-expired' });
      } catch (error) {
        // There is no way to a newer token.
        throw AuthError.from(error).code === 'unsupported' ? refusal : error;
      }
    }
  }

  /**
   * What proves who asks, and the identity that is known. A user of the user pool gets that of the guest who was here before:
   * once, which links it to the user.
   */
  async #claim(sub: string | undefined): Promise<{ readonly logins: Logins; readonly known: string | undefined }> {
    const { config, guest, keeper } = this.#services;
    if (sub === undefined) {
      if (config.allowGuests ?? true) return { logins: {}, known: await guest.read() };
      throw new AuthError('session-expired');
    }
    const session = await requireSession(sub, keeper, { otherwise: 'session-expired' });
    if (isIdentity(session)) return { logins: { [session.provider]: session.token }, known: this.#identityId ?? sub };
    const logins = { [userPoolLoginKey(userPoolOf(config).userPoolId)]: session.idToken };
    return { logins, known: (this.#identityId ??= await guest.take()) };
  }

  async #remember(sub: string | undefined, identityId: string): Promise<void> {
    if (sub === undefined) await this.#services.guest.write(identityId);
    else this.#identityId = identityId;
  }

  /** A new object each time: this device's clock may have been set, and clients of AWS compare with it. */
  #handOut(held: Held): AwsCredentials {
    return {
      ...held.issued,
      expiration: new Date(this.#services.environment.now() + this.#clock.remaining(held)),
      authenticated: held.isUser,
    };
  }
}
