import { deliveryOf } from './delivery.js';
import type { CodeDelivery } from './delivery.js';
import { AuthError } from './errors.js';
import { isException, unlessSuccess } from './exceptions.js';
import type { Post } from './json-protocol.js';
import { isTrue, objectOf, requireText, textOf } from './json.js';
import { nameValueList } from './name-value.js';
import type { Secret } from './secret.js';

/** SignUp. `confirmed`: no code is needed. */
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

/**
 * ConfirmSignUp. An account that is confirmed already (by a link, or by a request whose response was lost) counts as success.
 *
 * @returns The Session that a sign-in can continue with, where the app client allows USER_AUTH.
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
    const request = post('ConfirmSignUp', {
      Username: username,
      ConfirmationCode: code.reveal(),
      ForceAliasCreation: forceAliasCreation,
      ...(session && { Session: session }),
    });
    return textOf((await unlessSuccess(request)) ?? {}, 'Session');
  } catch (error) {
    // The Session lives for minutes, the code for a day.
    if (session && AuthError.from(error).code === 'challenge-expired')
      return confirmSignUp(post, { username, code, forceAliasCreation });
    throw error;
  }
}

/**
 * ResendConfirmationCode. Returns `confirmed` when the account is confirmed already. An unknown user gets the same answer
 * as a known one.
 */
export async function resendSignUpCode(post: Post, username: string): Promise<CodeDelivery | undefined | 'confirmed'> {
  try {
    const answer = await unlessSuccess(post('ResendConfirmationCode', { Username: username }));
    return deliveryOf(objectOf(answer ?? {}, 'CodeDeliveryDetails'));
  } catch (error) {
    if (isException(error, 'InvalidParameterException', /already confirmed/i)) return 'confirmed';
    throw error;
  }
}
