import type { SigningDevice } from '../devices/device.js';
import type { Action, Post } from '../json-protocol.js';
import type { Prover } from '../srp/prover.js';

/** What a sign-in needs besides the user's answers. */
export interface Dependencies extends Pick<Action, 'signal'> {
  readonly post: Post;
  readonly prover: Prover;
  /** Whether the page allows a password to be sent as it is, where Cognito takes no proof of it. */
  readonly plainPassword: boolean;
  readonly device: SigningDevice;
  /** Told whether Cognito accepted a passkey. */
  readonly passkey: { accepted(): Promise<void>; refused(): Promise<void> };
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What putting a question needs. */
export type QuestionDependencies = Pick<Dependencies, 'plainPassword' | 'post'>;
