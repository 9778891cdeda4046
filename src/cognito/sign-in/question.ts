import type { Factor, MfaType } from '../choices.js';
import type { CodeDelivery } from '../delivery.js';
import type { Secret } from '../secret.js';

/** How a user can go back and begin a question again, by `startAgain`. */
export interface Retraceable {
  /** What led here can be repeated: another code is sent, the time begins anew. */
  readonly canStartAgain?: boolean;
  /** The user chose this among others, and can go back to the choice: with `another`. */
  readonly hasOtherWays?: boolean;
}

/** What the user is asked during a sign-in: one member for each situation, made from the challenge that Cognito sent. */
export type Question =
  /** Cognito leaves it to the user how they prove who they are. `password` alone: it asks for nothing else. */
  | (Retraceable & { readonly name: 'selectFactor'; readonly factors: readonly Factor[] })
  /** A code, as first or as second factor: from a text message, a mail or an authenticator app. */
  | (Retraceable & { readonly name: 'confirmSignIn'; readonly medium: MfaType; readonly delivery?: CodeDelivery })
  /** There are several second factors: one is chosen, to `use` now or to `setup` for the future. */
  | (Retraceable & {
      readonly name: 'selectMfaType';
      readonly purpose: 'use' | 'setup';
      readonly types: readonly MfaType[];
    })
  /** Codes will be sent by mail, and the account has no address yet. */
  | (Retraceable & { readonly name: 'emailSetup' })
  /** A Lambda function asks something. `parameters` are its own words about that: not secret, and not translated. */
  | { readonly name: 'customChallenge'; readonly parameters: Readonly<Record<string, string>> }
  /** An authenticator app has to be enrolled, or the user wants to enroll one. */
  | (Retraceable & {
      readonly name: 'totpSetup';
      /** The base32 key for the app. Another one when this is started again. */
      readonly secret: Secret;
    })
  /** A temporary password has to be replaced. `requiredAttributes` are names without the prefix `userAttributes.`. */
  | (Retraceable & { readonly name: 'newPassword'; readonly requiredAttributes: readonly string[] })
  /** Cognito asks for something that this version does not know. `challenge` is its ChallengeName. */
  | { readonly name: 'unsupported'; readonly challenge: string };
