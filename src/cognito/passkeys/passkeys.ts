import { unlessSuccess } from '../exceptions.js';
import type { Post } from '../json-protocol.js';
import { listOf, numberOf, objectOf, requireText, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { allPages } from '../pagination.js';

/** A passkey that a user can sign in with, as Cognito stores it. */
export interface Passkey {
  /** CredentialId, in base64url. */
  readonly credentialId: string;
  /** FriendlyCredentialName: assigned by Cognito, often after the app that stores the key. */
  readonly name: string | undefined;
  /** The domain whose pages can use it. */
  readonly relyingPartyId: string;
  /** AuthenticatorAttachment: `platform` for a key of this device, `cross-platform` for a portable one. */
  readonly attachment: string | undefined;
  /** How the key can be reached: `internal`, `hybrid`, `usb`, `nfc`, `ble`, `smart-card`. */
  readonly transports: readonly string[];
  /** Epoch milliseconds, by Cognito's clock. */
  readonly createdAt: number;
}

/**
 * The passkey of a WebAuthnCredentialDescription.
 *
 * @throws AuthError `bad-response`
 */
function passkeyOf(item: Fields): Passkey {
  return {
    credentialId: requireText(item, 'CredentialId'),
    name: textOf(item, 'FriendlyCredentialName'),
    relyingPartyId: requireText(item, 'RelyingPartyId'),
    attachment: textOf(item, 'AuthenticatorAttachment'),
    transports: listOf(item, 'AuthenticatorTransports').map(String),
    createdAt: numberOf(item, 'CreatedAt') * 1000,
  };
}

/** ListWebAuthnCredentials, all pages. */
export async function listPasskeys(post: Post): Promise<readonly Passkey[]> {
  const items = await allPages(post, {
    operation: 'ListWebAuthnCredentials',
    items: 'Credentials',
    token: 'NextToken',
    size: { MaxResults: 20 },
  });
  return items.map(passkeyOf);
}

/** StartWebAuthnRegistration: the options for the browser, as PublicKeyCredentialCreationOptionsJSON. */
export async function startRegistration(post: Post): Promise<Fields> {
  const options = objectOf(await post('StartWebAuthnRegistration', {}), 'CredentialCreationOptions');
  requireText(options, 'challenge');
  return options;
}

/** CompleteWebAuthnRegistration. `credential`: RegistrationResponseJSON. */
export async function completeRegistration(post: Post, credential: Fields): Promise<void> {
  await post('CompleteWebAuthnRegistration', { Credential: credential });
}

/** DeleteWebAuthnCredential. */
export async function deletePasskey(post: Post, credentialId: string): Promise<void> {
  await unlessSuccess(post('DeleteWebAuthnCredential', { CredentialId: credentialId }));
}
