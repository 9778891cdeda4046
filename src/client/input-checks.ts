import { AuthError } from '../cognito/errors.js';
import { Secret } from '../cognito/secret.js';

/** Whether something is what it has to be, and how to say what that is. */
type Expectation = readonly [is: (value: unknown) => boolean, what: string];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isOneOf =
  (...values: readonly string[]) =>
  (value: unknown): boolean =>
    values.some((one) => one === value);

const TEXT: Expectation = [isText, 'text that is not empty'];
const SECRET: Expectation = [(value) => value instanceof Secret, 'new Secret(…)'];
const RANK: Expectation = [isOneOf('disabled', 'enabled', 'preferred'), 'disabled, enabled or preferred'];

/** What the keys of inputs stand for. */
const EXPECTED = {
  answer: SECRET,
  attributes: [
    (value) =>
      typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string'),
    'text by name',
  ],
  code: SECRET,
  credentialId: TEXT,
  deviceKey: TEXT,
  email: RANK,
  name: [isOneOf('email', 'phone_number'), 'email or phone_number'],
  names: [(value) => Array.isArray(value) && value.every(isText), 'names of attributes'],
  passkey: [isOneOf('disabled', 'enabled'), 'disabled or enabled'],
  password: SECRET,
  previous: SECRET,
  proposed: SECRET,
  sessionId: TEXT,
  sms: RANK,
  ticket: [(value) => typeof value === 'object' && value !== null, 'the ticket of a step'],
  totp: RANK,
  username: TEXT,
} as const satisfies Readonly<Record<string, Expectation>>;

/** What is looked at in an input; with a question mark, it may be missing. */
export type Key = keyof typeof EXPECTED | `${keyof typeof EXPECTED}?`;

/** @param detail The key, and what is expected. */
export const invalid = (detail: string): AuthError => new AuthError('invalid-parameter', { detail });

/** Why an input cannot be taken. */
function flawOf(input: unknown, keys: readonly Key[]): AuthError | undefined {
  // Whatever is no object has none of the keys.
  const values: Readonly<Record<string, unknown>> = { ...(input as object | undefined) };
  for (const key of keys) {
    // The type says that nothing else comes before the question mark.
    const name = key.replace('?', '') as keyof typeof EXPECTED;
    const [is, what] = EXPECTED[name];
    if (values[name] === undefined ? name === key : !is(values[name])) return invalid(`${name}: ${what}`);
  }
  return undefined;
}

/** What is looked at in the input of each call. */
export type InputKeys<Calls> = Readonly<Record<keyof Calls, readonly Key[]>>;

/**
 * Calls that refuse what their types forbid, before anything is sent: whoever calls may have no types. They fail with
 * AuthError `invalid-parameter`, whose `detail` names the key and what is expected.
 */
export function checkedCalls<Calls extends object>(calls: Calls, keys: InputKeys<Calls>): Calls {
  // The table has the names of the calls.
  const checked = (Object.keys(keys) as (keyof Calls)[]).map((name) => {
    // Each takes an input and a signal.
    const call = calls[name] as (input: unknown, signal: unknown) => Promise<unknown>;
    const checkedCall = async (input: unknown, signal: unknown): Promise<unknown> => {
      const flaw = flawOf(input, keys[name]);
      if (flaw) throw flaw;
      return call.call(calls, input, signal);
    };
    return [name, checkedCall];
  });
  // Each as it was, by its own name.
  return Object.fromEntries(checked) as Calls;
}
