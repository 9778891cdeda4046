import type { Call, Stage } from '../call.js';
import { TWO_FACTORS_POOL } from '../pools.js';
import { MINUTE } from '../world.js';
import { choose, PASSWORD, signedIn, sue, TOMS_KEY } from './common.js';

const jane = signedIn('jane');

/** Tom, signed in by the code of an authenticator app. */
async function tom(stage: Stage): Promise<unknown> {
  const user = await signedIn('tom')(stage);
  return stage.Auth.confirmSignIn(user, stage.world.totp(TOMS_KEY), 'SOFTWARE_TOKEN_MFA');
}

/** Jane, who has set up an authenticator app and prefers nothing yet. */
async function janeWithApp(stage: Stage): Promise<unknown> {
  const user = await jane(stage);
  const key = String(await stage.Auth.setupTOTP(user));
  await stage.Auth.verifyTotpToken(user, stage.world.totp(key));
  stage.world.pass(MINUTE);
  return user;
}

/** Fay, who has two second factors and prefers none, signed in by one of them. */
async function fay({ Auth, world }: Stage): Promise<unknown> {
  const user = await Auth.signIn('fay', PASSWORD);
  await choose(user, 'SOFTWARE_TOKEN_MFA');
  return Auth.confirmSignIn(user, world.totp(TOMS_KEY), 'SOFTWARE_TOKEN_MFA');
}

const preferring: readonly Call[] = [
  ...['TOTP', 'SOFTWARE_TOKEN_MFA'].map((kind): Call => ({
    title: `setPreferredMFA to ${kind}`,
    given: janeWithApp,
    call: ({ Auth }, user) => Auth.setPreferredMFA(user, kind),
  })),
  ...['SMS', 'SMS_MFA'].map((kind): Call => ({
    title: `setPreferredMFA to ${kind}`,
    given: sue,
    call: ({ Auth }, user) => Auth.setPreferredMFA(user, kind),
  })),
  {
    title: 'setPreferredMFA to TOTP without an authenticator app',
    given: jane,
    call: ({ Auth }, user) => Auth.setPreferredMFA(user, 'TOTP'),
  },
  {
    title: 'setPreferredMFA to SMS without a phone number',
    given: jane,
    call: ({ Auth }, user) => Auth.setPreferredMFA(user, 'SMS'),
  },
  {
    title: 'setPreferredMFA to NOMFA without a second factor',
    given: jane,
    call: ({ Auth }, user) => Auth.setPreferredMFA(user, 'NOMFA'),
  },
  {
    title: 'setPreferredMFA to NOMFA with a preferred second factor',
    given: async (stage) => {
      const user = await janeWithApp(stage);
      await stage.Auth.setPreferredMFA(user, 'TOTP');
      return user;
    },
    call: ({ Auth }, user) => Auth.setPreferredMFA(user, 'NOMFA'),
  },
  {
    title: 'setPreferredMFA to NOMFA with a second factor that is not preferred',
    given: tom,
    call: ({ Auth }, user) => Auth.setPreferredMFA(user, 'NOMFA'),
  },
  {
    title: 'setPreferredMFA to something else',
    given: jane,
    call: ({ Auth }, user) => Auth.setPreferredMFA(user, 'PIGEON'),
  },
  {
    title: 'setPreferredMFA of a user object that never signed in',
    call: async ({ Auth }) => Auth.setPreferredMFA(await Auth.createCognitoUser('jane'), 'NOMFA'),
  },
];

const reading: readonly Call[] = [
  {
    title: 'getPreferredMFA after setPreferredMFA to SMS',
    given: async (stage) => {
      const user = await sue(stage);
      await stage.Auth.setPreferredMFA(user, 'SMS');
      return user;
    },
    call: ({ Auth }, user) => Auth.getPreferredMFA(user),
  },
  {
    title: 'getPreferredMFA without a second factor',
    given: jane,
    call: ({ Auth }, user) => Auth.getPreferredMFA(user),
  },
  {
    title: 'getPreferredMFA with a preferred one',
    given: async (stage) => {
      const user = await janeWithApp(stage);
      await stage.Auth.setPreferredMFA(user, 'TOTP');
      return user;
    },
    call: ({ Auth }, user) => Auth.getPreferredMFA(user),
  },
  {
    title: 'getPreferredMFA with bypassCache, one second factor and none preferred',
    given: sue,
    call: ({ Auth }, user) => Auth.getPreferredMFA(user, { bypassCache: true }),
  },
  {
    title: 'getPreferredMFA with two second factors and none preferred',
    pool: TWO_FACTORS_POOL,
    given: fay,
    call: ({ Auth }, user) => Auth.getPreferredMFA(user),
  },
  {
    title: 'getPreferredMFA of a user object that never signed in',
    call: async ({ Auth }) => Auth.getPreferredMFA(await Auth.createCognitoUser('jane')),
  },
  { title: 'getMFAOptions', given: sue, call: ({ Auth }, user) => Auth.getMFAOptions(user) },
  { title: 'getMFAOptions without a second factor', given: jane, call: ({ Auth }, user) => Auth.getMFAOptions(user) },
  { title: 'enableSMS', given: sue, call: ({ Auth }, user) => Auth.enableSMS(user) },
  { title: 'enableSMS of a user without a phone number', given: jane, call: ({ Auth }, user) => Auth.enableSMS(user) },
  { title: 'disableSMS', given: sue, call: ({ Auth }, user) => Auth.disableSMS(user) },
];

export const MFA: readonly Call[] = [...preferring, ...reading];
