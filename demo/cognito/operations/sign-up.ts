import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { codeMismatch, expiredCode, invalidParameter, notAuthorized, userNotFound } from '../exceptions.js';
import { migrate } from '../flows/before-sign-in.js';
import { announceCode } from '../flows/code-delivery.js';
import { required } from '../flows/required.js';
import { decoyDelivery } from '../flows/simulated-user.js';
import { redeemCode } from '../store/codes.js';
import type { Pool } from '../store/model.js';
import { requirePolicy } from '../store/password-policy.js';
import type { World } from '../store/store.js';
import type { Caller, Visit } from '../store/user-context.js';
import {
  attributesOf,
  contactOf,
  createUser,
  findUser,
  requireNewUser,
  requireWritable,
  setPassword,
  verifyContact,
} from '../store/users.js';
import { attributesFor, fire } from '../triggers/call-trigger.js';
import { callerOf } from './caller.js';
import type { Operations } from './operation-types.js';

/** What somebody gets to see who asks for a code that cannot be sent: the same as everybody, or the reason. */
function pretendToSend({ client }: Caller, username: string, reason: Error): CodeDeliveryDetailsType {
  if (client.preventUserExistenceErrors === 'LEGACY') throw reason;
  return decoyDelivery(username);
}

/** Tells the pool's trigger that an account was confirmed, or got a new password by a code. */
export const afterConfirmation = (visit: Visit, source: 'ConfirmSignUp' | 'ConfirmForgotPassword'): Promise<unknown> =>
  fire(visit, 'postConfirmation', {
    source,
    userName: visit.user.username,
    request: {
      userAttributes: attributesFor(visit.user),
      ...(visit.clientMetadata && { clientMetadata: visit.clientMetadata }),
    },
    response: {},
  });

/** Whether people can do without a password. */
const isPasswordless = ({ firstFactors }: Pool): boolean =>
  firstFactors.some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP');

/** A session in which the sign-up goes on to a sign-in, where people can sign in by USER_AUTH. */
const sessionFor = (
  world: World,
  { pool, client, user }: Visit,
  name: 'CONFIRM_SIGN_UP' | 'AUTO_SIGN_IN',
): { readonly Session?: string } =>
  client.authFlows.includes('ALLOW_USER_AUTH') ? { Session: world.sessions.open({ pool, client, user, name }) } : {};

/** Creating an account and confirming it. */
export const signUpOperations = {
  SignUp: async (world, request) => {
    const { ClientId, SecretHash, Username, Password, ValidationData, ClientMetadata } = request;
    const caller = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const { pool } = caller;
    const password = isPasswordless(pool) && Password === undefined ? undefined : required(Password, 'password');
    if (password !== undefined) requirePolicy(pool.passwordPolicy, password);
    const attributes = attributesOf(request.UserAttributes);
    requireWritable(attributes);
    const username = required(Username, 'username');
    const account = { username, password, attributes, status: 'UNCONFIRMED', now: world.now() } as const;
    requireNewUser(pool, account);
    const wishes = await fire(caller, 'preSignUp', {
      source: 'SignUp',
      userName: username,
      request: {
        userAttributes: Object.fromEntries(attributes),
        ...(ValidationData && { validationData: Object.fromEntries(attributesOf(ValidationData)) }),
        ...(ClientMetadata && { clientMetadata: ClientMetadata }),
      },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    });
    const user = createUser(pool, account);
    const visit: Visit = { ...caller, user, clientMetadata: ClientMetadata };
    if (wishes?.autoVerifyEmail) verifyContact(pool, user, 'email', false);
    if (wishes?.autoVerifyPhone) verifyContact(pool, user, 'phone_number', false);
    if (wishes?.autoConfirmUser) {
      user.status = 'CONFIRMED';
      await afterConfirmation(visit, 'ConfirmSignUp');
      return { UserConfirmed: true, UserSub: user.sub, ...sessionFor(world, visit, 'AUTO_SIGN_IN') };
    }
    const contact = contactOf(user, (one) => pool.autoVerified.includes(one));
    return {
      UserConfirmed: false,
      UserSub: user.sub,
      ...sessionFor(world, visit, 'CONFIRM_SIGN_UP'),
      ...(contact && { CodeDeliveryDetails: await announceCode(world, visit, contact, 'sign-up', 'SignUp') }),
    };
  },

  ConfirmSignUp: async (world, request) => {
    const { ClientId, SecretHash, Username, ConfirmationCode, ForceAliasCreation, ClientMetadata } = request;
    const caller = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const { pool, client } = caller;
    const user = findUser(pool, required(Username, 'username'));
    if (!user) throw client.preventUserExistenceErrors === 'LEGACY' ? userNotFound() : expiredCode();
    const session = request.Session;
    if (session !== undefined && world.sessions.get(session, client.id, ['CONFIRM_SIGN_UP']).user !== user) {
      throw notAuthorized('Invalid session for the user.');
    }
    if (user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    redeemCode(world, user, 'sign-up', required(ConfirmationCode, 'confirmationCode'), (contact) =>
      verifyContact(pool, user, contact, ForceAliasCreation ?? false),
    );
    user.status = 'CONFIRMED';
    user.modified = world.now();
    const visit: Visit = { ...caller, user, clientMetadata: ClientMetadata };
    await afterConfirmation(visit, 'ConfirmSignUp');
    world.sessions.close(session);
    return sessionFor(world, visit, 'AUTO_SIGN_IN');
  },

  ResendConfirmationCode: async (world, { ClientId, SecretHash, Username, ClientMetadata }) => {
    const caller = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const username = required(Username, 'username');
    const user = findUser(caller.pool, username);
    if (!user) return { CodeDeliveryDetails: pretendToSend(caller, username, userNotFound()) };
    if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
    const contact = contactOf(user, (one) => caller.pool.autoVerified.includes(one));
    if (!contact) throw invalidParameter('Cannot resend codes. Auto verification not turned on.');
    const visit = { ...caller, user, clientMetadata: ClientMetadata };
    return { CodeDeliveryDetails: await announceCode(world, visit, contact, 'sign-up', 'ResendCode') };
  },

  ForgotPassword: async (world, { ClientId, SecretHash, Username, ClientMetadata }) => {
    const caller = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const username = required(Username, 'username');
    const metadata = ClientMetadata && { clientMetadata: ClientMetadata };
    const user =
      findUser(caller.pool, username) ?? (await migrate(world, caller, 'ForgotPassword', username, { ...metadata }));
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
    const visit = { ...caller, user, clientMetadata: ClientMetadata };
    return { CodeDeliveryDetails: await announceCode(world, visit, contact, 'forgot-password', 'ForgotPassword') };
  },

  ConfirmForgotPassword: async (world, request) => {
    const { ClientId, SecretHash, Username, ConfirmationCode, Password, ClientMetadata } = request;
    const caller = callerOf(world, ClientId, { username: Username, secretHash: SecretHash });
    const { pool, client } = caller;
    const user = findUser(pool, required(Username, 'username'));
    const password = required(Password, 'password');
    requirePolicy(pool.passwordPolicy, password);
    if (!user) throw client.preventUserExistenceErrors === 'LEGACY' ? userNotFound() : codeMismatch();
    redeemCode(world, user, 'forgot-password', required(ConfirmationCode, 'confirmationCode'), () =>
      setPassword(pool, user, password, world.now()),
    );
    user.attempts.delete('password');
    if (user.status !== 'UNCONFIRMED') user.status = 'CONFIRMED';
    await afterConfirmation({ ...caller, user, clientMetadata: ClientMetadata }, 'ConfirmForgotPassword');
    return {};
  },
} satisfies Partial<Operations>;
