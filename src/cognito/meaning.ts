import type { AuthErrorCode } from './errors.js';
import type { OperationName } from './operations.js';
import type { ChallengeName } from './sign-in/challenge.js';

/** A request that can be refused: an operation, or one of its AuthFlows or challenges, which follow a colon. */
export type Requested = OperationName | 'InitiateAuth' | `RespondToAuthChallenge:${ChallengeName}`;

/** What an exception of Cognito means. What is missing has no consequence: nothing is forgotten, and nothing ends. */
export interface Meaning {
  /** Two codes end the challenge in progress: see {@link AuthErrorCode}. */
  readonly code: AuthErrorCode;
  /** The field that it is about, where the message tells: by the name of the attribute, or of the field in our forms. */
  readonly field?: string;
  /** The message was written for users: by a Lambda function, an administrator's rule or the password policy. */
  readonly isTold?: boolean;
  /** What happens to the device that this browser is: it is forgotten, or left out of this sign-in. */
  readonly device?: 'forget' | 'skip';
  /** Why the session of the user is over. */
  readonly session?: 'expired' | 'revoked' | 'configuration';
  /** What the user has to do first. */
  readonly next?: 'confirmSignUp' | 'resetPassword' | 'signIn';
  /** Counts as success: it is done already, or a failure would tell who has an account. */
  readonly isSuccess?: boolean;
}

/** A row of the table: a meaning, and when an exception has it. */
export interface MeaningRow extends Meaning {
  /** Missing: any message. A group `field` is the field. Without nested or adjacent repetition: messages come from outside. */
  readonly message?: RegExp;
  /** Missing: any request. */
  readonly requests?: readonly Requested[];
}
