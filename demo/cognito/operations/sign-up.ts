import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { codeMismatch, expiredCode, invalidParameter, notAuthorized, userNotFound } from '../exceptions.js';
import { migrate } from '../flows/before-sign-in.js';
import { deliverCode } from '../flows/code-delivery.js';
import { afterConfirmation, confirmAccount } from '../flows/confirmation.js';
import { isPasswordless } from '../flows/first-factors.js';
import { required } from '../flows/required.js';
import { simulatedDelivery } from '../flows/simulated-user.js';
import { redeemCode } from '../store/codes.js';
import { requireNewPassword } from '../store/password-policy.js';
import type { Contact } from '../store/model.js';
import type { SignUpProof } from '../store/sessions.js';
import type { Store } from '../store/store.js';
import type { Caller, UserContext } from '../store/user-context.js';
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
import { callTrigger } from '../triggers/call-trigger.js';
import { callerOf } from './caller.js';
import type { Operations } from './operation-types.js';

const NO_CONTACT = 'Cannot reset password for the user as there is no registered/verified email or phone_number';
const NOT_VERIFIED = 'Cannot resend codes. Auto verification not turned on.';

/**
 * The response when no code can be sent: simulated delivery; or at random, where the pool does so, the refusal that a
 * user can get who exists; or `reason` where the app client reveals that.
 */
function simulateDelivery(
  store: Store,
  { client, pool }: Caller,
  username: string,
  { reason, refusal }: { readonly reason: Error; readonly refusal: string },
): CodeDeliveryDetailsType {
  if (client.preventUserExistenceErrors === 'LEGACY') throw reason;
  if (pool.refusesSimulatedDelivery && store.random(2) === 1) throw invalidParameter(refusal);
  return simulatedDelivery(username);
}

/** A session that continues the sign-up with a sign-in, where the app client allows USER_AUTH. */
const sessionFor = (
  store: Store,
  { pool, client, user }: UserContext,
  name: 'CONFIRM_SIGN_UP' | 'AUTO_SIGN_IN',
  signUp: SignUpProof,
): { readonly Session?: string } =>
  client.authFlows.includes('ALLOW_USER_AUTH')
    ? { Session: store.sessions.open({ pool, client, user, name, signUp }) }
    : {};

/** The operations that create and confirm accounts and reset passwords. */
export const signUpOperations = {
  SignUp: async (store, request) => {
    const { ClientId, SecretHash, Username, Password, ValidationData, ClientMetadata } = request;
    const caller = callerOf(store, ClientId, { username: Username, secretHash: SecretHash });
    const { pool } = caller;
    const password = isPasswordless(pool) && Password === undefined ? undefined : required(Password, 'password');
    if (password !== undefined) requireNewPassword(pool.passwordPolicy, 'password', password);
    const attributes = attributesOf(request.UserAttributes);
    requireWritable(attributes);
    const username = required(Username, 'username');
    const account = { username, password, attributes, status: 'UNCONFIRMED', now: store.now() } as const;
    requireNewUser(pool, account);
    const decision = await callTrigger(caller, 'preSignUp', {
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
    const context: UserContext = { ...caller, user, clientMetadata: ClientMetadata };
    if (decision?.autoVerifyEmail) verifyContact(pool, user, 'email');
    if (decision?.autoVerifyPhone) verifyContact(pool, user, 'phone_number');
    const signUp = { hasPassword: password !== undefined };
    if (decision?.autoConfirmUser) {
      await confirmAccount(store, context);
      return { UserConfirmed: true, UserSub: user.sub, ...sessionFor(store, context, 'CONFIRM_SIGN_UP', signUp) };
    }
    const contact = contactOf(user, (one) => pool.autoVerified.includes(one));
    return {
      UserConfirmed: false,
      UserSub: user.sub,
      ...sessionFor(store, context, 'CONFIRM_SIGN_UP', signUp),
      ...(contact && { CodeDeliveryDetails: await deliverCode(store, context, contact, 'sign-up', 'SignUp') }),
    };
  },

  ConfirmSignUp: async (store, request) => {
    const { ClientId, SecretHash, Username, ConfirmationCode, ForceAliasCreation, ClientMetadata } = request;
    const caller = callerOf(store, ClientId, { username: Username, secretHash: SecretHash });
    const { pool, client } = caller;
    const user = findUser(pool, required(Username, 'username'));
    if (!user) throw client.preventUserExistenceErrors === 'LEGACY' ? userNotFound() : expiredCode();
    const context: UserContext = { ...caller, user, clientMetadata: ClientMetadata };
    const { signUp } = store.sessions.ofSignUp(request.Session, context, 'CONFIRM_SIGN_UP') ?? {};
    if (user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    let contact: Contact | undefined;
    redeemCode(store, user, 'sign-up', required(ConfirmationCode, 'confirmationCode'), (proved) => {
      verifyContact(pool, user, proved, { force: ForceAliasCreation });
      contact = proved;
    });
    await confirmAccount(store, context);
    store.sessions.close(request.Session);
    return sessionFor(store, context, 'AUTO_SIGN_IN', { contact, hasPassword: signUp?.hasPassword ?? false });
  },

  ResendConfirmationCode: async (store, { ClientId, SecretHash, Username, ClientMetadata }) => {
    const caller = callerOf(store, ClientId, { username: Username, secretHash: SecretHash });
    const username = required(Username, 'username');
    const user = findUser(caller.pool, username);
    if (!user) {
      const unknown = { reason: userNotFound(), refusal: NOT_VERIFIED };
      return { CodeDeliveryDetails: simulateDelivery(store, caller, username, unknown) };
    }
    if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
    const contact = contactOf(user, (one) => caller.pool.autoVerified.includes(one));
    if (!contact) throw invalidParameter(NOT_VERIFIED);
    const context = { ...caller, user, clientMetadata: ClientMetadata };
    return { CodeDeliveryDetails: await deliverCode(store, context, contact, 'sign-up', 'ResendCode') };
  },

  ForgotPassword: async (store, { ClientId, SecretHash, Username, ClientMetadata }) => {
    const caller = callerOf(store, ClientId, { username: Username, secretHash: SecretHash });
    const username = required(Username, 'username');
    const metadata = ClientMetadata && { clientMetadata: ClientMetadata };
    const user =
      findUser(caller.pool, username) ?? (await migrate(store, caller, 'ForgotPassword', username, { ...metadata }));
    const simulate = (reason: Error) => ({
      CodeDeliveryDetails: simulateDelivery(store, caller, username, { reason, refusal: NO_CONTACT }),
    });
    if (!user) return simulate(userNotFound());
    if (!user.enabled) return simulate(notAuthorized('User is disabled.'));
    if (user.status === 'FORCE_CHANGE_PASSWORD' || user.status === 'EXTERNAL_PROVIDER') {
      throw notAuthorized('User password cannot be reset in the current state.');
    }
    const contact = contactOf(user, (one) => user.attributes.get(`${one}_verified`) === 'true');
    if (!contact) return simulate(invalidParameter(NO_CONTACT));
    const context = { ...caller, user, clientMetadata: ClientMetadata };
    return { CodeDeliveryDetails: await deliverCode(store, context, contact, 'forgot-password', 'ForgotPassword') };
  },

  ConfirmForgotPassword: async (store, request) => {
    const { ClientId, SecretHash, Username, ConfirmationCode, Password, ClientMetadata } = request;
    const caller = callerOf(store, ClientId, { username: Username, secretHash: SecretHash });
    const { pool, client } = caller;
    const isTelling = client.preventUserExistenceErrors === 'LEGACY';
    const user = findUser(pool, required(Username, 'username'));
    const password = required(Password, 'password');
    requireNewPassword(pool.passwordPolicy, 'password', password);
    if (!user) throw isTelling ? userNotFound() : codeMismatch();
    if (!user.enabled) throw isTelling ? notAuthorized('User is disabled.') : codeMismatch();
    redeemCode(store, user, 'forgot-password', required(ConfirmationCode, 'confirmationCode'), () =>
      setPassword(pool, user, password, store.now()),
    );
    user.attempts.delete('password');
    if (user.status !== 'UNCONFIRMED') user.status = 'CONFIRMED';
    await afterConfirmation({ ...caller, user, clientMetadata: ClientMetadata }, 'ConfirmForgotPassword');
    return {};
  },
} satisfies Partial<Operations>;
