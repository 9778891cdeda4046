/** Where text of others gets to the screen. */
export const SINKS = [
  'the words of the page for an error',
  'the vocabulary',
  'the label of a field',
  'the user name in a challenge',
  'the name of a signed-in user',
  'an attribute of a signed-in user',
  'the destination of a code',
  'the question of a function',
  'the name of a challenge',
  'the name of an attribute that is required',
  'the issuer of an authenticator app',
] as const;
export type Sink = (typeof SINKS)[number];

/** The effects of one string in one place. */
export interface Finding {
  readonly text: string;
  /** The names of the elements on the screen, in order. */
  readonly elements: string;
  /** The text of the screen. */
  readonly read: string;
}
