import { AuthError } from './errors.js';
import { fieldsOf, parseJson } from './fields.js';

/**
 * Lets the browser ask for a passkey, and answers with what it signed, as JSON (AuthenticationResponseJSON of WebAuthn).
 *
 * @param options CREDENTIAL_REQUEST_OPTIONS of a WEB_AUTHN challenge.
 * @throws AuthError `cancelled` when the person does not want to; `passkey-unavailable` when this browser has no way.
 */
export async function signByPasskey(options: string, signal?: AbortSignal): Promise<string> {
  try {
    // Whatever is in the text, the browser checks it.
    const json = fieldsOf(parseJson(options)) as unknown as PublicKeyCredentialRequestOptionsJSON;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json);
    const credential = await navigator.credentials.get({ publicKey, ...(signal && { signal }) });
    if (!(credential instanceof PublicKeyCredential)) throw new TypeError('No passkey came.');
    return JSON.stringify(credential.toJSON());
  } catch (cause) {
    throw new AuthError(isRefusal(cause) ? 'cancelled' : 'passkey-unavailable', { cause });
  }
}

/** The person closed the dialog, let it lapse, or has no passkey here: browsers do not tell which. */
const isRefusal = (cause: unknown): boolean =>
  cause instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(cause.name);
