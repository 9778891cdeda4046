import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, notAuthorized } from '../exceptions.js';
import { deliverCode } from '../flows/code-delivery.js';
import { requireLocalUser } from '../flows/local-user.js';
import { countPassword, requireUnlocked } from '../flows/lockout.js';
import { required } from '../flows/required.js';
import { redeemCode } from '../store/codes.js';
import type { Contact } from '../store/model.js';
import { requireNewPassword } from '../store/password-policy.js';
import { matches } from '../store/srp.js';
import {
  attributeList,
  attributesOf,
  changeAttributes,
  requireFreeUsername,
  requireSchema,
  requireWritable,
  setPassword,
  srpIdentity,
  verifyContact,
  withPendingContacts,
} from '../store/users.js';
import { settingsOf } from './mfa.js';
import type { Operations } from './operation-types.js';

const CONTACTS: readonly Contact[] = ['email', 'phone_number'];

function contactNamed(name: string | undefined): Contact {
  const contact = CONTACTS.find((one) => one === name);
  if (!contact) throw invalidParameter(`Attribute ${name ?? ''} is not verifiable.`);
  return contact;
}

/** The operations of a signed-in user on their account. */
export const accountOperations = {
  GetUser: async (store, { AccessToken }) => {
    const { user } = await store.tokens.verify(AccessToken);
    return {
      Username: user.username,
      UserAttributes: attributeList(user),
      ...(user.preferredMfa && { PreferredMfaSetting: user.preferredMfa }),
      ...settingsOf(user),
    };
  },

  ChangePassword: async (store, { AccessToken, PreviousPassword, ProposedPassword }) => {
    const { pool, user } = await store.tokens.verify(AccessToken);
    requireLocalUser(user);
    // A user without a password sets the first one here.
    if (user.verifier) {
      const previous = required(PreviousPassword, 'previousPassword');
      requireUnlocked(store, user);
      const isRight = matches(user.verifier, srpIdentity(pool, user.username), previous);
      countPassword(store, user, isRight);
      if (!isRight) throw notAuthorized();
    }
    const proposed = required(ProposedPassword, 'proposedPassword');
    requireNewPassword(pool.passwordPolicy, 'proposedPassword', proposed);
    setPassword(pool, user, proposed, store.now());
    return {};
  },

  UpdateUserAttributes: async (store, { AccessToken, UserAttributes, ClientMetadata }) => {
    const context = { ...(await store.tokens.verify(AccessToken)), clientMetadata: ClientMetadata };
    const { pool, user } = context;
    const changes = attributesOf(UserAttributes);
    requireWritable(changes);
    requireSchema(pool, new Map([...user.attributes, ...changes]));
    requireFreeUsername(pool, user, changes);
    user.modified = store.now();
    const changed = changeAttributes(user, changes, pool.verifiedBeforeUpdate);
    const verified = changed.filter((contact) => pool.autoVerified.includes(contact));
    const CodeDeliveryDetailsList: CodeDeliveryDetailsType[] = [];
    const updated = { ...context, user: withPendingContacts(user) };
    for (const contact of verified) {
      CodeDeliveryDetailsList.push(await deliverCode(store, updated, contact, 'attribute', 'UpdateUserAttribute'));
    }
    return { CodeDeliveryDetailsList };
  },

  DeleteUserAttributes: async (store, { AccessToken, UserAttributeNames = [] }) => {
    const { pool, user } = await store.tokens.verify(AccessToken);
    const kept = UserAttributeNames.find((name) => name === 'sub' || pool.requiredAttributes.includes(name));
    if (kept !== undefined) {
      throw invalidParameter(`Invalid attributes given, cannot delete ${kept} because it is a required attribute`);
    }
    for (const name of UserAttributeNames) {
      user.attributes.delete(name);
      const contact = CONTACTS.find((one) => one === name);
      if (contact) {
        user.attributes.delete(`${contact}_verified`);
        user.pendingContacts.delete(contact);
      }
    }
    user.modified = store.now();
    return {};
  },

  GetUserAttributeVerificationCode: async (store, { AccessToken, AttributeName, ClientMetadata }) => {
    const signedIn = await store.tokens.verify(AccessToken);
    const context = { ...signedIn, user: withPendingContacts(signedIn.user), clientMetadata: ClientMetadata };
    const contact = contactNamed(AttributeName);
    if (!context.user.attributes.get(contact)) throw invalidParameter(`User does not have ${contact}.`);
    return { CodeDeliveryDetails: await deliverCode(store, context, contact, 'attribute', 'VerifyUserAttribute') };
  },

  VerifyUserAttribute: async (store, { AccessToken, AttributeName, Code }) => {
    const { pool, user } = await store.tokens.verify(AccessToken);
    const contact = contactNamed(AttributeName);
    const verify = (): void => {
      verifyContact(pool, user, contact, { address: user.pendingContacts.get(contact) });
      user.pendingContacts.delete(contact);
    };
    redeemCode(store, user, 'attribute', required(Code, 'code'), verify, [contact]);
    return {};
  },

  DeleteUser: async (store, { AccessToken }) => {
    const { pool, user } = await store.tokens.verify(AccessToken);
    store.tokens.revokeAll(user);
    pool.users.splice(pool.users.indexOf(user), 1);
    return {};
  },
} satisfies Partial<Operations>;
