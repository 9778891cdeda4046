import { encodeBase64url } from '../base64url.js';

/** What browsers and password managers can be told of the passkeys they keep. Not every browser listens. */
type Signals = Partial<Pick<typeof PublicKeyCredential, 'signalAllAcceptedCredentials' | 'signalUnknownCredential'>>;

const signals = (): Signals => ('PublicKeyCredential' in globalThis ? PublicKeyCredential : {});

/** Whether the browser wants to know which passkeys are left. */
export const canSignalAccepted = (): boolean => signals().signalAllAcceptedCredentials !== undefined;

/** Cognito knows nothing of this passkey: it is not to be offered again. Never rejects. */
export async function signalUnknown(rpId: string, credentialId: string): Promise<void> {
  await signals()
    .signalUnknownCredential?.({ rpId, credentialId })
    .catch(() => undefined);
}

/**
 * These passkeys are all that somebody has; others are not to be offered any more. Never rejects.
 *
 * @param sub The user's id in the pool, which is the user handle in Cognito's CredentialCreationOptions.
 */
export async function signalAccepted(rpId: string, sub: string, credentialIds: readonly string[]): Promise<void> {
  const userId = encodeBase64url(new TextEncoder().encode(sub).buffer);
  await signals()
    .signalAllAcceptedCredentials?.({ rpId, userId, allAcceptedCredentialIds: [...credentialIds] })
    .catch(() => undefined);
}
