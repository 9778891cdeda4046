import type { RequestListener } from '../client/method-requests.js';
import { textOf } from '../cognito/json.js';
import type { OpenPool } from './open-pool.js';
import { tellRefusal } from './teller.js';
import type { Teller } from './teller.js';

type Answer = Awaited<Parameters<RequestListener>[2]>;

/** What a call of the guides would tell of a request. */
interface Telling {
  readonly event: string;
  /** Missing where the session that begins is told of, or another question. */
  readonly success?: {
    readonly message: (username: string) => string;
    readonly data: (user: ReturnType<OpenPool['userOf']>, answer: Answer) => unknown;
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
  const username = textOf(body, 'Username') ?? '';
  try {
    const answered = await answer;
    if (success) teller.tell(event, success.data(pool.userOf(username), answered), success.message(username));
  } catch (error) {
    if (failure) tellRefusal(teller, event, error, failure(username));
  }
}
