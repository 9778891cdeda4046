import type { NewDevice } from '../cognito/device.js';
import type { Post } from '../cognito/transport.js';
import type { Devices } from '../session/devices.js';
import type { Session } from '../session/session.js';
import type { AnswerInput } from './auth-client.js';
import { rememberDevice } from './errands/remember-device.js';
import type { Step } from './step.js';

type Asking = Extract<Step, { readonly ticket: unknown; readonly user: unknown }>;

/** What somebody is asked who has just signed in: a step, but for who they are. */
export type ErrandStep = Asking extends infer One extends Asking ? Omit<One, 'ticket' | 'user'> : never;

/** One question to somebody who has just signed in. They are in, whatever they answer. */
export interface Errand {
  readonly step: ErrandStep;
  /**
   * Does what they want. The question stays as long as this fails.
   *
   * @throws AuthError
   */
  answer(input: AnswerInput, post: Post): Promise<void>;
}

/** Somebody who has just signed in. */
export interface Arrival {
  readonly session: Session;
  /** As they typed it. */
  readonly typed: string;
  readonly newDevice: NewDevice | undefined;
  readonly devices: Devices;
  readonly post: Post;
  /** An access token that is good for a while. */
  accessToken(): Promise<string>;
}

/** What is done and asked after each sign-in, in this order. */
const ERRANDS = [rememberDevice] as const satisfies readonly ((arrival: Arrival) => AsyncGenerator<Errand, void>)[];

/** The questions to somebody who has just signed in, one after the other. An errand that fails is left out. */
export async function* errandsOf(arrival: Arrival): AsyncGenerator<Errand, void> {
  for (const errand of ERRANDS) {
    try {
      yield* errand(arrival);
    } catch {
      // Nobody is kept from their app by what can as well be asked the next time.
    }
  }
}
