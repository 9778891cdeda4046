import { linkFor } from '../flows/confirmation-link.js';
import { sendCode } from '../store/codes.js';
import { COGNITO } from '../store/model.js';
import type { Client, MfaMethod, Pool } from '../store/model.js';
import { DEFAULT_POLICY } from '../store/password-policy.js';
import type { Store } from '../store/store.js';
import { createUser } from '../store/users.js';

/** A user who exists when the local Cognito starts. */
export interface SeedUser {
  readonly username: string;
  /** Missing for a user who signs in with codes or a passkey only. */
  readonly password?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly status?: 'CONFIRMED' | 'UNCONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED';
  /** The key of the authenticator app, in base32. */
  readonly totp?: string;
  /** Whether codes by SMS or e-mail are a second factor. With more than one second factor, the user chooses. */
  readonly sms?: boolean;
  readonly email?: boolean;
  /** The account is in an older system, and a trigger migrates it. */
  readonly isInOldSystem?: boolean;
  /** What happens at the sign-in, for readers of the demo. */
  readonly note: string;
}

/** A pool with one app client and its users. */
export interface SeedPool {
  readonly title: string;
  /** The flow that shows what the pool is for, unless it is USER_SRP_AUTH. */
  readonly authFlow?: 'USER_AUTH' | 'USER_PASSWORD_AUTH' | 'CUSTOM_WITH_SRP' | 'CUSTOM_WITHOUT_SRP';
  readonly pool: Partial<Omit<Pool, 'clients' | 'users'>> & Pick<Pool, 'id'>;
  readonly client: Partial<Client> & Pick<Client, 'id'>;
  readonly users: readonly SeedUser[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Without REFRESH_TOKEN_AUTH, which Cognito does not allow together with rotation of refresh tokens. */
const FLOWS = ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'];
const MFA_METHODS: readonly MfaMethod[] = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'];

/** An empty pool with the defaults of AWS, and e-mail as an alias. */
export function createPool({ pool, client }: SeedPool): Pool {
  const app: Client = {
    preventUserExistenceErrors: 'ENABLED',
    authFlows: client.rotationGracePeriod === undefined ? [...FLOWS, 'ALLOW_REFRESH_TOKEN_AUTH'] : FLOWS,
    accessTokenValidity: HOUR,
    idTokenValidity: HOUR,
    refreshTokenValidity: 30 * DAY,
    authSessionValidity: 3 * MINUTE,
    oauthFlows: [],
    allowedScopes: [],
    providers: [COGNITO],
    ...client,
    // Copies: a running Cognito can get more of them, and the seed is shared.
    callbackUrls: [...(client.callbackUrls ?? [])],
    logoutUrls: [...(client.logoutUrls ?? [])],
  };
  return {
    usernameAttributes: [],
    aliasAttributes: ['email'],
    caseSensitive: false,
    autoVerified: ['email'],
    defaultEmailOption: 'CONFIRM_WITH_CODE',
    requiredAttributes: ['email'],
    verifiedBeforeUpdate: [],
    expiredSignUpSessions: 'IGNORED',
    refusesUnconfirmedFirst: true,
    mfa: 'OFF',
    mfaMethods: MFA_METHODS,
    endsSessionAfterWrongCodes: false,
    firstFactors: ['PASSWORD'],
    sendsOtpToUnverified: false,
    unknownUserIsAsked: 'CHOICE',
    refusesSimulatedDelivery: false,
    passwordPolicy: DEFAULT_POLICY,
    triggers: {},
    devices: 'OFF',
    confirmsDevicesOfAliases: false,
    challengesUnrememberedDevices: false,
    refreshesUnconfirmedDevices: false,
    refreshesForgottenDevices: false,
    sessionTracking: false,
    identityProviders: new Map(),
    webAuthn: undefined,
    ...pool,
    clients: new Map([[app.id, app]]),
    users: [],
  };
}

/** Creates the users of a seed in a pool. */
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
      // A pool of the seed has one app client.
      const [client] = pool.clients.values();
      sendCode(store, user, 'email', 'sign-up', {
        link: (code) => linkFor({ pool, client: client!, user }, 'email', code),
      });
    }
  }
}
