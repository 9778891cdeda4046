import type { NewDevice } from '../../cognito/devices/new-device.js';
import type { AuthError } from '../../cognito/errors.js';
import type { Action, Post } from '../../cognito/json-protocol.js';
import type { AuthConfig } from '../../config/config.js';
import type { Devices } from '../../session/devices.js';
import type { PasskeyMemory } from '../../session/passkey-memory.js';
import type { ReminderSnooze } from '../../session/reminder-snooze.js';
import type { Session } from '../../session/user-pool-session.js';
import type { AnswerInput } from '../auth-client.js';
import type { CodeDelivery, Contact, SetUp, Step } from '../step.js';

type PromptingStep = Extract<Step, { readonly ticket: unknown; readonly user: unknown }>;

type WithoutUser<Each> = Each extends PromptingStep ? Omit<Each, 'ticket' | 'user'> : never;

/** The step of a prompt, without the user. */
export type PromptStep = WithoutUser<PromptingStep>;

/** What a user is asked after a sign-in. The user is signed in, whatever the answer is. */
export interface Prompt {
  readonly step: PromptStep;
  /** What may be chosen. An answer without a choice was typed. */
  readonly choices: readonly NonNullable<AnswerInput['choice']>[];
  /**
   * Does what the user wants. As long as this fails, the prompt stays.
   *
   * @returns What was set up by it, if anything was.
   * @throws AuthError
   */
  answer(input: AnswerInput, action: { readonly post: Post } & Pick<Action, 'signal'>): Promise<SetUp | undefined>;
}

/** The user who has signed in, and what prompts need. */
export interface PromptContext {
  readonly config: AuthConfig;
  readonly session: Session;
  /** The username as it was typed. */
  readonly typed: string;
  readonly newDevice: NewDevice | undefined;
  readonly devices: Devices;
  readonly passkeys: PasskeyMemory;
  /** Users who do not want to verify a contact now. */
  readonly snooze: ReminderSnooze;
  /** The user was asked to verify a contact before a reload; and where the code was sent, if one was. */
  readonly sent?: { readonly contact?: Contact; readonly delivery?: CodeDelivery } | undefined;
  readonly post: Post;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh access token. */
  accessToken(): Promise<string>;
  /** Tells the app that Cognito has not confirmed the new device. */
  unconfirmed(error: AuthError): void;
  /** Fetches tokens that contain the latest changes. */
  renew(): Promise<unknown>;
}
