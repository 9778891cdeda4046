import type { RequestListener } from '../client/method-requests.js';
import { objectOf, textOf } from '../cognito/json.js';
import { claimsOf } from '../cognito/jwt.js';
import { HUB_MESSAGES } from './hub-messages.js';
import type { CompatUser, OpenPool } from './open-pool.js';
import type { Teller } from './teller.js';
import { outcomeOf } from './updated-attributes.js';
import { nameOf } from './user-name.js';

type Body = Parameters<RequestListener>[1];
type Answer = Awaited<Parameters<RequestListener>[2]>;

/** What a call of the guides would tell of a request. */
interface Telling {
  readonly event: string;
  /** Missing where the session that begins is told of, or another question. */
  readonly success?: {
    readonly message: (username: string) => string;
    readonly data: (user: CompatUser, answer: Answer, body: Body) => unknown;
  };
  /** Missing where a call tells nothing when it fails. */
  readonly failure?: (username: string) => string;
}

/** By the name of the operation, or of the challenge that was answered. */
const TOLD: ReadonlyMap<string, Telling> = new Map<string, Telling>([
  [
    'SignUp',
    {
      event: 'signUp',
      success: {
        message: HUB_MESSAGES.signUp,
        data: (user, { UserConfirmed, UserSub, CodeDeliveryDetails }) => ({
          user,
          userConfirmed: UserConfirmed,
          userSub: UserSub,
          codeDeliveryDetails: CodeDeliveryDetails,
        }),
      },
      failure: HUB_MESSAGES.signUp_failure,
    },
  ],
  [
    'ConfirmSignUp',
    {
      event: 'confirmSignUp',
      success: { message: HUB_MESSAGES.confirmSignUp, data: () => 'SUCCESS' },
    },
  ],
  [
    'ForgotPassword',
    {
      event: 'forgotPassword',
      success: { message: HUB_MESSAGES.forgotPassword, data: (user) => user },
      failure: HUB_MESSAGES.forgotPassword_failure,
    },
  ],
  [
    'ConfirmForgotPassword',
    {
      event: 'forgotPasswordSubmit',
      success: { message: HUB_MESSAGES.forgotPasswordSubmit, data: (user) => user },
      failure: HUB_MESSAGES.forgotPasswordSubmit_failure,
    },
  ],
  [
    'UpdateUserAttributes',
    {
      event: 'updateUserAttributes',
      success: {
        message: HUB_MESSAGES.updateUserAttributes,
        data: (_, answer, { UserAttributes }) =>
          // Written by the client.
          outcomeOf(
            (UserAttributes as { readonly Name: string }[]).map(({ Name }) => Name),
            answer,
          ),
      },
      failure: HUB_MESSAGES.updateUserAttributes_failure,
    },
  ],
  [
    'VerifySoftwareToken',
    {
      event: 'verify',
      success: { message: HUB_MESSAGES.verify, data: (user) => user },
    },
  ],
  ['CUSTOM_CHALLENGE', { event: 'signIn', failure: HUB_MESSAGES.signIn_failure }],
  ['NEW_PASSWORD_REQUIRED', { event: 'completeNewPassword', failure: HUB_MESSAGES.completeNewPassword_failure }],
]);

/** Tells what elements have requested, as if they had made the call of the guides. */
export async function tellRequest(
  teller: Teller,
  pool: OpenPool,
  ...[operation, body, answer]: Parameters<RequestListener>
): Promise<void> {
  const challenge = textOf(body, 'ChallengeName');
  if (challenge === 'MFA_SETUP') await tellVerified(teller, answer);
  const told = TOLD.get(challenge ?? operation);
  if (!told) return;
  const { event, success, failure } = told;
  const username = textOf(body, 'Username');
  try {
    const answered = await answer;
    // Without a name, it is about who is signed in. In a sign-in, no user is signed in yet.
    const user = username === undefined ? await pool.heldUser() : pool.userOf(username);
    if (user && success) teller.tell(event, success.data(user, answered, body), success.message(user.getUsername()));
  } catch (error) {
    const name = username ?? textOf(objectOf(body, 'ChallengeResponses'), 'USERNAME') ?? '';
    if (failure) teller.tellRefusal(event, error, failure(name));
  }
}

/**
 * Tells that an authenticator app was verified in the middle of a sign-in. The answer to VerifySoftwareToken does not say
 * whose it is: the tokens do, which are the answer to the challenge. No tokens follow the set-up of codes by mail.
 */
async function tellVerified(teller: Teller, answer: Promise<Answer>): Promise<void> {
  const tokens = objectOf(await answer.catch((): Answer => ({})), 'AuthenticationResult');
  const sub = textOf(claimsOf(textOf(tokens, 'AccessToken') ?? ''), 'sub');
  const { verify } = HUB_MESSAGES;
  if (sub) teller.afterSignIn.ofNext(sub, (user) => teller.tell('verify', user, verify(nameOf(user))));
}
