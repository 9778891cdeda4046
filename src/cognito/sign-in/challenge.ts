import type { AuthFlow } from '../../config/config.js';
import type { Factor, MfaType } from '../choices.js';
import type { Fields } from '../json.js';
import type { Secret } from '../secret.js';

/** Every ChallengeName of InitiateAuth and RespondToAuthChallenge. */
export type ChallengeName =
  | 'ADMIN_NO_SRP_AUTH'
  | 'CUSTOM_CHALLENGE'
  | 'DEVICE_PASSWORD_VERIFIER'
  | 'DEVICE_SRP_AUTH'
  | 'EMAIL_OTP'
  | 'MFA_SETUP'
  | 'NEW_PASSWORD_REQUIRED'
  | 'PASSWORD'
  | 'PASSWORD_SRP'
  | 'PASSWORD_VERIFIER'
  | 'SELECT_CHALLENGE'
  | 'SELECT_MFA_TYPE'
  | 'SMS_MFA'
  | 'SMS_OTP'
  | 'SOFTWARE_TOKEN_MFA'
  | 'WEB_AUTHN';

/** A challenge as Cognito sent it. */
export interface Challenge {
  readonly name: string;
  /** The name by which Cognito knows the user, whatever they typed. */
  readonly userId: string;
  readonly parameters: Fields;
  /** AvailableChallenges: the factors that this user can sign in with. */
  readonly available: readonly unknown[];
}

/** How far the sign-in has come with a challenge. */
export interface Progress {
  /** A secret. Each successful answer replaces it. */
  session: string;
  /** A failed answer may have used up the Session: the next try needs another one. */
  spent?: boolean;
  /** A passkey's signature that is ready, for one answer. */
  credential?: string | undefined;
  /** The answer was right, and this challenge follows; putting it to the user has failed. */
  next?: PendingChallenge | undefined;
  /** The second factor that is being set up, where there was a choice. */
  chosen?: MfaType;
  /** The code of the authenticator app was right: it is not asked for again when a later response was lost. */
  verified?: boolean;
  /** How the sign-in led here; undefined when only the user can repeat that. */
  history?: History | undefined;
}

/** A challenge that waits for its answer. When its Session is spent, both parts are replaced. */
export interface PendingChallenge {
  challenge: Challenge;
  progress: Progress;
}

/** What the user answered. */
export interface Answer {
  readonly answer?: Secret;
  readonly choice?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly deviceName?: string;
}

/** What the user typed, or prefers. */
export interface Credentials {
  readonly username: string;
  readonly password?: Secret;
  readonly preferred?: Factor;
  /** From a sign-up that was confirmed: it replaces the first factor, unless the sign-up was too long ago. */
  readonly session?: string;
}

/**
 * What led to a challenge, so that it can be repeated: Cognito does not send a code again, but a sign-in can start again.
 * It is discarded with the challenge, and so is the password in it.
 */
export interface History {
  readonly flow: AuthFlow;
  readonly credentials: Credentials;
  /** The answers since, as far as they can be repeated, each with the name of its challenge. */
  readonly answers: readonly (readonly [challenge: string, answer: Answer])[];
  /** Whether the user has made a choice. */
  readonly hasChoice?: boolean;
}
