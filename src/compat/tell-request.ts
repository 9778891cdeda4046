import type { RequestListener } from '../client/method-requests.js';
import type { OpenPool } from './open-pool.js';
import { tellRefusal } from './teller.js';
import type { Teller } from './teller.js';

type Answer = Awaited<Parameters<RequestListener>[2]>;

/** What a call of the guides would tell of an operation. */
interface Telling {
  readonly event: string;
  readonly message: string;
  readonly data: (user: ReturnType<OpenPool['userOf']>, answer: Answer) => unknown;
  /** Missing where a call tells nothing when it fails. */
  readonly failure?: string;
}

/** Messages follow the username. */
const TOLD: ReadonlyMap<string, Telling> = new Map<string, Telling>([
  [
    'SignUp',
    {
      event: 'signUp',
      message: 'has signed up successfully',
      data: (user, { UserConfirmed, UserSub, CodeDeliveryDetails }) => ({
        user,
        userConfirmed: UserConfirmed,
        userSub: UserSub,
        codeDeliveryDetails: CodeDeliveryDetails,
      }),
      failure: 'failed to signup',
    },
  ],
  ['ConfirmSignUp', { event: 'confirmSignUp', message: 'has been confirmed successfully', data: () => 'SUCCESS' }],
  [
    'ForgotPassword',
    {
      event: 'forgotPassword',
      message: 'has initiated forgot password flow',
      data: (user) => user,
      failure: 'forgotPassword failed',
    },
  ],
  [
    'ConfirmForgotPassword',
    {
      event: 'forgotPasswordSubmit',
      message: 'forgotPasswordSubmit successful',
      data: (user) => user,
      failure: 'forgotPasswordSubmit failed',
    },
  ],
]);

/** Tells what elements have requested, as if they had made the call of the guides. */
export async function tellRequest(
  teller: Teller,
  pool: OpenPool,
  ...[operation, { Username }, answer]: Parameters<RequestListener>
): Promise<void> {
  const told = TOLD.get(operation);
  if (!told || typeof Username !== 'string') return;
  const { event, message, data, failure } = told;
  try {
    teller.tell(event, data(pool.userOf(Username), await answer), `${Username} ${message}`);
  } catch (error) {
    if (failure) tellRefusal(teller, event, error, `${Username} ${failure}`);
  }
}
