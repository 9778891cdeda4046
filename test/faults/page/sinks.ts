/** Where text comes to the screen that we did not write. */
export const SINKS = [
  'the words of the page for an error',
  'the vocabulary',
  'the label of a field',
  'the name of somebody in a challenge',
  'the name of somebody who is signed in',
  'an attribute of somebody who is signed in',
  'the destination of a code',
  'the question of a function',
  'the name of a challenge',
  'the name of an attribute that is required',
  'the issuer of an authenticator app',
] as const;
export type Sink = (typeof SINKS)[number];

/** What the page found out about one string in one place. */
export interface Finding {
  readonly text: string;
  /** The elements on the screen, by their names, in order. */
  readonly elements: string;
  /** What can be read there. */
  readonly read: string;
}
