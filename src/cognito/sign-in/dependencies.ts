import type { SigningDevice } from '../devices/device.js';
import type { Action, Post } from '../json-protocol.js';
import type { Prover } from '../srp/prover.js';

/** What a sign-in needs besides the user's answers. */
export interface Dependencies extends Pick<Action, 'signal'> {
  readonly post: Post;
  readonly prover: Prover;
  readonly device: SigningDevice;
  /** Told whether Cognito accepted a passkey. */
  readonly passkey: { accepted(): Promise<void>; refused(): Promise<void> };
  /** Epoch milliseconds. */
  readonly now: () => number;
}
