import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { answerChallenge } from './support/answer-challenge.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { SrpClient } from './support/srp-client.js';
import { CHOICE_POOL, PASSWORD, setStage } from './support/stage.js';

const stage = setStage();
const ClientId = CHOICE_POOL.clientId;
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
});

const begin = (USERNAME: string, parameters: Record<string, string> = {}) =>
  sdk.send(
    new aws.InitiateAuthCommand({ AuthFlow: 'USER_AUTH', ClientId, AuthParameters: { USERNAME, ...parameters } }),
  );

const answer = (asked: aws.InitiateAuthResponse, USERNAME: string, responses: Record<string, string>) =>
  answerChallenge(sdk, ClientId, asked, { USERNAME, ...responses });

/** Proves the password within a choice-based sign-in. */
const prove = (client: SrpClient, asked: aws.InitiateAuthResponse, username: string, password = PASSWORD) =>
  answer(asked, username, client.prove(asked, password));

const signedIn = ({ AuthenticationResult }: aws.RespondToAuthChallengeResponse): void => {
  assert.ok(AuthenticationResult?.AccessToken);
  assert.deepEqual(sdk.misfits, []);
};

const notAuthorized = refusal(aws.NotAuthorizedException, 'Incorrect username or password.');

describe('a choice-based sign-in', () => {
  it('lists the challenges to choose from when none is preferred', async () => {
    const cleo = await begin('cleo');
    assert.equal(cleo.ChallengeName, 'SELECT_CHALLENGE');
    assert.deepEqual(cleo.AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP']);
    assert.deepEqual((await begin('emma')).AvailableChallenges, ['EMAIL_OTP']);
    assert.deepEqual((await begin('sam')).AvailableChallenges, ['SMS_OTP']);
  });

  it('lets a user with a second factor begin with a password only', async () => {
    assert.deepEqual((await begin('mia')).AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD']);
  });

  it('falls back to the choice when the preferred challenge is not available', async () => {
    const { ChallengeName, AvailableChallenges } = await begin('emma', { PREFERRED_CHALLENGE: 'SMS_OTP' });
    assert.equal(ChallengeName, 'SELECT_CHALLENGE');
    assert.deepEqual(AvailableChallenges, ['EMAIL_OTP']);
  });

  it('sends a code by e-mail and accepts it', async () => {
    const asked = await begin('emma', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    assert.equal(asked.ChallengeName, 'EMAIL_OTP');
    assert.deepEqual(asked.ChallengeParameters, {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
      CODE_DELIVERY_DESTINATION: 'e***@e***',
    });
    await assert.rejects(
      answer(asked, 'emma', { EMAIL_OTP_CODE: 'no code' }),
      refusal(aws.CodeMismatchException, 'Invalid code or auth state for the user.'),
    );
    signedIn(await answer(asked, 'emma', { EMAIL_OTP_CODE: stage.codeFor('emma@example.com') }));
  });

  it('sends a code by text message and accepts it', async () => {
    const asked = await begin('sam', { PREFERRED_CHALLENGE: 'SMS_OTP' });
    assert.equal(asked.ChallengeName, 'SMS_OTP');
    assert.equal(asked.ChallengeParameters?.['CODE_DELIVERY_DESTINATION'], '+*******0101');
    signedIn(await answer(asked, 'sam', { SMS_OTP_CODE: stage.codeFor('+15555550101') }));
  });

  it('sends eight digits as the first factor, and six as the second', async () => {
    await begin('emma', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    assert.match(stage.codeFor('emma@example.com'), /^\d{8}$/);
    await begin('sam', { PREFERRED_CHALLENGE: 'SMS_OTP' });
    assert.match(stage.codeFor('+15555550101'), /^\d{8}$/);
    const asked = await begin('dave', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD });
    assert.equal(asked.ChallengeName, 'EMAIL_OTP');
    assert.match(stage.codeFor('dave@example.com'), /^\d{6}$/);
  });

  it('accepts the choice, and then the response to it', async () => {
    const chosen = await answer(await begin('cleo'), 'cleo', { ANSWER: 'EMAIL_OTP' });
    assert.equal(chosen.ChallengeName, 'EMAIL_OTP');
    signedIn(await answer(chosen, 'cleo', { EMAIL_OTP_CODE: stage.codeFor('cleo@example.com') }));

    const password = await answer(await begin('cleo'), 'cleo', { ANSWER: 'PASSWORD' });
    assert.equal(password.ChallengeName, 'PASSWORD');
    await assert.rejects(answer(password, 'cleo', { PASSWORD: 'wrong' }), notAuthorized);
    signedIn(await answer(password, 'cleo', { PASSWORD }));

    await assert.rejects(
      answer(await begin('cleo'), 'cleo', { ANSWER: 'WEB_AUTHN' }),
      refusal(aws.InvalidParameterException, 'Selected challenge is not available.'),
    );
  });

  it('accepts the choice and the password in one request', async () => {
    signedIn(await answer(await begin('cleo'), 'cleo', { ANSWER: 'PASSWORD', PASSWORD }));
    signedIn(await begin('cleo', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD }));
  });

  it('accepts an SRP proof, whichever request has SRP_A', async () => {
    const ways = [
      (SRP_A: string) => begin('cleo', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A }),
      async (SRP_A: string) => answer(await begin('cleo'), 'cleo', { ANSWER: 'PASSWORD_SRP', SRP_A }),
      async (SRP_A: string) => answer(await begin('cleo', { PREFERRED_CHALLENGE: 'PASSWORD_SRP' }), 'cleo', { SRP_A }),
    ];
    for (const way of ways) {
      const client = new SrpClient('Example3');
      const asked = await way(client.publicValue);
      assert.equal(asked.ChallengeName, 'PASSWORD_VERIFIER');
      assert.ok(asked.Session);
      signedIn(await prove(client, asked, 'cleo'));
    }
    const client = new SrpClient('Example3');
    const asked = await begin('cleo', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: client.publicValue });
    await assert.rejects(prove(client, asked, 'cleo', 'wrong'), notAuthorized);
    const other = await begin('cleo', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: client.publicValue });
    await assert.rejects(
      prove(client, { ...other, Session: asked.Session }, 'cleo'),
      refusal(aws.NotAuthorizedException, 'Invalid session for the user.'),
    );
  });

  it('continues with a second factor after the password', async () => {
    const asked = await begin('dave', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD });
    assert.equal(asked.ChallengeName, 'EMAIL_OTP');
    signedIn(await answer(asked, 'dave', { EMAIL_OTP_CODE: stage.codeFor('dave@example.com') }));
  });

  it('simulates an unknown user, and never reveals that', async () => {
    const before = stage.cognito.outbox.messages.length;
    const password = await begin('unknown', { PREFERRED_CHALLENGE: 'PASSWORD' });
    assert.equal(password.ChallengeName, 'PASSWORD');
    await assert.rejects(answer(password, 'unknown', { PASSWORD }), notAuthorized);
    const asked = await begin('unknown', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    assert.deepEqual(asked.AvailableChallenges, ['EMAIL_OTP']);
    assert.equal(asked.ChallengeParameters?.['CODE_DELIVERY_DESTINATION'], 'u***@e***');
    await assert.rejects(answer(asked, 'unknown', { EMAIL_OTP_CODE: '123456' }), aws.CodeMismatchException);
    assert.equal(stage.cognito.outbox.messages.length, before);
  });

  it('offers an unknown user some of the challenges of the pool, at random', async () => {
    const ALL = ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'];
    const seen = new Set<string>();
    for (let round = 0; round < 40 && seen.size < 4; round++) {
      const { ChallengeName, AvailableChallenges = [] } = await begin('unknown');
      assert.equal(ChallengeName, 'SELECT_CHALLENGE');
      assert.ok(AvailableChallenges.length > 0 && AvailableChallenges.every((name) => ALL.includes(name)));
      seen.add(AvailableChallenges.join());
    }
    assert.equal(seen.size, 4);
  });

  it('offers an unknown user no passkey where the pool has no relying party', async () => {
    const pool = stage.cognito.store.pools.find(({ id }) => id === CHOICE_POOL.userPoolId)!;
    Object.assign(pool, { webAuthn: undefined, firstFactors: ['PASSWORD', 'WEB_AUTHN'] });
    const { AvailableChallenges } = await begin('unknown', { PREFERRED_CHALLENGE: 'WEB_AUTHN' });
    assert.deepEqual(AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD']);
  });

  it('ends a session with its right response', async () => {
    const asked = await begin('emma', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    const code = { EMAIL_OTP_CODE: stage.codeFor('emma@example.com') };
    signedIn(await answer(asked, 'emma', code));
    await assert.rejects(
      answer(asked, 'emma', code),
      refusal(aws.NotAuthorizedException, 'Invalid session for the user, session can only be used once.'),
    );
  });
});
