import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  limitExceeded,
  resourceNotFound,
  webAuthnChallengeNotFound,
  webAuthnClientMismatch,
  webAuthnCredentialNotSupported,
} from '../exceptions.js';
import { requireLocalUser } from '../flows/local-user.js';
import { required } from '../flows/required.js';
import { creationOptions, relyingPartyOf, verifyCreation } from '../flows/web-authn.js';
import type { Operations } from './operation-types.js';

const MAX_PASSKEYS = 20;
const LIFETIME = 180_000;

/** Whether a value has the members that the verification of a credential reads. */
const isCredential = (value: unknown): value is RegistrationResponseJSON =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'response' in value &&
  typeof value.response === 'object' &&
  value.response !== null &&
  'clientDataJSON' in value.response &&
  typeof value.response.clientDataJSON === 'string';

/** The operations of a signed-in user on their passkeys. */
export const passkeyOperations = {
  StartWebAuthnRegistration: async (store, { AccessToken }) => {
    const { pool, client, user } = await store.tokens.verify(AccessToken);
    requireLocalUser(user);
    const options = await creationOptions(pool, user);
    if (user.passkeys.length >= MAX_PASSKEYS) throw limitExceeded('Passkey limit exceeded.');
    user.pendingPasskey = { challenge: options.challenge, client, expiresAt: store.now() + LIFETIME };
    // The SDK types a document as a record, and the library's options have no index signature.
    return { CredentialCreationOptions: { ...options } as unknown as Record<string, string> };
  },

  CompleteWebAuthnRegistration: async (store, { AccessToken, Credential }) => {
    const { pool, client, user } = await store.tokens.verify(AccessToken);
    const { id: relyingPartyId } = relyingPartyOf(pool);
    const pending = user.pendingPasskey;
    if (!pending || pending.expiresAt <= store.now()) throw webAuthnChallengeNotFound();
    if (pending.client !== client) throw webAuthnClientMismatch();
    if (!isCredential(Credential)) throw webAuthnCredentialNotSupported();
    const credential = await verifyCreation(pool, pending.challenge, Credential);
    user.pendingPasskey = undefined;
    user.passkeys.push({
      credential,
      name: `Passkey ${user.passkeys.length + 1}`,
      relyingPartyId,
      attachment: Credential.authenticatorAttachment,
      created: store.now(),
    });
    return {};
  },

  ListWebAuthnCredentials: async (store, { AccessToken, MaxResults = 20, NextToken = '0' }) => {
    const { user } = await store.tokens.verify(AccessToken);
    const end = Number(NextToken) + MaxResults;
    return {
      Credentials: user.passkeys.slice(Number(NextToken), end).map((passkey) => ({
        CredentialId: passkey.credential.id,
        FriendlyCredentialName: passkey.name,
        RelyingPartyId: passkey.relyingPartyId,
        ...(passkey.attachment && { AuthenticatorAttachment: passkey.attachment }),
        AuthenticatorTransports: [...(passkey.credential.transports ?? [])],
        CreatedAt: new Date(passkey.created),
      })),
      ...(end < user.passkeys.length && { NextToken: String(end) }),
    };
  },

  DeleteWebAuthnCredential: async (store, { AccessToken, CredentialId }) => {
    const { user } = await store.tokens.verify(AccessToken);
    const wanted = required(CredentialId, 'credentialId');
    const index = user.passkeys.findIndex(({ credential }) => credential.id === wanted);
    if (index < 0) throw resourceNotFound('The requested passkey does not exist.');
    user.passkeys.splice(index, 1);
    if (user.passkeys.length === 0) user.passkeyMfa = false;
    return {};
  },
} satisfies Partial<Operations>;
