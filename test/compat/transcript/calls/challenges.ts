import type { Call, Stage } from '../call.js';
import { MFA_POOL, QUESTION_POOL, TWO_FACTORS_POOL, TWO_QUESTIONS_POOL } from '../pools.js';
import { MINUTE } from '../world.js';
import { choose, NEW_PASSWORD, otherThan, PASSWORD, signedIn, TOMS_KEY, WEAK } from './common.js';

const SUES_NUMBER = '+15555550100';

/** A user who has typed the password, and is asked for a second factor. */
const [tom, sue] = [signedIn('tom'), signedIn('sue')];

/** `confirmSignIn` with each spelling of the kind of code. */
const spellings: readonly Call[] = [undefined, 'SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'SMS', 'TOTP'].flatMap(
  (mfaType): Call[] => {
    const spelled = mfaType ? `as ${mfaType}` : 'without its kind';
    return [
      {
        title: `confirmSignIn with the code of a text message, ${spelled}`,
        given: sue,
        call: ({ Auth, world }, user) => Auth.confirmSignIn(user, world.codeFor(SUES_NUMBER), mfaType),
      },
      {
        title: `confirmSignIn with the code of an authenticator app, ${spelled}`,
        given: tom,
        call: ({ Auth, world }, user) => Auth.confirmSignIn(user, world.totp(TOMS_KEY), mfaType),
      },
    ];
  },
);

const confirming: readonly Call[] = [
  ...spellings,
  {
    title: 'confirmSignIn with a wrong code',
    given: sue,
    call: ({ Auth, world }, user) => Auth.confirmSignIn(user, otherThan(world.codeFor(SUES_NUMBER)), 'SMS_MFA'),
  },
  {
    title: 'confirmSignIn with a wrong code of an authenticator app',
    given: tom,
    call: ({ Auth, world }, user) => Auth.confirmSignIn(user, otherThan(world.totp(TOMS_KEY)), 'SOFTWARE_TOKEN_MFA'),
  },
  {
    title: 'confirmSignIn with the right code after a wrong one',
    given: async (stage) => {
      const user = await sue(stage);
      await Promise.allSettled([
        stage.Auth.confirmSignIn(user, otherThan(stage.world.codeFor(SUES_NUMBER)), 'SMS_MFA'),
      ]);
      return user;
    },
    call: ({ Auth, world }, user) => Auth.confirmSignIn(user, world.codeFor(SUES_NUMBER), 'SMS_MFA'),
  },
  { title: 'confirmSignIn without a code', given: sue, call: ({ Auth }, user) => Auth.confirmSignIn(user, '') },
  {
    title: 'confirmSignIn after the time for it',
    given: sue,
    call: ({ Auth, world }, user) => {
      world.pass(4 * MINUTE);
      return Auth.confirmSignIn(user, world.codeFor(SUES_NUMBER), 'SMS_MFA');
    },
  },
  {
    title: 'confirmSignIn twice with the same code, one after the other',
    given: async (stage) => {
      const user = await sue(stage);
      await stage.Auth.confirmSignIn(user, stage.world.codeFor(SUES_NUMBER), 'SMS_MFA');
      return user;
    },
    call: ({ Auth, world }, user) => Auth.confirmSignIn(user, world.codeFor(SUES_NUMBER), 'SMS_MFA'),
  },
  {
    title: 'confirmSignIn answers the same object',
    given: sue,
    call: async ({ Auth, world }, user) =>
      (await Auth.confirmSignIn(user, world.codeFor(SUES_NUMBER), 'SMS_MFA')) === user,
  },
  {
    title: 'confirmSignIn of a user object with a session that was kept',
    given: sue,
    call: async ({ Auth, world }, user) => {
      // The one thing that apps keep of a user object over a reload.
      const { Session } = user as { readonly Session: string };
      const again = Object.assign((await Auth.createCognitoUser('sue')) as object, { Session });
      return Auth.confirmSignIn(again, world.codeFor(SUES_NUMBER), 'SMS_MFA');
    },
  },
  {
    title: 'confirmSignIn after a second factor was chosen',
    pool: TWO_FACTORS_POOL,
    given: async ({ Auth }) => {
      const user = await Auth.signIn('fay', PASSWORD);
      await choose(user, 'SOFTWARE_TOKEN_MFA');
      return user;
    },
    call: ({ Auth, world }, user) => Auth.confirmSignIn(user, world.totp(TOMS_KEY), 'SOFTWARE_TOKEN_MFA'),
  },
  {
    title: 'confirmSignIn, then currentAuthenticatedUser',
    given: async (stage) => {
      const user = await sue(stage);
      await stage.Auth.confirmSignIn(user, stage.world.codeFor(SUES_NUMBER), 'SMS_MFA');
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
];

const newbie = ({ Auth }: Stage): unknown => Auth.signIn('newbie', 'Temporary-7');
const nell = ({ Auth }: Stage): unknown => Auth.signIn('nell', 'Temporary-7');

const choosingPasswords: readonly Call[] = [
  {
    title: 'completeNewPassword',
    given: newbie,
    call: ({ Auth }, user) => Auth.completeNewPassword(user, NEW_PASSWORD),
  },
  {
    title: 'completeNewPassword with attributes',
    given: nell,
    call: ({ Auth }, user) => Auth.completeNewPassword(user, NEW_PASSWORD, { email: 'nell@example.com' }),
  },
  {
    title: 'completeNewPassword without a required attribute',
    given: nell,
    call: ({ Auth }, user) => Auth.completeNewPassword(user, NEW_PASSWORD, {}),
  },
  {
    title: 'completeNewPassword with a weak password',
    given: newbie,
    call: ({ Auth }, user) => Auth.completeNewPassword(user, WEAK),
  },
  {
    title: 'completeNewPassword after a weak password',
    given: async (stage) => {
      const user = await newbie(stage);
      await Promise.allSettled([stage.Auth.completeNewPassword(user, WEAK)]);
      return user;
    },
    call: ({ Auth }, user) => Auth.completeNewPassword(user, NEW_PASSWORD),
  },
  {
    title: 'completeNewPassword without a password',
    given: newbie,
    call: ({ Auth }, user) => Auth.completeNewPassword(user, ''),
  },
];

const carl = ({ Auth }: Stage): unknown => Auth.signIn('carl');

const answering: readonly Call[] = [
  {
    title: 'sendCustomChallengeAnswer with the right answer',
    pool: QUESTION_POOL,
    given: carl,
    call: ({ Auth }, user) => Auth.sendCustomChallengeAnswer(user, '5'),
  },
  {
    title: 'sendCustomChallengeAnswer with a wrong answer',
    pool: QUESTION_POOL,
    given: carl,
    call: ({ Auth }, user) => Auth.sendCustomChallengeAnswer(user, '6'),
  },
  {
    title: 'sendCustomChallengeAnswer with the third wrong answer',
    pool: QUESTION_POOL,
    given: async (stage) => {
      const user = await carl(stage);
      await stage.Auth.sendCustomChallengeAnswer(user, '6');
      await stage.Auth.sendCustomChallengeAnswer(user, '7');
      return user;
    },
    call: ({ Auth }, user) => Auth.sendCustomChallengeAnswer(user, '8'),
  },
  {
    title: 'sendCustomChallengeAnswer when another question follows',
    pool: TWO_QUESTIONS_POOL,
    given: ({ Auth }) => Auth.signIn('quentin'),
    call: ({ Auth }, user) => Auth.sendCustomChallengeAnswer(user, '1'),
  },
  {
    title: 'sendCustomChallengeAnswer to another question',
    pool: TWO_QUESTIONS_POOL,
    given: async ({ Auth }) => Auth.sendCustomChallengeAnswer(await Auth.signIn('quentin'), '1'),
    call: ({ Auth }, user) => Auth.sendCustomChallengeAnswer(user, '2'),
  },
  {
    title: 'sendCustomChallengeAnswer answers the same object when asked again',
    pool: QUESTION_POOL,
    given: carl,
    call: async ({ Auth }, user) => (await Auth.sendCustomChallengeAnswer(user, '6')) === user,
  },
  {
    title: 'sendCustomChallengeAnswer answers the same object when signed in',
    pool: QUESTION_POOL,
    given: carl,
    call: async ({ Auth }, user) => (await Auth.sendCustomChallengeAnswer(user, '5')) === user,
  },
  {
    title: 'sendCustomChallengeAnswer without an answer',
    pool: QUESTION_POOL,
    given: carl,
    call: ({ Auth }, user) => Auth.sendCustomChallengeAnswer(user, ''),
  },
];

const max = ({ Auth }: Stage): unknown => Auth.signIn('max@example.com', PASSWORD);

const settingUp: readonly Call[] = [
  {
    title: 'setupTOTP during the sign-in',
    pool: MFA_POOL,
    given: max,
    call: ({ Auth }, user) => Auth.setupTOTP(user),
  },
  {
    title: 'verifyTotpToken during the sign-in',
    pool: MFA_POOL,
    given: withKey(max),
    call: ({ Auth, world }, given) => {
      const { user, key } = given as WithKey;
      return Auth.verifyTotpToken(user, world.totp(key));
    },
  },
  {
    title: 'verifyTotpToken during the sign-in, then currentAuthenticatedUser',
    pool: MFA_POOL,
    given: async (stage) => {
      const { user, key } = await withKey(max)(stage);
      await stage.Auth.verifyTotpToken(user, stage.world.totp(key));
    },
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  {
    title: 'verifyTotpToken with a wrong code during the sign-in',
    pool: MFA_POOL,
    given: withKey(max),
    call: ({ Auth, world }, given) => {
      const { user, key } = given as WithKey;
      return Auth.verifyTotpToken(user, otherThan(world.totp(key)));
    },
  },
  {
    title: 'setupTOTP of a user who is signed in',
    given: signedIn('jane'),
    call: ({ Auth }, user) => Auth.setupTOTP(user),
  },
  {
    title: 'verifyTotpToken of a user who is signed in',
    given: withKey(signedIn('jane')),
    call: ({ Auth, world }, given) => {
      const { user, key } = given as WithKey;
      return Auth.verifyTotpToken(user, world.totp(key));
    },
  },
  {
    title: 'verifyTotpToken with a wrong code of a user who is signed in',
    given: withKey(signedIn('jane')),
    call: ({ Auth, world }, given) => {
      const { user, key } = given as WithKey;
      return Auth.verifyTotpToken(user, otherThan(world.totp(key)));
    },
  },
];

interface WithKey {
  readonly user: unknown;
  readonly key: string;
}

/** A user who has got the key for an authenticator app. */
function withKey(signIn: (stage: Stage) => unknown) {
  return async (stage: Stage): Promise<WithKey> => {
    const user = await signIn(stage);
    return { user, key: String(await stage.Auth.setupTOTP(user)) };
  };
}

export const CHALLENGES: readonly Call[] = [...confirming, ...choosingPasswords, ...answering, ...settingUp];
