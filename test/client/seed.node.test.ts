import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SEED } from '../../demo/cognito/index.js';
import type { SeedPool, SeedUser } from '../../demo/cognito/index.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import { Stage } from './stage.js';

/** What the note of each user says: the first step of the sign-in, and something about it. */
const FIRST: Readonly<Record<string, readonly [Step['name'], object?]>> = {
  jane: ['done'],
  tom: ['confirmSignIn', { medium: 'totp' }],
  sue: ['confirmSignIn', { medium: 'sms' }],
  newbie: ['newPassword', { requiredAttributes: [] }],
  nell: ['newPassword', { requiredAttributes: ['email'] }],
  rita: ['resetPassword'],
  vera: ['verifyContact'],
  una: ['confirmSignUp'],
  'max@example.com': ['totpSetup'],
  emma: ['confirmSignIn', { medium: 'email' }],
  sam: ['confirmSignIn', { medium: 'sms' }],
  cleo: ['selectFactor', { factors: ['password', 'email', 'sms'] }],
  mia: ['selectFactor', { factors: ['password'] }],
  dave: ['selectFactor', { factors: ['password'] }],
  carl: ['customChallenge', { parameters: { USERNAME: 'carl', question: 'What is 2 + 3?' } }],
  lena: ['confirmSignUp'],
  seth: ['selectMfaType', { purpose: 'setup', types: ['totp', 'email'] }],
  dora: ['confirmSignIn', { medium: 'email' }],
  quinn: ['customChallenge', { parameters: { USERNAME: 'quinn', question: 'What is 2 + 3?' } }],
  olga: ['done'],
  hana: ['done'],
  thea: ['confirmSignIn', { medium: 'totp' }],
  stan: ['confirmSignIn', { medium: 'sms' }],
  nora: ['newPassword', { requiredAttributes: [] }],
};

describe('The users of the demo', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  const signIn = ({ pool, client: { id }, authFlow }: SeedPool, { username, password }: SeedUser): Promise<Step> => {
    const client = stage.client({ userPoolId: pool.id, userPoolClientId: id, ...(authFlow && { authFlow }) });
    return client.signIn({ username, ...(password && authFlow !== 'USER_AUTH' && { password: new Secret(password) }) });
  };

  it('are all in this test', () => {
    const names = SEED.flatMap(({ users }) => users.map(({ username }) => username));
    assert.deepEqual(names.toSorted(), Object.keys(FIRST).toSorted());
  });

  for (const pool of SEED) {
    for (const person of pool.users) {
      it(`get the step that their notes say: ${person.username}`, async () => {
        const [name, detail = {}] = FIRST[person.username] ?? [];
        const step = await signIn(pool, person);
        assert.equal(step.name, name);
        for (const [key, value] of Object.entries(detail)) assert.deepEqual(Reflect.get(step, key), value, key);
      });
    }
  }
});
