import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { callerOf, required } from '../callers.js';
import { redeemCode, sendCode } from '../codes.js';
import { decoyDelivery } from '../decoys.js';
import { codeMismatch, expiredCode, invalidParameter, notAuthorized, userNotFound } from '../errors.js';
import { requirePolicy } from '../passwords.js';
import type { Caller } from '../world.js';
import {
  attributesOf,
  contactOf,
  createUser,
  findUser,
  requireWritable,
  setPassword,
  verifyContact,
} from '../users.js';
import type { Operations } from '../operations.js';

/** What somebody gets to see who asks for a code that cannot be sent: the same as everybody, or the reason. */
function pretendToSend({ client }: Caller, username: string, reason: Error): CodeDeliveryDetailsType {
  if (client.preventUserExistenceErrors === 'LEGACY') throw reason;
  return decoyDelivery(username);
}

/** Creating an account and confirming it. */
export const signUpOperations = {
  SignUp: async (world, { ClientId, SecretHash, Username, Password, UserAttributes }) => {
    const { pool } = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const password = required(Password, 'password');
    requirePolicy(pool.passwordPolicy, password);
    const attributes = attributesOf(UserAttributes);
    requireWritable(attributes);
    const user = createUser(pool, {
      username: required(Username, 'username'),
      password,
      attributes,
      status: 'UNCONFIRMED',
      now: world.now(),
    });
    const contact = contactOf(user, (one) => pool.autoVerified.includes(one));
    return {
      UserConfirmed: false,
      UserSub: user.sub,
      ...(contact && { CodeDeliveryDetails: sendCode(world, user, contact, 'sign-up') }),
    };
  },

  ConfirmSignUp: async (world, { ClientId, SecretHash, Username, ConfirmationCode, ForceAliasCreation }) => {
    const { pool, client } = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const user = findUser(pool, required(Username, 'username'));
    if (!user) throw client.preventUserExistenceErrors === 'LEGACY' ? userNotFound() : expiredCode();
    if (user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    redeemCode(world, user, 'sign-up', required(ConfirmationCode, 'confirmationCode'), (contact) =>
      verifyContact(pool, user, contact, ForceAliasCreation ?? false),
    );
    user.status = 'CONFIRMED';
    user.modified = world.now();
    return {};
  },

  ResendConfirmationCode: async (world, { ClientId, SecretHash, Username }) => {
    const caller = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const username = required(Username, 'username');
    const user = findUser(caller.pool, username);
    if (!user) return { CodeDeliveryDetails: pretendToSend(caller, username, userNotFound()) };
    if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
    const contact = contactOf(user, (one) => caller.pool.autoVerified.includes(one));
    if (!contact) throw invalidParameter('Cannot resend codes. Auto verification not turned on.');
    return { CodeDeliveryDetails: sendCode(world, user, contact, 'sign-up') };
  },

  ForgotPassword: async (world, { ClientId, SecretHash, Username }) => {
    const caller = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const username = required(Username, 'username');
    const user = findUser(caller.pool, username);
    if (!user) return { CodeDeliveryDetails: pretendToSend(caller, username, userNotFound()) };
    if (!user.enabled) {
      return { CodeDeliveryDetails: pretendToSend(caller, username, notAuthorized('User is disabled.')) };
    }
    if (user.status === 'FORCE_CHANGE_PASSWORD') {
      throw notAuthorized('User password cannot be reset in the current state.');
    }
    const contact = contactOf(user, (one) => user.attributes.get(`${one}_verified`) === 'true');
    if (!contact) {
      const reason = 'Cannot reset password for the user as there is no registered/verified email or phone_number';
      return { CodeDeliveryDetails: pretendToSend(caller, username, invalidParameter(reason)) };
    }
    return { CodeDeliveryDetails: sendCode(world, user, contact, 'forgot-password') };
  },

  ConfirmForgotPassword: async (world, { ClientId, SecretHash, Username, ConfirmationCode, Password }) => {
    const { pool, client } = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const user = findUser(pool, required(Username, 'username'));
    const password = required(Password, 'password');
    requirePolicy(pool.passwordPolicy, password);
    if (!user) throw client.preventUserExistenceErrors === 'LEGACY' ? userNotFound() : codeMismatch();
    redeemCode(world, user, 'forgot-password', required(ConfirmationCode, 'confirmationCode'), () =>
      setPassword(pool, user, password, world.now()),
    );
    user.attempts.delete('password');
    if (user.status !== 'UNCONFIRMED') user.status = 'CONFIRMED';
    return {};
  },
} satisfies Partial<Operations>;
