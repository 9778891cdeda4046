import type { AuthFlow } from '../../config/config.js';
import type { Factor, MfaType } from '../choices.js';
import type { CodeDelivery } from '../delivery.js';
import type { SigningDevice } from '../device.js';
import type { Fields } from '../json.js';
import type { Prover } from '../prover.js';
import type { Secret } from '../secret.js';
import type { Action, Post } from '../json-protocol.js';

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

/** A challenge that waits for its answer. The Session is a secret, and is replaced by each answer that is right. */
export interface Challenge {
  readonly name: string;
  session: string;
  /** The name by which Cognito knows the user, whatever they typed. */
  readonly userId: string;
  readonly parameters: Fields;
  /** AvailableChallenges: by what Cognito lets this person prove who they are. */
  readonly available: readonly unknown[];
  /** An answer that came to nothing may have used the Session up: another one is needed for the next try. */
  spent?: boolean;
  /** What a passkey has signed already, for this one answer. */
  credential?: string | undefined;
  /** The answer was right, and this is what follows. It could not be asked yet. */
  next?: Challenge | undefined;
  /** The second factor that is being set up, where there was a choice. */
  chosen?: MfaType;
  /** How the person came here; undefined when nobody but them can go that way again. */
  way?: Way | undefined;
  /** The code of the authenticator app was right already, so that it is not asked for again when an answer got lost. */
  verified?: boolean;
}

/** What a person is asked. */
export type Question =
  | { readonly name: 'selectFactor'; readonly factors: readonly Factor[] }
  | {
      readonly name: 'confirmSignIn';
      readonly medium: MfaType;
      readonly delivery?: CodeDelivery;
      readonly canStartAgain?: boolean;
      readonly hasOtherWays?: boolean;
    }
  | { readonly name: 'selectMfaType'; readonly purpose: 'use' | 'setup'; readonly types: readonly MfaType[] }
  | { readonly name: 'emailSetup'; readonly hasOtherWays?: boolean }
  | { readonly name: 'customChallenge'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly name: 'totpSetup'; readonly secret: Secret; readonly hasOtherWays?: boolean }
  | { readonly name: 'newPassword'; readonly requiredAttributes: readonly string[] }
  | { readonly name: 'unsupported'; readonly challenge: string };

/** What a person answered. */
export interface Answer {
  readonly answer?: Secret;
  readonly choice?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly deviceName?: string;
}

/** What answering may take. */
export interface Means extends Pick<Action, 'signal'> {
  readonly post: Post;
  readonly prover: Prover;
  readonly device: SigningDevice;
  /** Is told how Cognito liked a passkey. */
  readonly passkey: { accepted(): Promise<void>; refused(): Promise<void> };
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What a person typed, or would like. */
export interface Credentials {
  readonly username: string;
  readonly password?: Secret;
  readonly preferred?: Factor;
  /** Of a sign-up that has just been confirmed: it stands for the first factor. */
  readonly session?: string;
}

/**
 * How somebody came to a challenge, so that they can come there again: Cognito sends no code a second time, but a sign-in
 * can start a second time. It lives and ends with the challenge, and the password in it too.
 */
export interface Way {
  readonly flow: AuthFlow;
  readonly credentials: Credentials;
  /** What was answered since, as far as that can be repeated, with the challenge that it answered. */
  readonly answers: readonly (readonly [challenge: string, answer: Answer])[];
  /** Whether the person had a choice on the way. */
  readonly hasChoice?: boolean;
}
