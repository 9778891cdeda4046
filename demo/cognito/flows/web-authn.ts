import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  invalidParameter,
  notAuthorized,
  webAuthnChallengeNotFound,
  webAuthnConfigurationMissing,
  webAuthnCredentialNotSupported,
  webAuthnNotEnabled,
  webAuthnOriginNotAllowed,
  webAuthnRelyingPartyMismatch,
} from '../exceptions.js';
import type { Passkey, Pool, RelyingParty, User } from '../store/model.js';
import type { Challenge } from '../store/sessions.js';
import type { Store } from '../store/store.js';
import type { UserContext } from '../store/user-context.js';
import { issueChallenge } from './issue-challenge.js';
import type { Kept } from './issue-challenge.js';

/** Loads when it is first needed: it is slow to load, and most sign-ins need no passkey. */
const library = () => import('@simplewebauthn/server');

/** The relying party of the pool. Throws where the pool has no passkeys. */
export function relyingPartyOf({ firstFactors, webAuthn }: Pool): RelyingParty {
  if (!firstFactors.includes('WEB_AUTHN')) throw webAuthnNotEnabled();
  if (!webAuthn) throw webAuthnConfigurationMissing();
  return webAuthn;
}

/** What the browser says about the page that used a credential (Web Authentication, section 5.8.1). */
interface ClientData {
  readonly challenge: string;
  readonly origin: string;
}

function clientDataOf(clientDataJSON: string): ClientData {
  try {
    const { challenge, origin } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as ClientData;
    return { challenge, origin: new URL(origin).origin };
  } catch {
    throw webAuthnCredentialNotSupported();
  }
}

/** Whether a page may use the passkeys of a relying party: on its host or a subdomain, in a secure context. */
function isAllowed(origin: string, { id }: RelyingParty): boolean {
  const { protocol, hostname } = new URL(origin);
  const isSecure = protocol === 'https:' || hostname === 'localhost';
  return isSecure && (hostname === id || hostname.endsWith(`.${id}`));
}

const keysOf = ({ passkeys }: User) =>
  passkeys.map(({ credential: { id, transports } }) => ({ id, ...(transports && { transports }) }));

/** The options for `navigator.credentials.create()`, as JSON. */
export async function creationOptions(pool: Pool, user: User) {
  const { id, userVerification } = relyingPartyOf(pool);
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: id,
    rpID: id,
    userName: user.username,
    userDisplayName: user.attributes.get('name') ?? user.username,
    userID: Uint8Array.from(Buffer.from(user.sub)),
    attestationType: 'none',
    excludeCredentials: keysOf(user),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification },
    supportedAlgorithmIDs: [-7, -257],
  });
}

/** Checks a new credential. Throws the exception that says what is wrong with it. */
export async function verifyCreation(
  pool: Pool,
  challenge: string,
  response: RegistrationResponseJSON,
): Promise<Passkey['credential']> {
  const relyingParty = relyingPartyOf(pool);
  const clientData = clientDataOf(response.response.clientDataJSON);
  if (clientData.challenge !== challenge) throw webAuthnChallengeNotFound();
  if (!isAllowed(clientData.origin, relyingParty)) throw webAuthnOriginNotAllowed();
  const { verifyRegistrationResponse } = await library();
  const verification = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: clientData.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: relyingParty.userVerification === 'required',
  }).catch((cause: unknown) => {
    const isOtherParty = cause instanceof Error && cause.name === 'UnexpectedRPIDHash';
    throw isOtherParty ? webAuthnRelyingPartyMismatch() : webAuthnCredentialNotSupported();
  });
  if (!verification.verified) throw webAuthnCredentialNotSupported();
  return verification.registrationInfo.credential;
}

/** The challenge for a passkey. */
export async function issuePasskeyChallenge(
  store: Store,
  context: UserContext,
  kept: Kept = {},
): Promise<InitiateAuthResponse> {
  const { id, userVerification } = relyingPartyOf(context.pool);
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: id,
    userVerification: context.user.passkeyMfa ? 'required' : userVerification,
    allowCredentials: keysOf(context.user),
  });
  const parameters = { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) };
  return issueChallenge(store, context, 'WEB_AUTHN', parameters, { ...kept, webAuthnChallenge: options.challenge });
}

function credentialIn(json: string): AuthenticationResponseJSON {
  try {
    return JSON.parse(json) as AuthenticationResponseJSON;
  } catch {
    throw invalidParameter('Invalid credential.');
  }
}

/** Checks the response to a challenge for a passkey. */
export async function verifyPasskey({ pool, user, webAuthnChallenge = '' }: Challenge, json: string): Promise<void> {
  const relyingParty = relyingPartyOf(pool);
  const response = credentialIn(json);
  const passkey = user.passkeys.find(({ credential }) => credential.id === response.id);
  if (!passkey) throw notAuthorized();
  const { origin } = clientDataOf(response.response.clientDataJSON);
  if (!isAllowed(origin, relyingParty)) throw webAuthnOriginNotAllowed();
  const { verifyAuthenticationResponse } = await library();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: webAuthnChallenge,
    expectedOrigin: origin,
    expectedRPID: relyingParty.id,
    credential: passkey.credential,
    requireUserVerification: user.passkeyMfa || relyingParty.userVerification === 'required',
  }).catch(() => {
    throw notAuthorized();
  });
  if (!verified) throw notAuthorized();
  passkey.credential.counter = authenticationInfo.newCounter;
}
