import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuthClient } from '../../src/client/auth-client.js';
import { Secret } from '../../src/cognito/secret.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import { expectError, expectStep, PASSWORD, signIn } from '../contracts/client.contract.js';
import { closeSessionStorage, openSessionStorage } from './session-storage.js';
import { Stage } from './stage.js';

const CHOICE = { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' } as const;

/** What an endpoint answers that wants to have the password itself. */
const WISHES = {
  PASSWORD: { ChallengeName: 'PASSWORD' },
  'a choice that has only PASSWORD': { ChallengeName: 'SELECT_CHALLENGE', AvailableChallenges: ['PASSWORD'] },
};

let stage: Stage;
let bodies: string[];
beforeEach(async () => {
  stage = await Stage.open();
  bodies = [];
});
afterEach(() => stage.close());

/** From now on, Cognito answers this. */
function answers(wish: object): void {
  stage.intercept = async (request) => {
    bodies.push(await request.text());
    return Response.json({ Session: 'session', ChallengeParameters: { USERNAME: 'cleo' }, ...wish });
  };
}

/** Answers as a user does who is asked for a password. */
async function typesPassword(client: AuthClient, config: Partial<UserPoolConfig>): Promise<void> {
  const { authFlow = 'USER_SRP_AUTH' } = config;
  const step = await (authFlow === 'USER_AUTH' ? client.signIn({ username: 'cleo' }) : signIn(client, 'cleo'));
  if (!('ticket' in step)) return;
  const input = { ticket: step.ticket, choice: 'password', answer: new Secret(PASSWORD) } as const;
  await client.answer(input).catch(() => undefined);
}

describe('An endpoint that asks for the password itself', () => {
  for (const [what, wish] of Object.entries(WISHES)) {
    for (const authFlow of ['USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_WITH_SRP', 'CUSTOM_WITHOUT_SRP'] as const) {
      it(`does not get it, by ${what}, over ${authFlow}`, async () => {
        const config = { ...CHOICE, authFlow };
        answers(wish);
        await typesPassword(stage.client(config), config);
        assert.ok(bodies.length > 0 && !bodies.join('').includes(PASSWORD));
      });
    }

    it(`gets its proof instead, and may hide with it that a user does not exist: ${what}`, async () => {
      answers(wish);
      const client = stage.client(CHOICE);
      const { ticket, factors } = expectStep(await client.signIn({ username: 'cleo' }), 'selectFactor');
      assert.deepEqual(factors, ['password']);
      await expectError(client.answer({ ticket, choice: 'password', answer: new Secret(PASSWORD) }), 'credentials');
      await expectError(signIn(client, 'cleo'), 'credentials');
      assert.ok(!bodies.join('').includes(PASSWORD));
      assert.match(bodies.at(-1) ?? '', /"PREFERRED_CHALLENGE":"PASSWORD_SRP"/);
    });

    it(`gets it where the page allows that: ${what}`, async () => {
      const config = { ...CHOICE, plainPassword: true };
      answers(wish);
      await typesPassword(stage.client(config), config);
      assert.ok(bodies.at(-1)?.includes(PASSWORD));
    });
  }

  it('does not get it by a challenge that was stored before a reload', async (test) => {
    openSessionStorage();
    test.after(closeSessionStorage);
    const kept = { name: 'challenge', username: 'cleo', expiresAt: stage.clock.now() + 60_000 };
    const challenge = { name: 'PASSWORD', userId: 'cleo', parameters: {}, available: [] };
    const stored = JSON.stringify({ ...kept, challenge: { challenge, progress: { session: 'session' } } });
    sessionStorage.setItem(`auth-elements.${CHOICE.userPoolClientId}.asked`, stored);
    const client = stage.client({ ...CHOICE, resume: true });
    answers(WISHES.PASSWORD);
    const step = await client.restore();
    if ('ticket' in step) {
      await client.answer({ ticket: step.ticket, answer: new Secret(PASSWORD) }).catch(() => undefined);
    }
    assert.ok(!bodies.join('').includes(PASSWORD));
  });
});
