import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as auth from 'aws-amplify/auth';
import { configureAmplify } from './support/amplify.js';
import { CHOICE_POOL, PASSWORD, QUESTION_POOL, SETUP_POOL, setStage } from './support/stage.js';
import type { AppClient } from './support/stage.js';

const stage = setStage();

async function configure(client: AppClient): Promise<void> {
  configureAmplify(stage.cognito.endpoint, client);
  await auth.signOut();
}

const done = ({ isSignedIn, nextStep }: auth.SignInOutput): void => {
  assert.equal(nextStep.signInStep, 'DONE');
  assert.equal(isSignedIn, true);
};

describe('a choice of factors', () => {
  beforeEach(() => configure(CHOICE_POOL));

  it('offers codes, and the code signs in', async () => {
    const asked = await auth.signIn({ username: 'cleo', options: { authFlowType: 'USER_AUTH' } });
    assert.equal(asked.nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION');
    const chosen = await auth.confirmSignIn({ challengeResponse: 'EMAIL_OTP' });
    assert.equal(chosen.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
    done(await auth.confirmSignIn({ challengeResponse: stage.codeFor('cleo@example.com') }));
    assert.equal((await auth.getCurrentUser()).username, 'cleo');
  });

  for (const preferredChallenge of ['PASSWORD', 'PASSWORD_SRP'] as const) {
    it(`uses ${preferredChallenge} when it is preferred`, async () => {
      const options = { authFlowType: 'USER_AUTH', preferredChallenge } as const;
      done(await auth.signIn({ username: 'cleo', password: PASSWORD, options }));
    });

    it(`uses ${preferredChallenge} when it is chosen`, async () => {
      await auth.signIn({ username: 'cleo', options: { authFlowType: 'USER_AUTH' } });
      const asked = await auth.confirmSignIn({ challengeResponse: preferredChallenge });
      assert.equal(asked.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_PASSWORD');
      done(await auth.confirmSignIn({ challengeResponse: PASSWORD }));
    });
  }

  it('sends a text message when it is preferred', async () => {
    const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'SMS_OTP' } as const;
    const asked = await auth.signIn({ username: 'sam', options });
    assert.equal(asked.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_SMS_CODE');
    done(await auth.confirmSignIn({ challengeResponse: stage.codeFor('+15555550101') }));
  });
});

describe('second factors', () => {
  it('are offered for a choice', async () => {
    await configure(CHOICE_POOL);
    const asked = await auth.signIn({ username: 'mia', password: PASSWORD });
    assert.equal(asked.nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION');
    const chosen = await auth.confirmSignIn({ challengeResponse: 'EMAIL' });
    assert.equal(chosen.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
    done(await auth.confirmSignIn({ challengeResponse: stage.codeFor('mia@example.com') }));
    assert.deepEqual(await auth.fetchMFAPreference(), { enabled: ['TOTP', 'SMS', 'EMAIL'], preferred: undefined });
  });

  it('are set up by e-mail', async () => {
    await configure(SETUP_POOL);
    const asked = await auth.signIn({ username: 'seth', password: PASSWORD });
    assert.equal(asked.nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION');
    const chosen = await auth.confirmSignIn({ challengeResponse: 'EMAIL' });
    assert.equal(chosen.nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_EMAIL_SETUP');
    const sent = await auth.confirmSignIn({ challengeResponse: 'seth@example.com' });
    assert.equal(sent.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
    done(await auth.confirmSignIn({ challengeResponse: stage.codeFor('seth@example.com') }));
  });

  it('are set up with an authenticator app', async () => {
    await configure(SETUP_POOL);
    await auth.signIn({ username: 'seth', password: PASSWORD });
    const { nextStep } = await auth.confirmSignIn({ challengeResponse: 'TOTP' });
    assert.equal(nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP');
    done(await auth.confirmSignIn({ challengeResponse: stage.totp(nextStep.totpSetupDetails.sharedSecret) }));
  });
});

describe('a custom sign-in', () => {
  beforeEach(() => configure(QUESTION_POOL));

  for (const authFlowType of ['CUSTOM_WITHOUT_SRP', 'CUSTOM_WITH_SRP'] as const) {
    it(`asks until the answer is right: ${authFlowType}`, async () => {
      const password = authFlowType === 'CUSTOM_WITH_SRP' ? { password: PASSWORD } : {};
      const asked = await auth.signIn({ username: 'carl', ...password, options: { authFlowType } });
      assert.equal(asked.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE');
      assert.equal(asked.nextStep.additionalInfo?.['question'], 'What is 2 + 3?');
      const again = await auth.confirmSignIn({ challengeResponse: '6' });
      assert.equal(again.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE');
      done(await auth.confirmSignIn({ challengeResponse: '5' }));
    });
  }
});

describe('a sign-up without a password', () => {
  it('goes on to a sign-in by itself', async ({ mock }) => {
    // Amplify has a timer of minutes, which would keep the process alive.
    mock.timers.enable({ apis: ['setTimeout'] });
    await configure(CHOICE_POOL);
    const signedUp = await auth.signUp({
      username: 'nora',
      options: { userAttributes: { email: 'nora@example.com' }, autoSignIn: { authFlowType: 'USER_AUTH' } },
    });
    assert.equal(signedUp.nextStep.signUpStep, 'CONFIRM_SIGN_UP');
    const confirmationCode = stage.codeFor('nora@example.com');
    const confirmed = await auth.confirmSignUp({ username: 'nora', confirmationCode });
    assert.equal(confirmed.nextStep.signUpStep, 'COMPLETE_AUTO_SIGN_IN');
    done(await auth.autoSignIn());
  });
});

describe('a device that users may remember', () => {
  it('replaces the code from then on', async () => {
    await configure({ userPoolId: 'us-east-1_Example6', clientId: 'pqr678' });
    const asked = await auth.signIn({ username: 'dora', password: PASSWORD });
    assert.equal(asked.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
    done(await auth.confirmSignIn({ challengeResponse: stage.codeFor('dora@example.com') }));
    await auth.rememberDevice();
    await auth.signOut();
    done(await auth.signIn({ username: 'dora', password: PASSWORD }));
  });
});
