import type { MfaMethod } from '../store/model.js';
import { migrationOf } from './migration-trigger.js';
import { QUESTION } from './question-triggers.js';
import type { SeedUser, SeedPool } from './seed-pool.js';
import { email, MIAS_KEY, PASSWORD, phone } from './user-data.js';

const ALL_MFA: readonly MfaMethod[] = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'];

/** Users of an older system, who are created here when they first sign in. */
const MIGRATING_USERS: readonly SeedUser[] = [
  {
    username: 'olga',
    password: PASSWORD,
    attributes: { ...email('olga@example.com'), given_name: 'Olga' },
    isInOldSystem: true,
    note: 'Has an account in an older system, and is migrated at her first sign-in',
  },
];

/** The pools where a sign-in is more than a password and a code. */
export const CHOICES: readonly SeedPool[] = [
  {
    title: 'Choice of sign-in methods',
    authFlow: 'USER_AUTH',
    pool: {
      id: 'us-east-1_Example3',
      mfa: 'OPTIONAL',
      mfaMethods: ALL_MFA,
      firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
      webAuthn: { id: 'localhost', userVerification: 'preferred' },
      sessionTracking: true,
    },
    client: {
      id: 'ghi789',
      authFlows: ['USER_AUTH', 'USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH'].map(
        (flow) => `ALLOW_${flow}`,
      ),
    },
    users: [
      {
        username: 'emma',
        attributes: { ...email('emma@example.com'), given_name: 'Emma' },
        note: 'Has no password and gets a code by e-mail',
      },
      {
        username: 'sam',
        attributes: { email: 'sam@example.com', ...phone('+15555550101'), given_name: 'Sam' },
        note: 'Has no password and gets a code by text message',
      },
      {
        username: 'cleo',
        password: PASSWORD,
        attributes: { ...email('cleo@example.com'), ...phone('+15555550102'), given_name: 'Cleo' },
        note: 'Chooses among a password and codes, and can add a passkey',
      },
      {
        username: 'mia',
        password: PASSWORD,
        attributes: { ...email('mia@example.com'), ...phone('+15555550103'), given_name: 'Mia' },
        totp: MIAS_KEY,
        sms: true,
        email: true,
        note: 'Chooses among three second factors',
      },
      {
        username: 'dave',
        password: PASSWORD,
        attributes: { ...email('dave@example.com'), given_name: 'Dave' },
        email: true,
        note: 'Gets a code by e-mail after the password',
      },
    ],
  },
  {
    title: 'A question instead of a password',
    authFlow: 'CUSTOM_WITHOUT_SRP',
    pool: { id: 'us-east-1_Example4', triggers: QUESTION },
    client: {
      id: 'jkl012',
      authFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
    users: [
      {
        username: 'carl',
        password: PASSWORD,
        attributes: { ...email('carl@example.com'), given_name: 'Carl' },
        note: 'Is asked what 2 + 3 is: the answer is 5, and he has three tries',
      },
    ],
  },
  {
    title: 'New accounts confirmed by a link',
    pool: { id: 'us-east-1_Example7', defaultEmailOption: 'CONFIRM_WITH_LINK' },
    client: { id: 'stu901' },
    users: [
      {
        username: 'lena',
        password: PASSWORD,
        attributes: { email: 'lena@example.com', given_name: 'Lena' },
        status: 'UNCONFIRMED',
        note: 'Has not followed the link in her mail',
      },
    ],
  },
  {
    title: 'Second factor required, with a choice of methods',
    pool: { id: 'us-east-1_Example5', mfa: 'ON', mfaMethods: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
    client: { id: 'mno345' },
    users: [
      {
        username: 'seth',
        password: PASSWORD,
        attributes: { email: 'seth@example.com', given_name: 'Seth' },
        note: 'Has to set up a second factor: an authenticator app or e-mail',
      },
    ],
  },
  {
    title: 'Devices that are remembered when the user agrees',
    pool: { id: 'us-east-1_Example6', mfa: 'OPTIONAL', mfaMethods: ALL_MFA, devices: 'USER_OPT_IN' },
    client: { id: 'pqr678' },
    users: [
      {
        username: 'dora',
        password: PASSWORD,
        attributes: { ...email('dora@example.com'), given_name: 'Dora' },
        email: true,
        note: 'Gets a code by e-mail after the password, but not on a device that she trusts',
      },
    ],
  },
  {
    title: 'A password and then a question',
    authFlow: 'CUSTOM_WITH_SRP',
    pool: { id: 'us-east-1_Example8', triggers: QUESTION },
    client: { id: 'vwx234', authFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    users: [
      {
        username: 'quinn',
        password: PASSWORD,
        attributes: { ...email('quinn@example.com'), given_name: 'Quinn' },
        note: 'Is asked after the password what 2 + 3 is',
      },
    ],
  },
  {
    title: 'Users who are migrated from an older system',
    authFlow: 'USER_PASSWORD_AUTH',
    pool: { id: 'us-east-1_Example9', triggers: migrationOf(MIGRATING_USERS) },
    client: { id: 'yza567' },
    users: MIGRATING_USERS,
  },
];
