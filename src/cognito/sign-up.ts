import { deliveryOf } from './delivery.js';
import type { CodeDelivery } from './delivery.js';
import { AuthError } from './errors.js';
import { isException } from './exceptions.js';
import { isTrue, objectOf, requireText, textOf } from './json.js';
import { nameValueList } from './name-value.js';
import type { Secret } from './secret.js';
import type { Post } from './json-protocol.js';

/** SignUp. `confirmed`: no code has to be typed. */
export async function signUp(
  post: Post,
  {
    username,
    password,
    attributes = {},
    validationData = {},
  }: {
    readonly username: string;
    readonly password?: Secret;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly validationData?: Readonly<Record<string, string>>;
  },
): Promise<{
  readonly confirmed: boolean;
  readonly delivery: CodeDelivery | undefined;
  readonly session: string | undefined;
}> {
  const answer = await post('SignUp', {
    Username: username,
    ...(password && { Password: password.reveal() }),
    UserAttributes: nameValueList(attributes),
    ...(Object.keys(validationData).length > 0 && { ValidationData: nameValueList(validationData) }),
  });
  requireText(answer, 'UserSub');
  return {
    confirmed: isTrue(answer, 'UserConfirmed'),
    delivery: deliveryOf(objectOf(answer, 'CodeDeliveryDetails')),
    session: textOf(answer, 'Session'),
  };
}

/** An unknown user gets the answer that a wrong code gets, so that nobody learns who has an account. */
const withoutTelling = (error: unknown): never => {
  throw isException(error, 'UserNotFoundException') ? new AuthError('code-expired', { cause: error }) : error;
};

/**
 * ConfirmSignUp. Being confirmed already, by a link or an answer that got lost, counts as success.
 *
 * @returns The Session that the person can go on with, where the app client has USER_AUTH.
 */
export async function confirmSignUp(
  post: Post,
  {
    username,
    code,
    forceAliasCreation = false,
    session,
  }: {
    readonly username: string;
    readonly code: Secret;
    readonly forceAliasCreation?: boolean;
    readonly session?: string | undefined;
  },
): Promise<string | undefined> {
  try {
    const answer = await post('ConfirmSignUp', {
      Username: username,
      ConfirmationCode: code.reveal(),
      ForceAliasCreation: forceAliasCreation,
      ...(session && { Session: session }),
    });
    return textOf(answer, 'Session');
  } catch (error) {
    if (isException(error, 'NotAuthorizedException', /current status is confirmed/i)) return undefined;
    // The Session lives for minutes, the code for a day.
    if (session && AuthError.from(error).code === 'challenge-expired')
      return confirmSignUp(post, { username, code, forceAliasCreation });
    return withoutTelling(error);
  }
}

/**
 * ResendConfirmationCode. Answers `confirmed` when there is nothing left to confirm, and the same for no account as for
 * one.
 */
export async function resendSignUpCode(post: Post, username: string): Promise<CodeDelivery | undefined | 'confirmed'> {
  try {
    const answer = await post('ResendConfirmationCode', { Username: username });
    return deliveryOf(objectOf(answer, 'CodeDeliveryDetails'));
  } catch (error) {
    if (isException(error, 'InvalidParameterException', /already confirmed/i)) return 'confirmed';
    if (isException(error, 'UserNotFoundException')) return undefined;
    throw error;
  }
}

/** What ForgotPassword says when there is no account, or none that a code could be sent to. */
const NOT_SENT = [
  ['UserNotFoundException', /^/],
  ['UserNotConfirmedException', /^/],
  ['InvalidParameterException', /cannot reset password/i],
  ['NotAuthorizedException', /cannot be reset|is disabled/i],
] as const;

/**
 * ForgotPassword. Whether anything was sent, and where to, is not passed on: that would tell who has an account.
 *
 * @throws AuthError when the request did not get through.
 */
export async function forgotPassword(post: Post, username: string): Promise<void> {
  try {
    await post('ForgotPassword', { Username: username });
  } catch (error) {
    if (!NOT_SENT.some(([name, message]) => isException(error, name, message))) throw error;
  }
}

/** ConfirmForgotPassword. */
export async function resetPassword(
  post: Post,
  { username, code, password }: { readonly username: string; readonly code: Secret; readonly password: Secret },
): Promise<void> {
  const body = { Username: username, ConfirmationCode: code.reveal(), Password: password.reveal() };
  await post('ConfirmForgotPassword', body).catch(withoutTelling);
}
