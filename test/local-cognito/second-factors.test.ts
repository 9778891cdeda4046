import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { findUser, totpCode } from '../../demo/cognito/index.js';
import { answerChallenge } from './support/answer-challenge.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { CHOICE_POOL, MIAS_KEY, PASSWORD, POOL, SETUP_POOL, setStage, TOMS_KEY } from './support/stage.js';
import type { AppClient } from './support/stage.js';

const stage = setStage();
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
});

/** A sign-in, request by request. */
function signIn(USERNAME: string, flow: aws.AuthFlowType, { clientId: ClientId }: AppClient) {
  let Session: string | undefined;
  let ChallengeName: aws.ChallengeNameType | undefined;
  const took = <Answer extends aws.InitiateAuthResponse>(asked: Answer): Answer => {
    assert.deepEqual(sdk.misfits, []);
    ({ Session, ChallengeName } = asked);
    return asked;
  };
  return {
    begin: async () =>
      took(
        await sdk.send(
          new aws.InitiateAuthCommand({ AuthFlow: flow, ClientId, AuthParameters: { USERNAME, PASSWORD } }),
        ),
      ),
    answer: async (responses: Record<string, string>) =>
      took(await answerChallenge(sdk, ClientId, { ChallengeName, Session }, { USERNAME, ...responses })),
    /** The session that the next request has to send. */
    get session() {
      return Session;
    },
    resume: (session: string | undefined) => {
      Session = session;
    },
  };
}

const listIn = ({ ChallengeParameters = {} }: aws.InitiateAuthResponse, name: string): unknown =>
  JSON.parse(ChallengeParameters[name] ?? 'null');

describe('choosing among second factors', () => {
  const KINDS = {
    SMS_MFA: () => ({ SMS_MFA_CODE: stage.codeFor('+15555550103') }),
    EMAIL_OTP: () => ({ EMAIL_OTP_CODE: stage.codeFor('mia@example.com') }),
    SOFTWARE_TOKEN_MFA: () => ({ SOFTWARE_TOKEN_MFA_CODE: stage.totp(MIAS_KEY) }),
  };

  for (const [kind, code] of Object.entries(KINDS)) {
    it(`accepts ${kind} as the choice, and then its code`, async () => {
      const mia = signIn('mia', 'USER_PASSWORD_AUTH', CHOICE_POOL);
      const asked = await mia.begin();
      assert.equal(asked.ChallengeName, 'SELECT_MFA_TYPE');
      assert.deepEqual(listIn(asked, 'MFAS_CAN_CHOOSE'), ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']);
      assert.equal((await mia.answer({ ANSWER: kind })).ChallengeName, kind);
      assert.ok((await mia.answer(code())).AuthenticationResult?.AccessToken);
    });
  }
});

describe('the code of an authenticator app', () => {
  for (const seconds of [-90, -60, 60, 90]) {
    it(`is refused ${Math.abs(seconds)} seconds ${seconds < 0 ? 'late' : 'early'}`, async () => {
      const tom = signIn('tom', 'USER_PASSWORD_AUTH', POOL);
      await tom.begin();
      const code = totpCode(TOMS_KEY, stage.cognito.store.now() + seconds * 1000);
      await assert.rejects(tom.answer({ SOFTWARE_TOKEN_MFA_CODE: code }), aws.CodeMismatchException);
    });
  }

  for (const seconds of [-30, 0, 30]) {
    it(`is accepted when a clock is ${seconds} seconds off`, async () => {
      const tom = signIn('tom', 'USER_PASSWORD_AUTH', POOL);
      await tom.begin();
      const code = totpCode(TOMS_KEY, stage.cognito.store.now() + seconds * 1000);
      assert.ok((await tom.answer({ SOFTWARE_TOKEN_MFA_CODE: code })).AuthenticationResult);
    });
  }
});

describe('setting a second factor up during a sign-in', () => {
  it('offers every method that the pool has', async () => {
    const asked = await signIn('seth', 'USER_PASSWORD_AUTH', SETUP_POOL).begin();
    assert.equal(asked.ChallengeName, 'MFA_SETUP');
    assert.deepEqual(listIn(asked, 'MFAS_CAN_SETUP'), ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']);
  });

  it('accepts an address, and the code that was sent to it', async () => {
    const seth = signIn('seth', 'USER_PASSWORD_AUTH', SETUP_POOL);
    await seth.begin();
    await assert.rejects(
      seth.answer({ EMAIL: 'nowhere' }),
      refusal(aws.InvalidParameterException, 'Invalid email address format.'),
    );
    const sent = await seth.answer({ EMAIL: 'seth@work.example' });
    assert.equal(sent.ChallengeName, 'EMAIL_OTP');
    assert.equal(sent.ChallengeParameters?.['CODE_DELIVERY_DESTINATION'], 's***@w***');
    await assert.rejects(seth.answer({ EMAIL_OTP_CODE: 'no code' }), aws.CodeMismatchException);
    const { AuthenticationResult } = await seth.answer({ EMAIL_OTP_CODE: stage.codeFor('seth@work.example') });
    const user = await sdk.send(new aws.GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }));
    assert.deepEqual(user.UserMFASettingList, ['EMAIL_OTP']);
    assert.equal((await seth.begin()).ChallengeName, 'EMAIL_OTP');
  });

  it('accepts an authenticator app', async () => {
    const seth = signIn('seth', 'USER_PASSWORD_AUTH', SETUP_POOL);
    await seth.begin();
    const { SecretCode = '', Session } = await sdk.send(
      new aws.AssociateSoftwareTokenCommand({ Session: seth.session }),
    );
    const verified = await sdk.send(
      new aws.VerifySoftwareTokenCommand({ Session, UserCode: stage.totp(SecretCode), FriendlyDeviceName: 'Phone' }),
    );
    seth.resume(verified.Session);
    assert.ok((await seth.answer({})).AuthenticationResult);
  });
});

describe('preferring a second factor', () => {
  it('accepts e-mail once the address is verified, and lists what is turned on', async () => {
    const cleo = await signIn('cleo', 'USER_PASSWORD_AUTH', CHOICE_POOL).begin();
    const AccessToken = cleo.AuthenticationResult?.AccessToken;
    const prefer = (input: Omit<aws.SetUserMFAPreferenceRequest, 'AccessToken'>) =>
      sdk.send(new aws.SetUserMFAPreferenceCommand({ AccessToken, ...input }));
    const both = { Enabled: true, PreferredMfa: true };
    await assert.rejects(
      prefer({ EmailMfaSettings: both, SMSMfaSettings: both }),
      refusal(aws.InvalidParameterException, 'Only one MFA method can be preferred.'),
    );
    await prefer({ EmailMfaSettings: both, SMSMfaSettings: { Enabled: true } });
    const factors = await sdk.send(new aws.GetUserAuthFactorsCommand({ AccessToken }));
    assert.deepEqual(factors.UserMFASettingList, ['SMS_MFA', 'EMAIL_OTP']);
    assert.equal(factors.PreferredMfaSetting, 'EMAIL_OTP');
    assert.deepEqual(factors.ConfiguredUserAuthFactors, ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP']);
    assert.deepEqual(sdk.misfits, []);
    assert.equal((await signIn('cleo', 'USER_PASSWORD_AUTH', CHOICE_POOL).begin()).ChallengeName, 'EMAIL_OTP');
  });

  it('refuses e-mail that is not verified', async () => {
    const sam = signIn('sam', 'USER_AUTH', CHOICE_POOL);
    await sam.begin();
    await sam.answer({ ANSWER: 'SMS_OTP' });
    const { AuthenticationResult } = await sam.answer({ SMS_OTP_CODE: stage.codeFor('+15555550101') });
    await assert.rejects(
      sdk.send(
        new aws.SetUserMFAPreferenceCommand({
          AccessToken: AuthenticationResult?.AccessToken,
          EmailMfaSettings: { Enabled: true },
        }),
      ),
      refusal(aws.InvalidParameterException, 'User does not have delivery config set to turn on EMAIL_OTP'),
    );
  });
});

describe('SetUserSettings', () => {
  it('turns codes by text message on for a number that is verified, and off', async () => {
    const { AuthenticationResult } = await signIn('jane', 'USER_PASSWORD_AUTH', POOL).begin();
    const { AccessToken = '' } = AuthenticationResult ?? {};
    const set = (...MFAOptions: aws.MFAOptionType[]) =>
      sdk.send(new aws.SetUserSettingsCommand({ AccessToken, MFAOptions }));
    const sms = { DeliveryMedium: 'SMS', AttributeName: 'phone_number' } as const;
    const missing = 'User does not have delivery config set to turn on SMS_MFA';
    await assert.rejects(set(sms), refusal(aws.InvalidParameterException, missing));
    const { attributes } = findUser(stage.cognito.store.pools[0]!, 'jane')!;
    attributes.set('phone_number', '+15555550177').set('phone_number_verified', 'true');
    await set(sms);
    const listed = async () => (await sdk.send(new aws.GetUserCommand({ AccessToken }))).UserMFASettingList;
    assert.deepEqual(await listed(), ['SMS_MFA']);
    await set();
    assert.equal(await listed(), undefined);
  });
});
