import type { NewDevice } from '../../cognito/devices/new-device.js';
import type { Action, Post } from '../../cognito/json-protocol.js';
import type { AuthConfig } from '../../config/config.js';
import type { Devices } from '../../session/devices.js';
import type { PasskeyMemory } from '../../session/passkey-memory.js';
import type { Session } from '../../session/session.js';
import type { Snooze } from '../../session/snooze.js';
import type { AnswerInput } from '../auth-client.js';
import type { CodeDelivery, Contact, Step } from '../step.js';

type Asking = Extract<Step, { readonly ticket: unknown; readonly user: unknown }>;

type WithoutPerson<Each> = Each extends Asking ? Omit<Each, 'ticket' | 'user'> : never;

/** What somebody is asked who has just signed in: a step, but for who they are. */
export type ErrandStep = WithoutPerson<Asking>;

/** One question to somebody who has just signed in. They are in, whatever they answer. */
export interface Errand {
  readonly step: ErrandStep;
  /** What may be chosen. Who chooses nothing has typed an answer. */
  readonly choices: readonly NonNullable<AnswerInput['choice']>[];
  /**
   * Does what they want. The question stays as long as this fails.
   *
   * @throws AuthError
   */
  answer(input: AnswerInput, means: { readonly post: Post } & Pick<Action, 'signal'>): Promise<void>;
}

/** Somebody who has just signed in. */
export interface Arrival {
  readonly config: AuthConfig;
  readonly session: Session;
  /** As they typed it. */
  readonly typed: string;
  readonly newDevice: NewDevice | undefined;
  readonly devices: Devices;
  readonly passkeys: PasskeyMemory;
  /** Who does not want to verify a contact now. */
  readonly snooze: Snooze;
  /** They were asked to verify a contact when the page was reloaded; and where the code went, if one did. */
  readonly sent?: { readonly contact?: Contact; readonly delivery?: CodeDelivery } | undefined;
  readonly post: Post;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** An access token that is good for a while. */
  accessToken(): Promise<string>;
  /** Fetches tokens that know what has just changed. */
  renew(): Promise<unknown>;
}
