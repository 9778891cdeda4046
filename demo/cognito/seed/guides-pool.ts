import { QUESTION } from './question-triggers.js';
import type { SeedPool } from './seed-pool.js';
import { email, phone, TOMS_KEY } from './user-data.js';

/** The password of all users of the pool: guides write it so. */
const PASSWORD = 'oldPassword';

/** A pool for the code in guides: it takes the passwords that they write. */
export const GUIDES: SeedPool = {
  title: 'Guides',
  pool: {
    id: 'us-east-1_Guides',
    mfa: 'OPTIONAL',
    autoVerified: ['email', 'phone_number'],
    passwordPolicy: {
      minimumLength: 8,
      requireUppercase: false,
      requireLowercase: false,
      requireNumbers: false,
      requireSymbols: false,
    },
    triggers: QUESTION,
  },
  client: {
    id: 'guides',
    authFlows: ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'CUSTOM_AUTH', 'REFRESH_TOKEN_AUTH'].map(
      (flow) => `ALLOW_${flow}`,
    ),
  },
  users: [
    {
      username: 'jane',
      password: PASSWORD,
      attributes: { ...email('jane@example.com'), ...phone('+12128601234') },
      note: 'Signs in with a password alone, or with the answer 5 and none',
    },
    {
      username: 'tom',
      password: PASSWORD,
      attributes: email('tom@example.com'),
      totp: TOMS_KEY,
      note: 'Has an authenticator app',
    },
    {
      username: 'sue',
      password: PASSWORD,
      attributes: { email: 'sue@example.com', ...phone('+15555550100') },
      sms: true,
      note: 'Gets a text message',
    },
    {
      username: 'vera',
      password: PASSWORD,
      attributes: { email: 'vera@example.com' },
      note: 'Has an email address that is not verified',
    },
  ],
};
