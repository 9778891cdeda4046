import { decodeBase64url, encodeBase64url } from '../base64url.js';
import { AuthError } from '../errors.js';
import type { AuthErrorCode } from '../errors.js';
import { objectOf, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { ownOf } from '../own.js';
import { withoutExtensions } from './extensions.js';
import { endOffer } from './get-passkey.js';

/** A passkey that the browser has created. */
export interface NewPasskey {
  readonly credentialId: string;
  readonly relyingPartyId: string;
  /** RegistrationResponseJSON (Web Authentication, section 5.1). */
  readonly credential: Fields;
}

/** What the exceptions of `navigator.credentials.create()` mean, by their names. */
const CODES = new Map<unknown, AuthErrorCode>([
  // The user closed the dialog, or it timed out: browsers do not tell which.
  ['NotAllowedError', 'cancelled'],
  ['AbortError', 'cancelled'],
  // One of the `excludeCredentials` is on this device.
  ['InvalidStateError', 'passkey-exists'],
]);

/**
 * Lets the browser create a passkey. Only possible in a secure context, and in some browsers only after a click.
 *
 * @param options PublicKeyCredentialCreationOptionsJSON, as StartWebAuthnRegistration answers.
 * @throws AuthError `cancelled` when the user does; `passkey-exists` when one is on this device already;
 * `passkey-unavailable` when this browser cannot.
 */
export async function createPasskey(options: Fields, signal?: AbortSignal): Promise<NewPasskey> {
  endOffer();
  try {
    // The browser checks what is in the options.
    const json = withoutExtensions(options) as unknown as PublicKeyCredentialCreationOptionsJSON;
    const publicKey = creationOptionsOf(json);
    const credential = await navigator.credentials.create(ownOf({ publicKey, ...(signal && { signal }) }));
    // With `publicKey`, a browser creates nothing else.
    const made = credential as PublicKeyCredential;
    return {
      credentialId: made.id,
      relyingPartyId: publicKey.rp.id ?? location.hostname,
      credential: { ...jsonOf(made) },
    };
  } catch (cause) {
    const named = signal?.aborted ? 'cancelled' : CODES.get(cause instanceof Error && cause.name);
    throw new AuthError(named ?? 'passkey-unavailable', { cause });
  }
}

/**
 * Whether a page of this host may create the passkeys of a pool, as far as can be said in advance: a relying party on
 * another domain that lists this origin counts as one that may not.
 *
 * @param options As StartWebAuthnRegistration answers.
 */
export function isRelyingPartyHere(options: Fields): boolean {
  const { hostname } = location;
  const id = textOf(objectOf(options, 'rp'), 'id') ?? hostname;
  return `.${hostname}`.endsWith(`.${id}`);
}

/** Parsed by the browser, or here where it cannot. */
function creationOptionsOf(json: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  try {
    return PublicKeyCredential.parseCreationOptionsFromJSON(json);
  } catch {
    const { challenge, user, excludeCredentials = [], ...rest } = json;
    return {
      // What is not binary is the same in both; Cognito requests no extension with binary input.
      ...(rest as unknown as Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user'>),
      challenge: decodeBase64url(challenge),
      user: { ...user, id: decodeBase64url(user.id) },
      excludeCredentials: excludeCredentials.map(({ id }) => ({ id: decodeBase64url(id), type: 'public-key' })),
    };
  }
}

/** Serialized by the browser, or here where it or the user's password manager cannot. */
function jsonOf(made: PublicKeyCredential): object {
  try {
    return made.toJSON();
  } catch {
    // `create` answers with an attestation.
    const response = made.response as AuthenticatorAttestationResponse;
    return {
      id: made.id,
      rawId: encodeBase64url(made.rawId),
      type: made.type,
      authenticatorAttachment: made.authenticatorAttachment,
      clientExtensionResults: made.getClientExtensionResults(),
      response: {
        clientDataJSON: encodeBase64url(response.clientDataJSON),
        attestationObject: encodeBase64url(response.attestationObject),
        transports: response.getTransports(),
      },
    };
  }
}
