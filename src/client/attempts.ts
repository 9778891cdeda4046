import { AuthError } from '../cognito/errors.js';
import { meaningOf } from '../cognito/exceptions.js';
import type { Action, Post } from '../cognito/json-protocol.js';
import { abortable } from '../cognito/abortable.js';
import type { UsernameInput } from './auth-client.js';
import type { CallOptions } from './call-options.js';
import type { PendingStep } from './flows/pending-step.js';
import type { Step } from './step.js';

/** One call of the page. */
export interface Attempt {
  readonly post: Post;
  readonly signal: AbortSignal | undefined;
  /** For Lambda functions, from this call and those that led to it. */
  readonly clientMetadata: Action['clientMetadata'];
  /** Whether it may not start or end a session any more: it was aborted, or superseded by a later attempt. */
  readonly isOver: () => boolean;
  /** Whether the caller puts all questions itself: then nothing is asked after the sign-in. */
  readonly isBare?: boolean;
}

/** What attempts send their requests by. */
interface Connections {
  readonly connect: (action?: Action) => Post;
  /** For a caller that does all by itself. */
  readonly bare: (action?: Action) => Post;
}

/** What an attempt does, up to the next step. */
type Work = (attempt: Attempt) => Promise<Step>;

/** Some refusals of Cognito stand for something that has to be done next. */
function refusalToStep(error: unknown, username: string): Step {
  const { next } = meaningOf(error);
  if (next === 'confirmSignUp') return { name: next, username };
  if (next === 'resetPassword') return { name: next, username, isRequired: true };
  throw error;
}

/** The calls of the page, of which only the latest may start or end a session. */
export class Attempts {
  readonly #connections: Connections;
  readonly #pendingStep: PendingStep;
  #latest = 0;

  constructor(connections: Connections, pendingStep: PendingStep) {
    this.#connections = connections;
    this.#pendingStep = pendingStep;
  }

  create(
    { clientMetadata }: CallOptions,
    signal: AbortSignal | undefined,
    connect = this.#connections.connect,
  ): Attempt {
    const number = this.#latest;
    return {
      post: connect({ signal, clientMetadata }),
      signal,
      clientMetadata,
      isOver: () => signal?.aborted === true || number !== this.#latest,
    };
  }

  /** Every earlier attempt is over. */
  supersede(): void {
    this.#latest += 1;
  }

  /** Runs what neither starts nor ends a session. Its step becomes the pending one, unless a later attempt has begun. */
  run(input: UsernameInput, signal: AbortSignal | undefined, work: Work): Promise<Step> {
    return this.#run(input, signal, work, (step) => step);
  }

  /** Runs what may start a session, and supersedes every earlier attempt. Fails with `cancelled` once superseded itself. */
  runLatest(input: UsernameInput, signal: AbortSignal | undefined, work: Work): Promise<Step> {
    this.supersede();
    return this.#run(input, signal, work, () => {
      throw new AuthError('cancelled');
    });
  }

  /**
   * The same for a caller that keeps its own steps and puts its own questions: refusals stay errors, and nothing is kept
   * for a reload.
   */
  runBare(input: CallOptions, work: Work): Promise<Step> {
    this.supersede();
    return abortable(work({ ...this.create(input, undefined, this.#connections.bare), isBare: true }));
  }

  #run(
    input: UsernameInput,
    signal: AbortSignal | undefined,
    work: Work,
    whenOver: (step: Step) => Step,
  ): Promise<Step> {
    const attempt = this.create(input, signal);
    const step = work(attempt)
      .catch((error: unknown) => refusalToStep(error, input.username))
      .then((next) => (attempt.isOver() ? whenOver(next) : this.#pendingStep.keep(next)));
    return abortable(step, signal);
  }
}
