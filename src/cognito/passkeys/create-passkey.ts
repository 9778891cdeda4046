import { decodeBase64url, encodeBase64url } from '../base64url.js';
import { AuthError } from '../errors.js';
import type { AuthErrorCode } from '../errors.js';
import type { Fields } from '../json.js';
import { endOffer } from './get-passkey.js';

/** What the browser made: for Cognito, and for whoever has to find it again. */
export interface NewPasskey {
  readonly credentialId: string;
  readonly relyingPartyId: string;
  /** RegistrationResponseJSON (Web Authentication, section 5.1). */
  readonly credential: Fields;
}

/** What the exceptions of `navigator.credentials.create()` mean, by their names. */
const CODES = new Map<unknown, AuthErrorCode>([
  // The person closed the dialog or let it lapse: browsers do not tell which.
  ['NotAllowedError', 'cancelled'],
  ['AbortError', 'cancelled'],
  // One of the `excludeCredentials` is here.
  ['InvalidStateError', 'passkey-exists'],
]);

/**
 * Lets the browser make a passkey. Only pages in a secure context can, and some browsers only after a click.
 *
 * @param options PublicKeyCredentialCreationOptionsJSON, as StartWebAuthnRegistration answers.
 * @throws AuthError `cancelled` when the person does not want to; `passkey-exists` when one is on this device already;
 * `passkey-unavailable` when this browser has no way.
 */
export async function createPasskey(options: Fields, signal?: AbortSignal): Promise<NewPasskey> {
  endOffer();
  try {
    // Whatever is in the options, the browser checks it.
    const json = options as unknown as PublicKeyCredentialCreationOptionsJSON;
    const publicKey = creationOptionsOf(json);
    const credential = await navigator.credentials.create({ publicKey, ...(signal && { signal }) });
    // Asked for a public key, a browser makes nothing else.
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

/** By the browser, or by hand where it cannot. */
function creationOptionsOf(json: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  try {
    return PublicKeyCredential.parseCreationOptionsFromJSON(json);
  } catch {
    const { challenge, user, excludeCredentials = [], ...rest } = json;
    return {
      // What is not binary is the same in both; Cognito asks for no extension that is.
      ...(rest as unknown as Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user'>),
      challenge: decodeBase64url(challenge),
      user: { ...user, id: decodeBase64url(user.id) },
      excludeCredentials: excludeCredentials.map(({ id }) => ({ id: decodeBase64url(id), type: 'public-key' })),
    };
  }
}

/** By the browser, or by hand where it or the password manager in front of it cannot. */
function jsonOf(made: PublicKeyCredential): object {
  try {
    return made.toJSON();
  } catch {
    // The answer to `create` is an attestation.
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
