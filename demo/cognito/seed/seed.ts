import { CHOICES } from './choice-pools.js';
import { HOSTED } from './hosted-pool.js';
import type { SeedPool } from './seed-pool.js';
import { email, PASSWORD, phone, TOMS_KEY } from './user-data.js';

/** The pools and users of the demo. */
export const SEED: readonly SeedPool[] = [
  {
    title: 'Username or email, second factor optional',
    pool: { id: 'us-east-1_Example1', mfa: 'OPTIONAL' },
    client: { id: 'abc123' },
    users: [
      {
        username: 'jane',
        password: PASSWORD,
        attributes: { ...email('jane@example.com'), given_name: 'Jane' },
        note: 'Signs in with a password alone',
      },
      {
        username: 'tom',
        password: PASSWORD,
        attributes: { ...email('tom@example.com'), given_name: 'Tom' },
        totp: TOMS_KEY,
        note: 'Has an authenticator app',
      },
      {
        username: 'sue',
        password: PASSWORD,
        attributes: {
          ...email('sue@example.com'),
          given_name: 'Sue',
          ...phone('+15555550100'),
        },
        sms: true,
        note: 'Gets a text message',
      },
      {
        username: 'newbie',
        password: 'Temporary-7',
        attributes: email('newbie@example.com'),
        status: 'FORCE_CHANGE_PASSWORD',
        note: 'Has a temporary password',
      },
      {
        username: 'nell',
        password: 'Temporary-7',
        attributes: { given_name: 'Nell' },
        status: 'FORCE_CHANGE_PASSWORD',
        note: 'Has a temporary password, and lacks the email address that the pool requires',
      },
      {
        username: 'rita',
        password: PASSWORD,
        attributes: { ...email('rita@example.com'), given_name: 'Rita' },
        status: 'RESET_REQUIRED',
        note: 'Has to reset the password, as an administrator required',
      },
      {
        username: 'vera',
        password: PASSWORD,
        attributes: {
          email: 'vera@example.com',
          email_verified: 'false',
          phone_number: '+15555550104',
          phone_number_verified: 'false',
          given_name: 'Vera',
        },
        note: 'Is asked to verify an email address or a phone number',
      },
      {
        username: 'una',
        password: PASSWORD,
        attributes: { email: 'una@example.com' },
        status: 'UNCONFIRMED',
        note: 'Has not confirmed the account',
      },
    ],
  },
  {
    title: 'Email as username, second factor required',
    pool: {
      id: 'us-east-1_Example2',
      usernameAttributes: ['email'],
      aliasAttributes: [],
      mfa: 'ON',
      mfaMethods: ['SOFTWARE_TOKEN_MFA'],
    },
    client: { id: 'def456', rotationGracePeriod: 30 },
    users: [
      {
        username: 'max@example.com',
        password: PASSWORD,
        attributes: { ...email('max@example.com'), given_name: 'Max' },
        note: 'Has to set up an authenticator app',
      },
    ],
  },
  ...CHOICES,
  HOSTED,
];
