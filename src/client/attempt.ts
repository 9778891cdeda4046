import type { Action, Post } from '../cognito/json-protocol.js';

/** One thing that a person asked for. */
export interface Attempt {
  readonly post: Post;
  readonly signal: AbortSignal | undefined;
  /** What the page has told functions, with this and on the way to it. */
  readonly clientMetadata: Action['clientMetadata'];
  /** Whether it may neither begin nor end a session any more: it was cancelled, or another has begun since. */
  isOver(): boolean;
}
