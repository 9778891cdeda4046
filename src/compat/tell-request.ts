import type { RequestListener } from '../client/method-requests.js';
import { textOf } from '../cognito/json.js';
import type { CompatUser, OpenPool } from './open-pool.js';
import { tellRefusal } from './teller.js';
import type { Teller } from './teller.js';
import { outcomeOf } from './updated-attributes.js';

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
        message: (username) => `${username} has signed up successfully`,
        data: (user, { UserConfirmed, UserSub, CodeDeliveryDetails }) => ({
          user,
          userConfirmed: UserConfirmed,
          userSub: UserSub,
          codeDeliveryDetails: CodeDeliveryDetails,
        }),
      },
      failure: (username) => `${username} failed to signup`,
    },
  ],
  [
    'ConfirmSignUp',
    {
      event: 'confirmSignUp',
      success: { message: (username) => `${username} has been confirmed successfully`, data: () => 'SUCCESS' },
    },
  ],
  [
    'ForgotPassword',
    {
      event: 'forgotPassword',
      success: { message: (username) => `${username} has initiated forgot password flow`, data: (user) => user },
      failure: (username) => `${username} forgotPassword failed`,
    },
  ],
  [
    'ConfirmForgotPassword',
    {
      event: 'forgotPasswordSubmit',
      success: { message: (username) => `${username} forgotPasswordSubmit successful`, data: (user) => user },
      failure: (username) => `${username} forgotPasswordSubmit failed`,
    },
  ],
  [
    'UpdateUserAttributes',
    {
      event: 'updateUserAttributes',
      success: {
        message: () => 'Attributes successfully updated',
        data: (_, answer, { UserAttributes }) =>
          // Written by the client.
          outcomeOf(
            (UserAttributes as { readonly Name: string }[]).map(({ Name }) => Name),
            answer,
          ),
      },
      failure: () => 'Failed to update attributes',
    },
  ],
  [
    'VerifySoftwareToken',
    {
      event: 'verify',
      success: { message: (username) => `A user ${username} has been verified`, data: (user) => user },
    },
  ],
  // Amplify has no name here, and apps may compare the text.
  [
    'NEW_PASSWORD_REQUIRED',
    { event: 'completeNewPassword', failure: () => 'null failed to complete the new password flow' },
  ],
]);

/** Tells what elements have requested, as if they had made the call of the guides. */
export async function tellRequest(
  teller: Teller,
  pool: OpenPool,
  ...[operation, body, answer]: Parameters<RequestListener>
): Promise<void> {
  const told = TOLD.get(textOf(body, 'ChallengeName') ?? operation);
  if (!told) return;
  const { event, success, failure } = told;
  const username = textOf(body, 'Username');
  try {
    const answered = await answer;
    // Without a name, it is about who is signed in. In a sign-in, no user is signed in yet.
    const user = username === undefined ? await pool.heldUser() : pool.userOf(username);
    if (user && success) teller.tell(event, success.data(user, answered, body), success.message(user.getUsername()));
  } catch (error) {
    if (failure) tellRefusal(teller, event, error, failure(username ?? ''));
  }
}
