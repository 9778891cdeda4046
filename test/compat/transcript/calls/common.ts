import { PASSWORD } from '../../../../demo/cognito/index.js';
import type { Stage } from '../call.js';
import type { CognitoTokens } from '../subject.js';

export { PASSWORD, TOMS_KEY } from '../../../../demo/cognito/index.js';

/** A password that no user has. */
export const WRONG = 'Wrong-Horse-7';
/** A password that fits the policy, for users who choose a new one. */
export const NEW_PASSWORD = 'Other-Horse-8';

/** A password that does not fit the policy. */
export const WEAK = 'weak-password';

/** Signs a user in before the call, which gets the user object. */
export const signedIn =
  (username: string) =>
  ({ Auth }: Stage): unknown =>
    Auth.signIn(username, PASSWORD);

/** A code that is not this one. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** The access token of who is signed in. */
export async function accessToken({ Auth }: Stage): Promise<string> {
  // Every library answers this class of amazon-cognito-identity-js.
  const session = (await Auth.currentSession()) as CognitoTokens;
  return session.getAccessToken().getJwtToken();
}

/** Sue, signed in by the code of a text message. */
export async function sue(stage: Stage): Promise<unknown> {
  const user = await signedIn('sue')(stage);
  return stage.Auth.confirmSignIn(user, stage.world.codeFor('+15555550100'), 'SMS_MFA');
}

/** Chooses a second factor, for which `Auth` has no method. */
export const choose = (user: unknown, kind: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    // Every library answers this class of amazon-cognito-identity-js.
    (user as { sendMFASelectionAnswer(kind: string, callbacks: object): void }).sendMFASelectionAnswer(kind, {
      onFailure: reject,
      totpRequired: resolve,
      mfaRequired: resolve,
    });
  });
