import { encodeBase64url } from '../base64url.js';

/** How a page tells browsers and password managers which passkeys exist. Not every browser supports it. */
type Signals = Partial<Pick<typeof PublicKeyCredential, 'signalAllAcceptedCredentials' | 'signalUnknownCredential'>>;

const signals = (): Signals => ('PublicKeyCredential' in globalThis ? PublicKeyCredential : {});

/** Whether the browser can be told which passkeys are left. */
export const canSignalAccepted = (): boolean => signals().signalAllAcceptedCredentials !== undefined;

/** Cognito does not know this passkey: the browser shall not offer it again. Never rejects. */
export async function signalUnknown(rpId: string, credentialId: string): Promise<void> {
  await signals()
    .signalUnknownCredential?.({ rpId, credentialId })
    .catch(() => undefined);
}

/**
 * These are all passkeys of a user: the browser shall not offer others any more. Never rejects.
 *
 * @param sub The user's id in the pool, which is the user handle in Cognito's CredentialCreationOptions.
 */
export async function signalAccepted(rpId: string, sub: string, credentialIds: readonly string[]): Promise<void> {
  const userId = encodeBase64url(new TextEncoder().encode(sub).buffer);
  await signals()
    .signalAllAcceptedCredentials?.({ rpId, userId, allAcceptedCredentialIds: [...credentialIds] })
    .catch(() => undefined);
}
