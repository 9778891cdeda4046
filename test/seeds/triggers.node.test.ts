import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { TriggerEvent, Triggers } from '../../demo/cognito/index.js';
import { runSample } from './run-sample.js';
import { titleOf } from './sample.js';
import { Auth, loggedUser, PASSWORD, Stage } from './stage.js';

let stage: Stage;
afterEach(() => stage.close());

/** The Lambda function that a sample exports. */
async function handlerOf<Event>(sample: string): Promise<(event: Event) => Promise<Event>> {
  const { handler } = await runSample(sample).ended;
  return handler as (event: Event) => Promise<Event>;
}

/** The Lambda functions of the guides, which show a captcha. */
const captcha = async (): Promise<Triggers> => ({
  defineAuthChallenge: await handlerOf('define-challenge.js'),
  createAuthChallenge: await handlerOf('create-captcha.js'),
  verifyAuthChallengeResponse: await handlerOf('verify-challenge.js'),
});

const LAMBDAS = ['define-challenge.js', 'create-captcha.js', 'verify-challenge.js'].map(titleOf).join('; ');

for (const sample of ['custom-challenge.js', 'custom-challenge.s1.js']) {
  describe(`${titleOf(sample)}, with the Lambda functions of ${LAMBDAS}`, () => {
    it('signs in with the right answer', async () => {
      stage = await Stage.open(await captcha());
      const user = await loggedUser(stage.run(sample, { names: { username: 'jane', answer: '5' } }));
      assert.equal(user.getUsername(), 'jane');
      assert.equal((await Auth.currentAuthenticatedUser()).getUsername(), 'jane');
    });

    it('logs why a wrong answer is refused', async () => {
      stage = await Stage.open(await captcha());
      const error = await stage.run(sample, { names: { username: 'jane', answer: '6' } }).logged();
      assert.equal((error as { code?: string }).code, 'NotAuthorizedException');
    });
  });
}

describe(titleOf('create-captcha.js'), () => {
  it('shows the address of the captcha, and not its answer', async () => {
    stage = await Stage.open(await captcha());
    const { challengeName, challengeParam } = await Auth.signIn('jane');
    assert.equal(challengeName, 'CUSTOM_CHALLENGE');
    assert.deepEqual(challengeParam, { USERNAME: 'jane', captchaUrl: 'url/123.jpg' });
  });
});

describe(titleOf('validation-data.js'), () => {
  for (const [form, validationData] of Object.entries({
    'an object': { team: '1' },
    'a list': [{ Name: 'team', Value: '1' }],
  })) {
    it(`reaches the Lambda function before the sign-in, as ${form}`, async () => {
      const told: TriggerEvent<'preAuthentication'>['request'][] = [];
      stage = await Stage.open({
        preAuthentication: async (event) => {
          told.push(event.request);
          return event;
        },
      });
      const names = { username: 'jane', password: PASSWORD, validationData };
      const user = await loggedUser(stage.run('validation-data.js', { names }));
      assert.equal(user.getUsername(), 'jane');
      assert.deepEqual(
        told.map((request) => request.validationData),
        [{ team: '1' }],
      );
    });
  }
});
