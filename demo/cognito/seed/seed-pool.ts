import { linkFor } from '../flows/confirmation-link.js';
import { sendCode } from '../store/codes.js';
import type { Client, MfaMethod, Pool } from '../store/model.js';
import { DEFAULT_POLICY } from '../store/password-policy.js';
import type { Store } from '../store/store.js';
import { createUser } from '../store/users.js';

/** Somebody who has an account from the start. */
export interface SeedUser {
  readonly username: string;
  /** Left out for somebody who signs in with codes or a passkey only. */
  readonly password?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly status?: 'CONFIRMED' | 'UNCONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED';
  /** The key of their authenticator app, in base32. */
  readonly totp?: string;
  /** Second factors that are sent. With more than one and an app, people choose. */
  readonly sms?: boolean;
  readonly email?: boolean;
  /** They have their account elsewhere; a trigger brings them over. */
  readonly isInOldSystem?: boolean;
  /** What happens when they sign in, for userOf tries the demo. */
  readonly note: string;
}

/** A pool with one app client and its people. */
export interface SeedPool {
  readonly title: string;
  /** The flow that shows what the pool is for, when it is not the usual one. */
  readonly authFlow?: 'USER_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_WITH_SRP' | 'CUSTOM_WITHOUT_SRP';
  readonly pool: Partial<Omit<Pool, 'clients' | 'users'>> & Pick<Pool, 'id'>;
  readonly client: Partial<Client> & Pick<Client, 'id'>;
  readonly users: readonly SeedUser[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** An app client whose refresh tokens rotate cannot have the flow that does not replace them. */
const FLOWS = ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'];
const MFA_METHODS: readonly MfaMethod[] = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'];

/** An empty pool as a new one at AWS is, with e-mail as an alias. */
export function createPool({ pool, client }: SeedPool): Pool {
  const app: Client = {
    preventUserExistenceErrors: 'ENABLED',
    authFlows: client.rotationGracePeriod === undefined ? [...FLOWS, 'ALLOW_REFRESH_TOKEN_AUTH'] : FLOWS,
    accessTokenValidity: HOUR,
    idTokenValidity: HOUR,
    refreshTokenValidity: 30 * DAY,
    authSessionValidity: 3 * MINUTE,
    ...client,
  };
  return {
    usernameAttributes: [],
    aliasAttributes: ['email'],
    caseSensitive: false,
    autoVerified: ['email'],
    defaultEmailOption: 'CONFIRM_WITH_CODE',
    requiredAttributes: ['email'],
    mfa: 'OFF',
    mfaMethods: MFA_METHODS,
    firstFactors: ['PASSWORD'],
    passwordPolicy: DEFAULT_POLICY,
    triggers: {},
    devices: 'OFF',
    sessionTracking: false,
    webAuthn: undefined,
    ...pool,
    clients: new Map([[app.id, app]]),
    users: [],
  };
}

/** Lets the people of a seed move in. */
export function addUsers(store: Store, pool: Pool, users: readonly SeedUser[]): void {
  for (const { username, password, attributes, status = 'CONFIRMED', totp, sms, email, isInOldSystem } of users) {
    if (isInOldSystem) continue;
    const user = createUser(pool, {
      username,
      password,
      attributes: new Map(Object.entries(attributes)),
      status,
      now: store.now(),
    });
    if (totp) {
      user.totp = { secret: totp, verified: true, lastUsed: 0 };
      user.mfa.add('SOFTWARE_TOKEN_MFA');
    }
    if (sms) user.mfa.add('SMS_MFA');
    if (email) user.mfa.add('EMAIL_OTP');
    if (status === 'FORCE_CHANGE_PASSWORD') user.temporaryUntil = store.now() + 7 * DAY * 1000;
    if (status === 'UNCONFIRMED') {
      // Signed up through the one client that a seeded pool has.
      const [client] = pool.clients.values();
      sendCode(store, user, 'email', 'sign-up', {
        link: (code) => linkFor({ pool, client: client!, user }, 'email', code),
      });
    }
  }
}
