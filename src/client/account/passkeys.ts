import { AuthError } from '../../cognito/errors.js';
import { createPasskey } from '../../cognito/passkeys/create-passkey.js';
import type { NewPasskey } from '../../cognito/passkeys/create-passkey.js';
import { canSignalAccepted, signalAccepted, signalUnknown } from '../../cognito/passkeys/signals.js';
import {
  completeRegistration,
  deletePasskey,
  listPasskeys,
  startRegistration,
} from '../../cognito/passkeys/passkeys.js';
import type { Passkey } from '../../cognito/passkeys/passkeys.js';
import type { Post } from '../../cognito/json-protocol.js';
import type { PasskeyAccount } from '../account-client.js';
import type { Ask } from './account-request.js';

/** The passkeys of an account. */
export const passkeyAccount = (ask: Ask): PasskeyAccount => ({
  passkeys: (options) => ask(listPasskeys, options),

  async createPasskey({ signal } = {}) {
    const options = await ask(startRegistration, { signal });
    const made = await createPasskey(options, signal);
    // A key that exists is registered or taken back, whether or not anybody still waits for that.
    return ask((post) => register(post, made));
  },

  deletePasskey: ({ credentialId, ...options }) =>
    ask(async (post, { sub }) => {
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

/** Registers a key that the browser made. The answer may get lost: whether Cognito has the key is seen in its list. */
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
