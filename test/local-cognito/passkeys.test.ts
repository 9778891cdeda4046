import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import * as aws from '@aws-sdk/client-cognito-identity-provider';
import type { SeedPool } from '../../demo/cognito/index.js';
import { answerChallenge } from './support/answer-challenge.js';
import { Authenticator } from './support/authenticator.js';
import type { Circumstances, Options } from './support/authenticator.js';
import { checkedSdk } from './support/checked-sdk.js';
import type { CheckedSdk } from './support/checked-sdk.js';
import { refusal } from './support/refusal.js';
import { MINUTE, PASSWORD, setStage } from './support/stage.js';

const TOTP_SECRET = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';
const FLOWS = ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'];

const pool = (name: string, options: Partial<SeedPool['pool']>): SeedPool => ({
  title: name,
  pool: { id: `us-east-1_${name}`, mfa: 'OPTIONAL', firstFactors: ['PASSWORD', 'WEB_AUTHN'], ...options },
  client: { id: name.toLowerCase(), authFlows: FLOWS },
  users: [
    { username: 'kay', password: PASSWORD, attributes: { email: 'kay@example.com' }, note: '' },
    { username: 'tom', password: PASSWORD, attributes: { email: 'tom@example.com' }, totp: TOTP_SECRET, note: '' },
  ],
});

const stage = setStage([
  pool('Keys', { webAuthn: { id: 'localhost', userVerification: 'preferred' } }),
  pool('Strict', { webAuthn: { id: 'localhost', userVerification: 'required', isMultiFactor: true } }),
  pool('Double', { webAuthn: { id: 'localhost', userVerification: 'preferred', isMultiFactor: true } }),
  pool('Without', { firstFactors: ['PASSWORD'] }),
  pool('Homeless', {}),
]);
let sdk: CheckedSdk;

beforeEach(() => {
  sdk = checkedSdk(stage.cognito.endpoint);
});

const begin = (ClientId: string, USERNAME: string, parameters: Record<string, string>) =>
  sdk.send(
    new aws.InitiateAuthCommand({ AuthFlow: 'USER_AUTH', ClientId, AuthParameters: { USERNAME, ...parameters } }),
  );

const answer = (
  ClientId: string,
  USERNAME: string,
  asked: aws.InitiateAuthResponse,
  responses: Record<string, string>,
) => answerChallenge(sdk, ClientId, asked, { USERNAME, ...responses });

/** The access token of a user who signs in with a password, and with an app if there is one. */
async function accessToken(ClientId: string, username: string): Promise<string> {
  let result = await begin(ClientId, username, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD });
  if (result.ChallengeName) {
    result = await answer(ClientId, username, result, { SOFTWARE_TOKEN_MFA_CODE: stage.totp(TOTP_SECRET) });
  }
  return result.AuthenticationResult?.AccessToken ?? '';
}

const start = async (AccessToken: string): Promise<Options> => {
  const { CredentialCreationOptions } = await sdk.send(new aws.StartWebAuthnRegistrationCommand({ AccessToken }));
  return CredentialCreationOptions as unknown as Options;
};

const complete = (AccessToken: string, Credential: ReturnType<Authenticator['create']>) =>
  sdk.send(new aws.CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }));

async function register(ClientId: string, username: string, circumstances?: Circumstances) {
  const AccessToken = await accessToken(ClientId, username);
  const authenticator = new Authenticator();
  await complete(AccessToken, authenticator.create(await start(AccessToken), circumstances));
  return { AccessToken, authenticator };
}

const askForKey = (ClientId: string, username: string) =>
  begin(ClientId, username, { PREFERRED_CHALLENGE: 'WEB_AUTHN' });

const optionsIn = ({ ChallengeParameters }: aws.InitiateAuthResponse): Options & Record<string, unknown> =>
  JSON.parse(ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '{}') as Options & Record<string, unknown>;

const notAuthorized = refusal(aws.NotAuthorizedException, 'Incorrect username or password.');

describe('a passkey', () => {
  it('is added by a signed-in user, and listed from then on', async () => {
    const { AccessToken, authenticator } = await register('keys', 'kay');
    const { Credentials = [] } = await sdk.send(new aws.ListWebAuthnCredentialsCommand({ AccessToken }));
    assert.equal(Credentials.length, 1);
    const { CreatedAt, ...key } = Credentials[0]!;
    assert.ok(CreatedAt instanceof Date);
    assert.deepEqual(key, {
      CredentialId: authenticator.id.toString('base64url'),
      FriendlyCredentialName: 'Passkey 1',
      RelyingPartyId: 'localhost',
      AuthenticatorAttachment: 'platform',
      AuthenticatorTransports: ['internal'],
    });
    const { ConfiguredUserAuthFactors } = await sdk.send(new aws.GetUserAuthFactorsCommand({ AccessToken }));
    assert.deepEqual(ConfiguredUserAuthFactors, ['PASSWORD', 'WEB_AUTHN']);
    assert.deepEqual(sdk.misfits, []);
  });

  it('has to be discoverable, and not registered yet', async () => {
    const { AccessToken, authenticator } = await register('keys', 'kay');
    const options = (await start(AccessToken)) as Options & Record<string, unknown>;
    assert.deepEqual(options['authenticatorSelection'], {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'preferred',
    });
    const [known] = options['excludeCredentials'] as { id: string }[];
    assert.equal(known?.id, authenticator.id.toString('base64url'));
  });

  it('signs in without a password, whether it is preferred or chosen', async () => {
    const { authenticator } = await register('keys', 'kay');
    const asked = await askForKey('keys', 'kay');
    assert.equal(asked.ChallengeName, 'WEB_AUTHN');
    const { rpId, allowCredentials } = optionsIn(asked);
    assert.equal(rpId, 'localhost');
    assert.equal((allowCredentials as unknown[]).length, 1);
    const CREDENTIAL = JSON.stringify(authenticator.get(optionsIn(asked)));
    assert.ok((await answer('keys', 'kay', asked, { CREDENTIAL })).AuthenticationResult?.AccessToken);

    const choice = await begin('keys', 'kay', {});
    assert.deepEqual(choice.AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN']);
    const chosen = await answer('keys', 'kay', choice, { ANSWER: 'WEB_AUTHN' });
    const again = JSON.stringify(authenticator.get(optionsIn(chosen)));
    assert.ok((await answer('keys', 'kay', chosen, { CREDENTIAL: again })).AuthenticationResult?.AccessToken);
  });

  it('is refused when it is another one, or signs another challenge', async () => {
    const { authenticator } = await register('keys', 'kay');
    const asked = await askForKey('keys', 'kay');
    const options = optionsIn(asked);
    const attempt = (credential: object) => answer('keys', 'kay', asked, { CREDENTIAL: JSON.stringify(credential) });
    await assert.rejects(attempt(new Authenticator().get(options)), notAuthorized);
    const { id, rawId } = authenticator.get(options);
    await assert.rejects(attempt({ ...new Authenticator().get(options), id, rawId }), notAuthorized);
    await assert.rejects(attempt(authenticator.get(options, { challenge: 'c3RhbGU' })), notAuthorized);
    await assert.rejects(attempt(authenticator.get(options, { rpId: 'example.com' })), notAuthorized);
    assert.ok((await attempt(authenticator.get(options))).AuthenticationResult);
  });

  it('is refused on another origin', async () => {
    const { authenticator } = await register('keys', 'kay');
    const asked = await askForKey('keys', 'kay');
    const CREDENTIAL = JSON.stringify(authenticator.get(optionsIn(asked), { origin: 'https://localhost.example' }));
    await assert.rejects(answer('keys', 'kay', asked, { CREDENTIAL }), aws.WebAuthnOriginNotAllowedException);
  });

  it('can be deleted', async () => {
    const { AccessToken, authenticator } = await register('keys', 'kay');
    const CredentialId = authenticator.id.toString('base64url');
    const remove = () => sdk.send(new aws.DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId }));
    await remove();
    await assert.rejects(remove(), aws.ResourceNotFoundException);
    assert.equal((await askForKey('keys', 'kay')).ChallengeName, 'SELECT_CHALLENGE');
  });
});

describe('a new passkey is refused', () => {
  const REFUSALS: readonly (readonly [string, Circumstances, new (...args: never[]) => Error])[] = [
    ['from a page elsewhere', { origin: 'https://localhost.example' }, aws.WebAuthnOriginNotAllowedException],
    ['from a page without encryption', { origin: 'http://pages.localhost' }, aws.WebAuthnOriginNotAllowedException],
    ['for another relying party', { rpId: 'example.com' }, aws.WebAuthnRelyingPartyMismatchException],
    ['for another challenge', { challenge: 'c3RhbGU' }, aws.WebAuthnChallengeNotFoundException],
  ];
  for (const [name, circumstances, type] of REFUSALS) {
    it(name, () => assert.rejects(register('keys', 'kay', circumstances), type));
  }

  it('without user verification, where the pool requires it', () =>
    assert.rejects(register('strict', 'kay', { isVerified: false }), aws.WebAuthnCredentialNotSupportedException));

  it('when it comes too late, or twice', async () => {
    const AccessToken = await accessToken('keys', 'kay');
    const credential = new Authenticator().create(await start(AccessToken));
    stage.pass(5 * MINUTE);
    await assert.rejects(complete(AccessToken, credential), aws.WebAuthnChallengeNotFoundException);
    const second = new Authenticator().create(await start(AccessToken));
    await complete(AccessToken, second);
    await assert.rejects(complete(AccessToken, second), aws.WebAuthnChallengeNotFoundException);
  });

  it('in a pool without passkeys, or without a relying party', async () => {
    const without = await accessToken('without', 'kay');
    await assert.rejects(start(without), aws.WebAuthnNotEnabledException);
    const homeless = await accessToken('homeless', 'kay');
    await assert.rejects(start(homeless), aws.WebAuthnConfigurationMissingException);
  });
});

describe('a passkey that counts as two factors', () => {
  it('replaces the second factor, once the user has turned that on', async () => {
    const { AccessToken, authenticator } = await register('strict', 'tom');
    assert.equal((await askForKey('strict', 'tom')).ChallengeName, 'SELECT_CHALLENGE');
    const prefer = (token: string) =>
      sdk.send(new aws.SetUserMFAPreferenceCommand({ AccessToken: token, WebAuthnMfaSettings: { Enabled: true } }));
    await assert.rejects(prefer(await accessToken('strict', 'kay')), aws.InvalidParameterException);
    await prefer(AccessToken);
    const user = await sdk.send(new aws.GetUserCommand({ AccessToken }));
    assert.deepEqual(user.UserMFASettingList, ['SOFTWARE_TOKEN_MFA', 'WEB_AUTHN']);
    const asked = await askForKey('strict', 'tom');
    const attempt = (circumstances: Circumstances) =>
      answer('strict', 'tom', asked, {
        CREDENTIAL: JSON.stringify(authenticator.get(optionsIn(asked), circumstances)),
      });
    await assert.rejects(attempt({ isVerified: false }), notAuthorized);
    assert.ok((await attempt({})).AuthenticationResult);
  });

  it('requires user verification, even where the pool only prefers it', async () => {
    const { AccessToken, authenticator } = await register('double', 'tom');
    await sdk.send(new aws.SetUserMFAPreferenceCommand({ AccessToken, WebAuthnMfaSettings: { Enabled: true } }));
    const asked = await askForKey('double', 'tom');
    assert.equal(optionsIn(asked)['userVerification'], 'required');
    const attempt = (isVerified: boolean) =>
      answer('double', 'tom', asked, {
        CREDENTIAL: JSON.stringify(authenticator.get(optionsIn(asked), { isVerified })),
      });
    await assert.rejects(attempt(false), notAuthorized);
    assert.ok((await attempt(true)).AuthenticationResult);
  });
});
