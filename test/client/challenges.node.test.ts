import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { MIAS_KEY, totpCode } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import type { Factor, Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import type { AuthFlow } from '../../src/config/config.js';
import { expectError, expectStep, PASSWORD } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

const POOLS = {
  choice: { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' },
  question: { userPoolId: 'us-east-1_Example4', userPoolClientId: 'jkl012', authFlow: 'CUSTOM_WITHOUT_SRP' },
  both: { userPoolId: 'us-east-1_Example8', userPoolClientId: 'vwx234', authFlow: 'CUSTOM_WITH_SRP' },
  moving: { userPoolId: 'us-east-1_Example9', userPoolClientId: 'yza567', authFlow: 'USER_PASSWORD_AUTH' },
  setup: { userPoolId: 'us-east-1_Example5', userPoolClientId: 'mno345', authFlow: 'USER_SRP_AUTH' },
} as const;

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

/** A user with a client of a pool. */
function at(pool: keyof typeof POOLS) {
  const client: AuthClient = stage.client(POOLS[pool]);
  const password = new Secret(PASSWORD);
  return {
    client,
    begins: (username: string, preferred?: Factor) => client.signIn({ username, ...(preferred && { preferred }) }),
    signsIn: (username: string, authFlow?: AuthFlow) =>
      client.signIn({ username, password, ...(authFlow && { authFlow }) }),
    answers: (step: Step, answer: string) => {
      assert.ok('ticket' in step);
      return client.answer({ ticket: step.ticket, answer: new Secret(answer) });
    },
    chooses: (step: Step, choice: Parameters<AuthClient['answer']>[0]['choice'], answer?: string) => {
      assert.ok('ticket' in step && choice);
      return client.answer({ ticket: step.ticket, choice, ...(answer && { answer: new Secret(answer) }) });
    },
  };
}
const latest = (to: string): string => stage.cognito.outbox.latest(to).code;

describe('A user who can choose a first factor', () => {
  it('is asked which one', async () => {
    const { begins } = at('choice');
    const { factors } = expectStep(await begins('cleo'), 'selectFactor');
    assert.deepEqual(
      factors,
      ['password', 'email', 'sms'].filter((factor) => factors.includes(factor as Factor)),
    );
    assert.ok(factors.includes('password') && factors.includes('email'));
  });

  it('signs in by a password, which never leaves the page', async () => {
    const { begins, chooses } = at('choice');
    const requests: string[] = [];
    stage.intercept = async (request, pass) => {
      requests.push(await request.clone().text());
      return pass();
    };
    const step = await chooses(await begins('cleo'), 'password', PASSWORD);
    assert.equal(expectStep(step, 'done').user.username, 'cleo');
    assert.ok(!requests.join().includes(PASSWORD));
  });

  it('can type the password again after a wrong one', async () => {
    const { begins, chooses } = at('choice');
    const step = await begins('cleo');
    await expectError(chooses(step, 'password', 'wrong-Password-1'), 'credentials');
    await expectError(chooses(step, 'password', 'wrong-Password-2'), 'credentials');
    expectStep(await chooses(step, 'password', PASSWORD), 'done');
  });

  it('signs in by a code', async () => {
    const { begins, chooses, answers } = at('choice');
    const code = expectStep(await chooses(await begins('cleo'), 'email'), 'confirmSignIn');
    assert.equal(code.medium, 'email');
    assert.equal(code.delivery?.destination, 'c***@e***');
    await expectError(answers(code, '00000000'), 'wrong-code');
    expectStep(await answers(code, latest('cleo@example.com')), 'done');
  });

  it('is not asked when there is only one', async () => {
    const { begins, answers } = at('choice');
    const mail = expectStep(await begins('emma'), 'confirmSignIn');
    assert.equal(mail.medium, 'email');
    expectStep(await answers(mail, latest('emma@example.com')), 'done');
  });

  it('gets the preferred one', async () => {
    const { begins, answers } = at('choice');
    const text = expectStep(await begins('sam', 'sms'), 'confirmSignIn');
    assert.equal(text.medium, 'sms');
    expectStep(await answers(text, latest('+15555550101')), 'done');
  });

  it('can send the password with the choice', async () => {
    const { signsIn } = at('choice');
    expectStep(await signsIn('cleo'), 'done');
    expectStep(await signsIn('cleo', 'USER_SRP_AUTH'), 'done');
  });
});

describe('A new user where passwords are optional', () => {
  it('is signed in after the code, without a password or another code', async () => {
    const { client } = at('choice');
    const email = 'nora@example.com';
    expectStep(await client.signUp({ username: 'nora', attributes: { email } }), 'confirmSignUp');
    const code = new Secret(latest(email));
    assert.equal(expectStep(await client.confirmSignUp({ username: 'nora', code }), 'done').user.username, 'nora');
  });
});

describe('A user with several second factors', () => {
  for (const [choice, medium] of [
    ['totp', 'totp'],
    ['sms', 'sms'],
    ['email', 'email'],
  ] as const) {
    it(`chooses ${choice}`, async () => {
      const { signsIn, chooses, answers } = at('choice');
      const question = expectStep(await signsIn('mia'), 'selectMfaType');
      assert.equal(question.purpose, 'use');
      assert.deepEqual(question.types, ['totp', 'sms', 'email']);
      const code = expectStep(await chooses(question, choice), 'confirmSignIn');
      assert.equal(code.medium, medium);
      const typed = {
        totp: () => totpCode(MIAS_KEY, stage.clock.now()),
        sms: () => latest('+15555550103'),
        email: () => latest('mia@example.com'),
      }[choice]();
      expectStep(await answers(code, typed), 'done');
    });
  }

  it('chooses one to set up: an authenticator app', async () => {
    const { signsIn, chooses, answers } = at('setup');
    const question = expectStep(await signsIn('seth'), 'selectMfaType');
    assert.equal(question.purpose, 'setup');
    const setup = expectStep(await chooses(question, 'totp'), 'totpSetup');
    expectStep(await answers(setup, totpCode(setup.secret.reveal(), stage.clock.now())), 'done');
  });

  it('chooses one to set up: codes by mail, to an address that is asked for', async () => {
    const { client, signsIn, chooses, answers } = at('setup');
    const setup = expectStep(await chooses(await signsIn('seth'), 'email'), 'emailSetup');
    const email = 'seth@example.com';
    const code = expectStep(await client.answer({ ticket: setup.ticket, attributes: { email } }), 'confirmSignIn');
    assert.equal(code.medium, 'email');
    expectStep(await answers(code, latest(email)), 'done');
  });
});

describe('A user with a custom challenge', () => {
  it('answers, is asked again after a wrong answer, and is signed in', async () => {
    const { begins, answers } = at('question');
    const first = expectStep(await begins('carl'), 'customChallenge');
    assert.equal(first.parameters['question'], 'What is 2 + 3?');
    const second = expectStep(await answers(first, '6'), 'customChallenge');
    assert.notEqual(second.ticket, first.ticket);
    expectStep(await answers(second, '5'), 'done');
  });

  it('answers with the internal user name, whatever was typed', async () => {
    const { begins, answers } = at('question');
    const asked = await begins('CARL@example.com');
    const names: unknown[] = [];
    stage.intercept = async (request, pass) => {
      names.push(/"USERNAME":"(.*?)"/.exec(await request.clone().text())?.[1]);
      return pass();
    };
    expectStep(await answers(asked, '5'), 'done');
    assert.deepEqual(names, ['carl']);
  });

  it('starts again after too many wrong answers', async () => {
    const { begins, answers } = at('question');
    let step = await begins('carl');
    for (let tries = 0; tries < 2; tries += 1) step = await answers(step, '6');
    await expectError(answers(step, '6'), 'challenge-failed');
  });

  it('is asked after the password, where the flow begins with it', async () => {
    const { signsIn, answers } = at('both');
    const asked = expectStep(await signsIn('quinn'), 'customChallenge');
    expectStep(await answers(asked, '5'), 'done');
  });
});

describe('A user whose account is in an older system', () => {
  it('is migrated with the password of that system', async () => {
    const { client, signsIn } = at('moving');
    const { user } = expectStep(await signsIn('olga'), 'done');
    assert.equal(user.attributes['given_name'], 'Olga');
    await client.signOut({});
    expectStep(await signsIn('olga', 'USER_SRP_AUTH'), 'done');
  });

  it('is not migrated with a wrong one', async () => {
    const { client } = at('moving');
    await expectError(client.signIn({ username: 'olga', password: new Secret('wrong') }), 'credentials');
  });

  it('is migrated with a new password after a reset', async () => {
    const { client, signsIn } = at('moving');
    expectStep(await client.forgotPassword({ username: 'olga' }), 'resetPassword');
    const code = new Secret(latest('olga@example.com'));
    await client.resetPassword({ username: 'olga', code, password: new Secret(PASSWORD) });
    expectStep(await signsIn('olga'), 'done');
  });
});

describe('A user who types five wrong codes', () => {
  const pool = () => stage.cognito.store.pools.find(({ id }) => id === POOLS.choice.userPoolId)!;
  for (const [what, begin, address] of [
    ['the first factor', ({ begins }: ReturnType<typeof at>) => begins('emma', 'email'), 'emma@example.com'],
    ['the second factor', ({ signsIn }: ReturnType<typeof at>) => signsIn('dave'), 'dave@example.com'],
  ] as const) {
    it(`of ${what} waits a second, and signs in by the same code`, async () => {
      const user = at('choice');
      const step = await begin(user);
      for (let round = 0; round < 5; round += 1) await expectError(user.answers(step, '00'), 'wrong-code');
      await expectError(user.answers(step, latest(address)), 'locked');
      stage.clock.advance(1000);
      expectStep(await user.answers(step, latest(address)), 'done');
    });

    it(`of ${what} starts again where Cognito ends the sign-in`, async () => {
      Object.assign(pool(), { endsSessionAfterWrongCodes: true });
      const user = at('choice');
      const step = await begin(user);
      for (let round = 0; round < 5; round += 1) await expectError(user.answers(step, '00'), 'wrong-code');
      await expectError(user.answers(step, latest(address)), 'challenge-expired');
      expectStep(await user.answers(await begin(user), latest(address)), 'done');
    });
  }
});
