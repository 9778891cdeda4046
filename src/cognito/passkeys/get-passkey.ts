import { decodeBase64url, encodeBase64url } from '../base64url.js';
import { AuthError } from '../errors.js';
import { fieldsOf, parseJson } from '../json.js';
import { ownOf } from '../own.js';
import { withoutExtensions } from './extensions.js';

/** The current offer. A page can request one passkey at a time, so the next request ends it. */
let offer: AbortController | undefined;

/**
 * Lets the browser ask for a passkey, and answers with the signature as JSON (AuthenticationResponseJSON of WebAuthn).
 *
 * @param options CREDENTIAL_REQUEST_OPTIONS of a WEB_AUTHN challenge.
 * @throws AuthError `cancelled` when the user does; `passkey-unavailable` when this browser cannot.
 */
export async function signByPasskey(options: string, signal?: AbortSignal): Promise<string> {
  endOffer();
  return sign(options, { ...(signal && { signal }) });
}

/** Ends the current offer: before any other request to the browser. */
export const endOffer = (): void => offer?.abort();

/**
 * Lets the browser offer a passkey among its suggestions for the field with `autocomplete="… webauthn"`, without a dialog.
 * Answers like {@link signByPasskey} once the user takes it.
 *
 * @param request Gets the CREDENTIAL_REQUEST_OPTIONS, once it is known that this browser supports offers.
 * @throws AuthError `cancelled` also when the page requests a passkey in another way meanwhile.
 */
export async function offerPasskey(request: () => Promise<string>, signal?: AbortSignal): Promise<string> {
  endOffer();
  // Before the first await, so that it can be ended from now on.
  const own = (offer = new AbortController());
  const end = () => own.abort();
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  try {
    if (!(await isOfferable())) throw new AuthError('passkey-unavailable');
    if (own.signal.aborted) throw new AuthError('cancelled');
    return await sign(await request(), { mediation: 'conditional', signal: own.signal });
  } finally {
    signal?.removeEventListener('abort', end);
    if (offer === own) offer = undefined;
  }
}

/** Whether this browser can be asked for passkeys at all: it cannot on an insecure origin, or in a worker. */
export const canUsePasskeys = (): boolean => typeof PublicKeyCredential === 'function';

/** Whether this device can store a passkey, and verify its user. */
export const canKeepPasskeys = async (): Promise<boolean> =>
  canUsePasskeys() && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();

const isOfferable = async (): Promise<boolean> =>
  canUsePasskeys() &&
  // Older browsers lack it, whatever the types say.
  'isConditionalMediationAvailable' in PublicKeyCredential &&
  PublicKeyCredential.isConditionalMediationAvailable();

async function sign(options: string, how: Omit<CredentialRequestOptions, 'publicKey'>): Promise<string> {
  try {
    // The browser checks what is in the text.
    const json = withoutExtensions(fieldsOf(parseJson(options))) as unknown as PublicKeyCredentialRequestOptionsJSON;
    const credential = await navigator.credentials.get(ownOf({ ...how, publicKey: requestOptionsOf(json) }));
    // With `publicKey`, a browser answers with nothing else.
    return JSON.stringify(jsonOf(credential as PublicKeyCredential));
  } catch (cause) {
    throw new AuthError(isRefusal(cause) ? 'cancelled' : 'passkey-unavailable', { cause });
  }
}

/** Parsed by the browser, or here where it cannot. */
function requestOptionsOf(json: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  try {
    return PublicKeyCredential.parseRequestOptionsFromJSON(json);
  } catch {
    const { challenge, allowCredentials = [], ...rest } = json;
    return {
      // What is not binary is the same in both; Cognito requests no extension with binary input.
      ...(rest as unknown as Omit<PublicKeyCredentialRequestOptions, 'challenge'>),
      challenge: decodeBase64url(challenge),
      allowCredentials: allowCredentials.map(({ id }) => ({ id: decodeBase64url(id), type: 'public-key' })),
    };
  }
}

/** Serialized by the browser, or here where it or the user's password manager cannot. */
function jsonOf(signed: PublicKeyCredential): object {
  try {
    return signed.toJSON();
  } catch {
    // `get` answers with an assertion.
    const { clientDataJSON, authenticatorData, signature, userHandle } =
      signed.response as AuthenticatorAssertionResponse;
    return {
      id: signed.id,
      rawId: encodeBase64url(signed.rawId),
      type: signed.type,
      authenticatorAttachment: signed.authenticatorAttachment,
      clientExtensionResults: signed.getClientExtensionResults(),
      response: {
        clientDataJSON: encodeBase64url(clientDataJSON),
        authenticatorData: encodeBase64url(authenticatorData),
        signature: encodeBase64url(signature),
        ...(userHandle && { userHandle: encodeBase64url(userHandle) }),
      },
    };
  }
}

/** The user closed the dialog, it timed out, or there is no passkey here: browsers do not tell which. */
const isRefusal = (cause: unknown): boolean =>
  cause instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(cause.name);
