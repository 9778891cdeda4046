import { fieldsOf, parseJson } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';

/** What a session of any kind says. */
export interface AnySession {
  /** The user's id, which no other user of this client has. */
  readonly sub: string;
  readonly username: string;
  /** Milliseconds that it is valid, from when it was received; by the issuer's clock alone. */
  readonly lifetime: number;
}

/** A session as it is kept: one record that is written at once or not at all. */
export type Kept<Session extends AnySession> = Session & {
  /** Version of this shape. */
  readonly v: 1;
  /** Grows with every record that is written. 0 before that. */
  readonly gen: number;
  /** When the session was received: epoch milliseconds on this device's clock, right or wrong. */
  readonly receivedAt: number;
};

/**
 * Reads a record back.
 *
 * @param read Reads the session in it; undefined when it is damaged, or not one of this client.
 * @returns Nothing for a record that is not whole.
 */
export function parseSession<Session extends AnySession>(
  text: string,
  read: (record: Fields) => Session | undefined,
): Kept<Session> | undefined {
  const record = fieldsOf(parseJson(text));
  const { v, gen, receivedAt } = record;
  if (v !== 1 || typeof gen !== 'number' || typeof receivedAt !== 'number') return undefined;
  if (!Number.isSafeInteger(gen) || !Number.isFinite(receivedAt)) return undefined;
  const session = read(record);
  return session && { ...session, v, gen, receivedAt };
}
