import { AuthError } from '../../cognito/errors.js';
import type { Post } from '../../cognito/json-protocol.js';
import { createPasskey } from '../../cognito/passkeys/create-passkey.js';
import type { NewPasskey } from '../../cognito/passkeys/create-passkey.js';
import {
  completeRegistration,
  deletePasskey,
  listPasskeys,
  startRegistration,
} from '../../cognito/passkeys/passkeys.js';
import type { Passkey } from '../../cognito/passkeys/passkeys.js';
import { canSignalAccepted, signalAccepted, signalUnknown } from '../../cognito/passkeys/signals.js';
import type { PasskeyAccount } from '../account-client.js';
import type { AccountRequest } from './account-request.js';

/** The passkeys of an account. */
export const passkeyAccount = (request: AccountRequest): PasskeyAccount => ({
  passkeys: (options) => request(listPasskeys, options),

  async createPasskey({ signal } = {}) {
    const options = await request(startRegistration, { signal });
    const made = await createPasskey(options, signal);
    // A created key is registered or taken back, even if the caller has aborted.
    return request((post) => register(post, made));
  },

  deletePasskey: ({ credentialId, ...options }) =>
    request(async (post, { sub }) => {
      const list = () => (canSignalAccepted() ? listPasskeys(post).catch(() => undefined) : undefined);
      const before = await list();
      await deletePasskey(post, credentialId);
      const rpId = before?.find((passkey) => passkey.credentialId === credentialId)?.relyingPartyId;
      const left = rpId && (await list());
      if (left) void signalAccepted(rpId, sub, idsOf(left, rpId));
    }, options),
});

const idsOf = (passkeys: readonly Passkey[], rpId: string): readonly string[] =>
  passkeys.filter(({ relyingPartyId }) => relyingPartyId === rpId).map(({ credentialId }) => credentialId);

/** Registers a key that the browser created. If the response is lost, the list tells whether Cognito has the key. */
async function register(post: Post, made: NewPasskey): Promise<Passkey | undefined> {
  const { credentialId, relyingPartyId, credential } = made;
  const failure = await completeRegistration(post, credential).then(
    () => undefined,
    (error: unknown) => AuthError.from(error),
  );
  const passkeys = await listPasskeys(post).catch(() => undefined);
  const registered = passkeys?.find((passkey) => passkey.credentialId === credentialId);
  if (registered || !failure) return registered;
  if (passkeys) void signalUnknown(relyingPartyId, credentialId);
  throw failure;
}
