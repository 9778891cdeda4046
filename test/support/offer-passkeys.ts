/**
 * Lets a browser without passkeys (WebKitGTK) look as if it had them. Enough where the client is scripted: it is the client
 * that asks for one.
 */
export function offerPasskeys(): void {
  if ('PublicKeyCredential' in globalThis) return;
  Object.defineProperty(globalThis, 'PublicKeyCredential', { configurable: true, value: Object });
}
