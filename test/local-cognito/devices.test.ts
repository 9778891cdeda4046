/* eslint-disable @typescript-eslint/no-deprecated -- The whole library is, and its users are many. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import type { CognitoUserSession } from 'amazon-cognito-identity-js';
import * as auth from 'aws-amplify/auth';
import { findUser } from '../../demo/cognito/index.js';
import type { SeedPool } from '../../demo/cognito/index.js';
import { answerChallenge } from './support/answer-challenge.js';
import { configureAmplify } from './support/amplify.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { MemoryStorage } from './support/memory-storage.js';
import { refusal } from './support/refusal.js';
import { PASSWORD, setStage } from './support/stage.js';

const MAIL = 'dave@example.com';

/** Dave needs a code by text message on devices that are not trusted. Devices are remembered as the pool's name says. */
const pool = (name: string, devices: 'ALWAYS' | 'USER_OPT_IN'): SeedPool => ({
  title: name,
  pool: { id: `us-east-1_${name}`, mfa: 'OPTIONAL', devices },
  client: { id: name.toLowerCase() },
  users: [
    {
      username: 'dave',
      password: PASSWORD,
      attributes: { email: MAIL, email_verified: 'true', phone_number: '+15555550104', phone_number_verified: 'true' },
      sms: true,
      note: '',
    },
  ],
});

const stage = setStage([pool('Always', 'ALWAYS'), pool('Asking', 'USER_OPT_IN')]);
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
});

const operations = (): string[] => stage.cognito.received.map(({ operation }) => operation);
const noDevice = refusal(aws.ResourceNotFoundException, 'Device does not exist.');

describe('a device, by amazon-cognito-identity-js', () => {
  /** A user in a browser, which stores the secret of the device. */
  function dave(poolName: string, typed = 'dave') {
    const Storage = new MemoryStorage();
    const endpoint = stage.cognito.endpoint;
    const options = { UserPoolId: `us-east-1_${poolName}`, ClientId: poolName.toLowerCase(), endpoint, Storage };
    const user = () => new CognitoUser({ Username: typed, Pool: new CognitoUserPool(options), Storage });
    /** Signs in. Returns how, and whether the pool asks whether to remember the device. */
    const signIn = () =>
      new Promise<{ user: CognitoUser; wasAskedForCode: boolean; isAsking: boolean }>((resolve, reject) => {
        const person = user();
        let wasAskedForCode = false;
        const callbacks = {
          onSuccess: (_session: CognitoUserSession, isAsking?: boolean) =>
            resolve({ user: person, wasAskedForCode, isAsking: isAsking === true }),
          onFailure: reject,
          mfaRequired: () => {
            wasAskedForCode = true;
            person.sendMFACode(stage.codeFor('+15555550104'), callbacks);
          },
        };
        person.authenticateUser(new AuthenticationDetails({ Username: typed, Password: PASSWORD }), callbacks);
      });
    return { signIn, Storage };
  }

  const remember = (user: CognitoUser) =>
    new Promise((onSuccess, onFailure) => user.setDeviceStatusRemembered({ onSuccess, onFailure }));

  it('is remembered at once where the pool always does so, and replaces the second factor', async () => {
    const { signIn } = dave('Always');
    const first = await signIn();
    assert.equal(first.wasAskedForCode, true);
    assert.equal(first.isAsking, false);
    assert.ok(operations().includes('ConfirmDevice'));
    assert.equal((await signIn()).wasAskedForCode, false);
  });

  it('is confirmed for a user who typed an alias, as SRP tells the user name', async () => {
    const { signIn } = dave('Always', MAIL);
    await signIn();
    assert.ok(operations().includes('ConfirmDevice'));
  });

  it('is remembered when the user agrees', async () => {
    const { signIn } = dave('Asking');
    const first = await signIn();
    assert.equal(first.isAsking, true);
    await remember(first.user);
    assert.equal((await signIn()).wasAskedForCode, false);
  });

  it('that was forgotten elsewhere signs in as a new device', async () => {
    const { signIn } = dave('Always');
    await signIn();
    findUser(stage.cognito.store.pools[0]!, 'dave')?.devices.clear();
    const before = operations().length;
    assert.equal((await signIn()).wasAskedForCode, true);
    // The library repeats the same proof of the password without the device.
    const rounds = ['InitiateAuth', 'RespondToAuthChallenge', 'RespondToAuthChallenge', 'RespondToAuthChallenge'];
    assert.deepEqual(operations().slice(before), [...rounds, 'ConfirmDevice']);
  });

  it('with the secret of another one is refused', async () => {
    const { signIn, Storage } = dave('Always');
    await signIn();
    const [secret] = [...Storage.keys()].filter((key) => key.endsWith('randomPasswordKey'));
    Storage.setItem(secret!, 'not the secret');
    await assert.rejects(signIn(), { name: 'NotAuthorizedException', message: 'Incorrect username or password.' });
  });
});

describe('a device, by Amplify', () => {
  it('is remembered, listed and forgotten', async () => {
    configureAmplify(stage.cognito.endpoint, { userPoolId: 'us-east-1_Asking', clientId: 'asking' });
    const signIn = () => auth.signIn({ username: 'dave', password: PASSWORD });
    const { nextStep } = await signIn();
    assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_SMS_CODE');
    await auth.confirmSignIn({ challengeResponse: stage.codeFor('+15555550104') });
    await auth.rememberDevice();
    const [device, ...others] = await auth.fetchDevices();
    assert.deepEqual(others, []);
    assert.match(device!.id, /^us-east-1_[\da-f-]{36}$/);
    await auth.signOut();
    assert.equal((await signIn()).nextStep.signInStep, 'DONE');
    assert.ok((await auth.fetchAuthSession({ forceRefresh: true })).tokens, 'The device refreshes its tokens.');
    await auth.forgetDevice({ device: device! });
    assert.deepEqual(await auth.fetchDevices(), []);
    await auth.signOut();
    assert.equal((await signIn()).nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_SMS_CODE');
    await auth.confirmSignIn({ challengeResponse: stage.codeFor('+15555550104') });
    await auth.signOut();
  });
});

describe('a device, by the SDK', () => {
  const ClientId = 'asking';
  const begin = (parameters: Record<string, string> = {}) =>
    sdk.send(
      new aws.InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME: 'dave', PASSWORD, ...parameters },
      }),
    );
  const answer = (asked: aws.InitiateAuthResponse, responses: Record<string, string>) =>
    answerChallenge(sdk, ClientId, asked, { USERNAME: 'dave', ...responses });
  const verifier = { Salt: 'c2FsdA==', PasswordVerifier: 'dmVyaWZpZXI=' };
  const code = () => ({ SMS_MFA_CODE: stage.codeFor('+15555550104') });

  const confirm = ({ AccessToken, NewDeviceMetadata }: aws.AuthenticationResultType = {}, DeviceName?: string) =>
    sdk.send(
      new aws.ConfirmDeviceCommand({
        AccessToken,
        DeviceKey: NewDeviceMetadata?.DeviceKey,
        DeviceName,
        DeviceSecretVerifierConfig: verifier,
      }),
    );

  /** A confirmed device, with a verifier that needs no proof in these tests. */
  async function confirmed() {
    const { AuthenticationResult: result = {} } = await answer(await begin(), code());
    const { AccessToken, RefreshToken, NewDeviceMetadata } = result;
    const DeviceKey = NewDeviceMetadata?.DeviceKey ?? '';
    const confirmation = await confirm(result, 'Laptop');
    assert.equal(confirmation.UserConfirmationNecessary, true);
    return { AccessToken, RefreshToken, DeviceKey };
  }

  it('is described by its name and its times', async () => {
    const { AccessToken, DeviceKey } = await confirmed();
    const { Device } = await sdk.send(new aws.GetDeviceCommand({ AccessToken, DeviceKey }));
    assert.equal(Device?.DeviceKey, DeviceKey);
    assert.ok(Device.DeviceCreateDate instanceof Date);
    assert.deepEqual(
      Device.DeviceAttributes?.find(({ Name }) => Name === 'device_name'),
      { Name: 'device_name', Value: 'Laptop' },
    );
    await confirmed();
    const page = await sdk.send(new aws.ListDevicesCommand({ AccessToken, Limit: 1 }));
    assert.equal(page.Devices?.[0]?.DeviceKey, DeviceKey);
    const { PaginationToken } = page;
    const rest = await sdk.send(new aws.ListDevicesCommand({ AccessToken, Limit: 1, PaginationToken }));
    assert.equal(rest.Devices?.length, 1);
    assert.equal(rest.PaginationToken, undefined);
    assert.deepEqual(sdk.misfits, []);
  });

  it('proves its secret instead of the code if it is remembered; else there is only the code, unless the pool is stricter', async () => {
    const { AccessToken, DeviceKey: DEVICE_KEY } = await confirmed();
    const withCode = async () => {
      const asked = await begin({ DEVICE_KEY });
      assert.equal(asked.ChallengeName, 'SMS_MFA');
      return answer(asked, { ...code(), DEVICE_KEY });
    };
    const { AuthenticationResult } = await withCode();
    assert.ok(AuthenticationResult?.AccessToken);
    assert.equal(AuthenticationResult.NewDeviceMetadata, undefined);
    Object.assign(stage.cognito.store.pools[1]!, { challengesUnrememberedDevices: true });
    assert.equal((await withCode()).ChallengeName, 'DEVICE_SRP_AUTH');
    await sdk.send(
      new aws.UpdateDeviceStatusCommand({
        AccessToken,
        DeviceKey: DEVICE_KEY,
        DeviceRememberedStatus: 'remembered',
      }),
    );
    assert.equal((await begin({ DEVICE_KEY })).ChallengeName, 'DEVICE_SRP_AUTH');
  });

  it('that does not exist is refused once the password was right', async () => {
    await assert.rejects(begin({ DEVICE_KEY: 'us-east-1_nothing' }), noDevice);
    await assert.rejects(begin({ DEVICE_KEY: 'us-east-1_nothing', PASSWORD: 'wrong' }), aws.NotAuthorizedException);
    const { AccessToken, DeviceKey } = await confirmed();
    await sdk.send(new aws.ForgetDeviceCommand({ AccessToken, DeviceKey }));
    await assert.rejects(sdk.send(new aws.GetDeviceCommand({ AccessToken, DeviceKey })), noDevice);
    await assert.rejects(begin({ DEVICE_KEY: DeviceKey }), noDevice);
  });

  it('is not confirmed when its tokens were asked for by an alias, unless the pool is kinder', async () => {
    const asked = await begin({ USERNAME: MAIL });
    const { AuthenticationResult } = await answer(asked, { ...code(), USERNAME: MAIL });
    await assert.rejects(
      confirm(AuthenticationResult),
      refusal(aws.InvalidParameterException, 'Invalid device key given.'),
    );
    Object.assign(stage.cognito.store.pools[1]!, { confirmsDevicesOfAliases: true });
    await confirm(AuthenticationResult);
  });

  it('is confirmed after an alias when the response to the last challenge has the user name', async () => {
    const asked = await begin({ USERNAME: MAIL });
    await confirm((await answer(asked, { ...code(), USERNAME: 'DAVE' })).AuthenticationResult);
  });

  it('cannot refresh its tokens until it is confirmed, unless the pool is kinder', async () => {
    const { AuthenticationResult: tokens = {} } = await answer(await begin(), code());
    const { RefreshToken, NewDeviceMetadata } = tokens;
    const refresh = () =>
      sdk.send(
        new aws.GetTokensFromRefreshTokenCommand({
          ClientId,
          RefreshToken,
          DeviceKey: NewDeviceMetadata?.DeviceKey,
        }),
      );
    await assert.rejects(refresh(), refusal(aws.NotAuthorizedException, 'Invalid Refresh Token.'));
    Object.assign(stage.cognito.store.pools[1]!, { refreshesUnconfirmedDevices: true });
    assert.ok((await refresh()).AuthenticationResult?.AccessToken);
    Object.assign(stage.cognito.store.pools[1]!, { refreshesUnconfirmedDevices: false });
    await confirm(tokens);
    assert.ok((await refresh()).AuthenticationResult?.AccessToken);
  });

  it('refreshes no tokens once it is forgotten, with its key or without, unless the pool is kinder', async () => {
    const { AccessToken, RefreshToken, DeviceKey } = await confirmed();
    await sdk.send(new aws.ForgetDeviceCommand({ AccessToken, DeviceKey }));
    const refresh = (DeviceKey?: string) =>
      sdk.send(new aws.GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken, DeviceKey }));
    for (const key of [DeviceKey, undefined]) {
      await assert.rejects(refresh(key), refusal(aws.NotAuthorizedException, 'Invalid Refresh Token.'));
    }
    Object.assign(stage.cognito.store.pools[1]!, { refreshesForgottenDevices: true });
    for (const key of [DeviceKey, undefined]) assert.ok((await refresh(key)).AuthenticationResult?.AccessToken);
  });

  it('is needed to refresh its tokens', async () => {
    const { RefreshToken, DeviceKey } = await confirmed();
    const refresh = (DeviceKey?: string) =>
      sdk.send(new aws.GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken, DeviceKey }));
    await assert.rejects(refresh(), refusal(aws.NotAuthorizedException, 'Invalid Refresh Token.'));
    assert.ok((await refresh(DeviceKey)).AuthenticationResult?.AccessToken);
  });
});
