import { COGNITO } from '../store/model.js';
import type { SeedPool } from './seed-pool.js';
import { email, PASSWORD, phone, THEAS_KEY } from './user-data.js';

/** The pool whose users sign in on the hosted pages. */
export const HOSTED: SeedPool = {
  title: 'Hosted pages',
  pool: { id: 'us-east-1_Example10', mfa: 'OPTIONAL' },
  client: {
    id: 'bcd890',
    callbackUrls: ['http://localhost:5173/'],
    logoutUrls: ['http://localhost:5173/'],
    oauthFlows: ['code', 'implicit'],
    // The local identity provider stands for Google, where it is started.
    providers: [COGNITO, 'Google'],
    allowedScopes: ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'],
  },
  users: [
    {
      username: 'hana',
      password: PASSWORD,
      attributes: { ...email('hana@example.com'), given_name: 'Hana' },
      note: 'Signs in on the hosted pages with a password alone',
    },
    {
      username: 'thea',
      password: PASSWORD,
      attributes: { ...email('thea@example.com'), given_name: 'Thea' },
      totp: THEAS_KEY,
      note: 'Has an authenticator app',
    },
    {
      username: 'stan',
      password: PASSWORD,
      attributes: { ...email('stan@example.com'), ...phone('+15555550105'), given_name: 'Stan' },
      sms: true,
      note: 'Gets a text message',
    },
    {
      username: 'nora',
      password: 'Temporary-7',
      attributes: email('nora@example.com'),
      status: 'FORCE_CHANGE_PASSWORD',
      note: 'Has a temporary password, which the hosted pages cannot replace',
    },
  ],
};
