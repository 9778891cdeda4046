import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { addUsers, QUESTION } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import type { AuthConfig } from '../../src/config/config.js';
import { Stage } from '../client/stage.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { IS_LONG } from '../support/trials.js';
import { registerPasskey } from './passkey-of.js';
import { Visitor } from './visitor.js';
import type { Habits } from './visitor.js';

const PASSWORD = 'Correct-Horse-7';
const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const POOL = { userPoolId: 'us-east-1_Chains', userPoolClientId: 'chains' } as const;

/** A pool in which every challenge is possible. */
const SEED: SeedPool = {
  title: 'Everything',
  pool: {
    id: POOL.userPoolId,
    mfa: 'OPTIONAL',
    mfaMethods: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
    firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
    webAuthn: { id: 'localhost', userVerification: 'preferred' },
    devices: 'USER_OPT_IN',
    triggers: QUESTION,
  },
  client: {
    id: POOL.userPoolClientId,
    authFlows: ['USER_AUTH', 'USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'CUSTOM_AUTH', 'REFRESH_TOKEN_AUTH'].map(
      (flow) => `ALLOW_${flow}`,
    ),
  },
  users: [],
};

interface Start {
  readonly authFlow: NonNullable<AuthConfig['authFlow']>;
  readonly habits?: Partial<Habits>;
  /** Whether it uses a password, which may have to be replaced. */
  readonly isPassword?: boolean;
}

/** The ways in which a sign-in can begin. */
const STARTS: Readonly<Record<string, Start>> = {
  'password by SRP': { authFlow: 'USER_SRP_AUTH', isPassword: true },
  password: { authFlow: 'USER_PASSWORD_AUTH', isPassword: true },
  'password and question': { authFlow: 'CUSTOM_WITH_SRP', isPassword: true },
  question: { authFlow: 'CUSTOM_WITHOUT_SRP', habits: { passwords: [] } },
  'choice of a password': { authFlow: 'USER_AUTH', habits: { factor: 'password' }, isPassword: true },
  'password as a choice': { authFlow: 'USER_AUTH', isPassword: true },
  'choice of mail': { authFlow: 'USER_AUTH', habits: { factor: 'email' } },
  'choice of a text message': { authFlow: 'USER_AUTH', habits: { factor: 'sms', prefers: true } },
  'choice of a passkey': { authFlow: 'USER_AUTH', habits: { factor: 'passkey' } },
};

/** One challenge after the first factor, and the user's preference where there is a choice. */
interface Link {
  readonly name: ChallengeNameType;
  readonly mfaType?: 'totp' | 'sms' | 'email';
}
const link = (name: ChallengeNameType, mfaType?: Link['mfaType']): Link => ({ name, ...(mfaType && { mfaType }) });

const NEW_PASSWORD = link('NEW_PASSWORD_REQUIRED');
const QUESTIONS = link('CUSTOM_CHALLENGE');
const DEVICE = link('DEVICE_SRP_AUTH');
const SECOND_FACTORS = [
  link('SMS_MFA'),
  link('SOFTWARE_TOKEN_MFA'),
  link('EMAIL_OTP'),
  link('SELECT_MFA_TYPE', 'totp'),
  link('SELECT_MFA_TYPE', 'email'),
  link('MFA_SETUP', 'totp'),
  link('MFA_SETUP', 'email'),
];

/** The chains after the first factor: once a new password, custom challenges, a second factor, a device. */
function* linksAfter(before: readonly Link[], isPassword: boolean): Generator<Link> {
  const last = before.at(-1);
  if (last === DEVICE) return;
  if (!last || !SECOND_FACTORS.includes(last)) {
    if (isPassword && !before.includes(NEW_PASSWORD)) yield NEW_PASSWORD;
    yield QUESTIONS;
    yield* SECOND_FACTORS;
  }
  yield DEVICE;
}

const DEPTH = 5;

function* chainsOf(isPassword: boolean, before: readonly Link[] = []): Generator<readonly Link[]> {
  yield before;
  if (before.length + 1 >= DEPTH) return;
  for (const next of linksAfter(before, isPassword)) yield* chainsOf(isPassword, [...before, next]);
}

/** The chains of the short run. The number is prime, so that they differ for each start and link. */
const isChosen = (index: number): boolean => IS_LONG || index % 31 === 0;

describe('A chain of challenges', () => {
  let stage: Stage;
  let people = 0;
  let walked = 0;
  const browser = new PasskeyBrowser();
  before(async () => {
    stage = await Stage.open([SEED]);
    browser.open();
  });
  after(async () => {
    browser.close();
    await stage.close();
    console.log(`${walked} chains of challenges, each to its end.`);
  });

  async function walk(start: Start, chain: readonly Link[]): Promise<void> {
    const { store } = stage.cognito;
    const pool = store.pools[0]!;
    const username = `person${(people += 1).toString()}`;
    const phone = `+1555${people.toString().padStart(7, '0')}`;
    const email = `${username}@example.com`;
    const attributes = { email, email_verified: 'true', phone_number: phone, phone_number_verified: 'true' };
    addUsers(store, pool, [{ username, password: PASSWORD, attributes, totp: KEY, note: '' }]);
    const user = pool.users.find((one) => one.username === username)!;
    // Has an app, whose challenge is only a forced one.
    user.mfa.clear();
    stage.kept.clear();
    if (start.habits?.factor === 'passkey')
      await registerPasskey(stage, POOL, { username, password: PASSWORD }, browser);

    const mfaType = chain.find((one) => one.mfaType)?.mfaType;
    const owner: Habits = { username, email, phone, key: KEY, passwords: [PASSWORD], newPassword: 'Battery-Staple-8' };
    const habits: Habits = { ...owner, ...start.habits, ...(mfaType && { mfaType }) };
    if (chain.includes(DEVICE)) {
      const client = stage.client({ ...POOL, authFlow: 'USER_PASSWORD_AUTH' });
      await new Visitor(stage, client, owner).walk({ name: 'signIn' });
      await client.signOut({});
    }
    store.forcedChallenges.set(
      user,
      chain.map(({ name }) => name),
    );
    const visitor = new Visitor(stage, stage.client({ ...POOL, authFlow: start.authFlow }), habits);
    const steps = await visitor.walk({ name: 'signIn' });
    const done = steps.at(-1);
    assert.ok(done?.name === 'done' && done.user.sub === user.sub);
    assert.ok((await visitor.client.getTokens()).accessToken);
    assert.equal(store.forcedChallenges.has(user), false, 'every forced challenge was issued');
    const asked = steps.some(({ name }) => name === 'newPassword');
    assert.equal(asked, chain.includes(NEW_PASSWORD));
    assert.equal(steps.at(-2)?.name === 'rememberDevice', !chain.includes(DEVICE));
    walked += 1;
  }

  for (const [title, start] of Object.entries(STARTS)) {
    const chains = [...chainsOf(start.isPassword ?? false)];
    it(`signs in, after ${title}: ${chains.length} of them`, async () => {
      for (const [index, chain] of chains.entries()) {
        if (!isChosen(index)) continue;
        try {
          await walk(start, chain);
        } catch (cause) {
          const names = chain.map(({ name, mfaType = '' }) => `${name} ${mfaType}`);
          throw new Error(`${title} → ${names.join(' → ')}`, { cause });
        }
      }
    });
  }
});
