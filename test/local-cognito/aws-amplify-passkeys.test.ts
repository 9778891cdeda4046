import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as auth from 'aws-amplify/auth';
import { configureAmplify } from './support/amplify.js';
import { Authenticator } from './support/authenticator.js';
import type { Options } from './support/authenticator.js';
import { CHOICE_POOL, PASSWORD, setStage } from './support/stage.js';

const stage = setStage();

const authenticator = new Authenticator();

const buffer = (base64url: string): ArrayBuffer => Uint8Array.from(Buffer.from(base64url, 'base64url')).buffer;
const text = (challenge: ArrayBuffer): string => Buffer.from(challenge).toString('base64url');

/** The Web Authentication of a browser, with bytes where JSON has text. */
class PublicKeyCredential {
  readonly type = 'public-key';
  readonly rawId = buffer(authenticator.id.toString('base64url'));
  readonly id = authenticator.id.toString('base64url');
  readonly response: object;
  constructor(response: object) {
    this.response = response;
  }
  getClientExtensionResults(): object {
    return {};
  }
}
class AuthenticatorAttestationResponse {
  readonly clientDataJSON: ArrayBuffer;
  readonly attestationObject: ArrayBuffer;
  constructor({ clientDataJSON, attestationObject }: ReturnType<Authenticator['create']>['response']) {
    this.clientDataJSON = buffer(clientDataJSON);
    this.attestationObject = buffer(attestationObject);
  }
  readonly getTransports = () => ['internal'];
  readonly getPublicKeyAlgorithm = () => -7;
  readonly getAuthenticatorData = () => new ArrayBuffer(0);
  readonly getPublicKey = () => null;
}
class AuthenticatorAssertionResponse {
  readonly clientDataJSON: ArrayBuffer;
  readonly authenticatorData: ArrayBuffer;
  readonly signature: ArrayBuffer;
  constructor({ clientDataJSON, authenticatorData, signature }: ReturnType<Authenticator['get']>['response']) {
    this.clientDataJSON = buffer(clientDataJSON);
    this.authenticatorData = buffer(authenticatorData);
    this.signature = buffer(signature);
  }
}

/** The options as Amplify passes them on, with the challenge in bytes. */
interface Asked {
  readonly publicKey: Omit<Options, 'challenge'> & { readonly challenge: ArrayBuffer };
}
const optionsOf = ({ publicKey }: Asked): Options => ({ ...publicKey, challenge: text(publicKey.challenge) });

const credentials = {
  create: async (asked: Asked) =>
    new PublicKeyCredential(new AuthenticatorAttestationResponse(authenticator.create(optionsOf(asked)).response)),
  get: async (asked: Asked) =>
    new PublicKeyCredential(new AuthenticatorAssertionResponse(authenticator.get(optionsOf(asked)).response)),
};

/** Adds to Node what Amplify checks to detect a browser. Its storage is chosen earlier and stays as it is. */
function becomeBrowser(): void {
  const browser = {
    window: globalThis,
    document: {},
    isSecureContext: true,
    PublicKeyCredential,
    AuthenticatorAttestationResponse,
    AuthenticatorAssertionResponse,
    navigator: { userAgent: 'Node', credentials },
  };
  for (const [name, value] of Object.entries(browser)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}

it('Amplify adds a passkey, lists it, signs in with it and deletes it', async () => {
  configureAmplify(stage.cognito.endpoint, CHOICE_POOL);
  await auth.signIn({ username: 'cleo', password: PASSWORD });
  becomeBrowser();
  await auth.associateWebAuthnCredential();
  const { credentials: listed } = await auth.listWebAuthnCredentials();
  assert.deepEqual(
    listed.map(({ credentialId, relyingPartyId }) => ({ credentialId, relyingPartyId })),
    [{ credentialId: authenticator.id.toString('base64url'), relyingPartyId: 'localhost' }],
  );
  await auth.signOut();
  const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' } as const;
  const { isSignedIn } = await auth.signIn({ username: 'cleo', options });
  assert.equal(isSignedIn, true);
  await auth.deleteWebAuthnCredential({ credentialId: listed[0]?.credentialId ?? '' });
  assert.deepEqual((await auth.listWebAuthnCredentials()).credentials, []);
});
