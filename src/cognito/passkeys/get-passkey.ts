import { decodeBase64url, encodeBase64url } from '../base64url.js';
import { AuthError } from '../errors.js';
import { fieldsOf, parseJson } from '../json.js';

/** The offer that somebody may take up. A page can ask for one passkey at a time, so whatever asks next ends it. */
let offer: AbortController | undefined;

/**
 * Lets the browser ask for a passkey, and answers with what it signed, as JSON (AuthenticationResponseJSON of WebAuthn).
 *
 * @param options CREDENTIAL_REQUEST_OPTIONS of a WEB_AUTHN challenge.
 * @throws AuthError `cancelled` when the person does not want to; `passkey-unavailable` when this browser has no way.
 */
export async function signByPasskey(options: string, signal?: AbortSignal): Promise<string> {
  endOffer();
  return sign(options, { ...(signal && { signal }) });
}

/** Takes back what is offered: before anything else is asked of the browser. */
export const endOffer = (): void => offer?.abort();

/**
 * Lets the browser offer a passkey among its suggestions for the field with `autocomplete="… webauthn"`, without asking.
 * Answers like {@link signByPasskey} once somebody takes it.
 *
 * @param request Gets the CREDENTIAL_REQUEST_OPTIONS, once it is known that this browser can do so.
 * @throws AuthError `cancelled` also when the page asks for a passkey in another way meanwhile.
 */
export async function offerPasskey(request: () => Promise<string>, signal?: AbortSignal): Promise<string> {
  endOffer();
  // Before anything is waited for, so that whoever wants to end it can.
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

/** Whether this device can keep a passkey, and unlock it for the one who made it. */
export const canKeepPasskeys = async (): Promise<boolean> =>
  typeof PublicKeyCredential === 'function' && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();

const isOfferable = async (): Promise<boolean> =>
  typeof PublicKeyCredential === 'function' &&
  // Older browsers lack it, whatever the types say.
  'isConditionalMediationAvailable' in PublicKeyCredential &&
  PublicKeyCredential.isConditionalMediationAvailable();

async function sign(options: string, how: Omit<CredentialRequestOptions, 'publicKey'>): Promise<string> {
  try {
    // Whatever is in the text, the browser checks it.
    const json = fieldsOf(parseJson(options)) as unknown as PublicKeyCredentialRequestOptionsJSON;
    const credential = await navigator.credentials.get({ ...how, publicKey: requestOptionsOf(json) });
    // Asked for a public key, a browser answers with nothing else.
    return JSON.stringify(jsonOf(credential as PublicKeyCredential));
  } catch (cause) {
    throw new AuthError(isRefusal(cause) ? 'cancelled' : 'passkey-unavailable', { cause });
  }
}

/** By the browser, or by hand where it cannot. */
function requestOptionsOf(json: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  try {
    return PublicKeyCredential.parseRequestOptionsFromJSON(json);
  } catch {
    const { challenge, allowCredentials = [], ...rest } = json;
    return {
      // What is not binary is the same in both; Cognito asks for no extension that is.
      ...(rest as unknown as Omit<PublicKeyCredentialRequestOptions, 'challenge'>),
      challenge: decodeBase64url(challenge),
      allowCredentials: allowCredentials.map(({ id }) => ({ id: decodeBase64url(id), type: 'public-key' })),
    };
  }
}

/** By the browser, or by hand where it or the password manager in front of it cannot. */
function jsonOf(signed: PublicKeyCredential): object {
  try {
    return signed.toJSON();
  } catch {
    // The answer to `get` is an assertion.
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

/** The person closed the dialog, let it lapse, or has no passkey here: browsers do not tell which. */
const isRefusal = (cause: unknown): boolean =>
  cause instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(cause.name);
