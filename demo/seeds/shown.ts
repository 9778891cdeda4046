import type { Auth, CompatUser } from '../../src/compat/index.js';

type Session = Awaited<ReturnType<typeof Auth.currentSession>>;

/** Longer texts without spaces are tokens and keys of AWS. */
const LONG = /^\S{60,}$/;
const BEGIN = 16;

/** Whether a value is a user of the user pool. */
export const isUser = (value: unknown): value is CompatUser =>
  typeof value === 'object' && value !== null && 'getUsername' in value;
const isSession = (value: object): value is Session => 'getIdToken' in value;

const short = (text: string): string => (LONG.test(text) ? `${text.slice(0, BEGIN)}…` : text);

/** As JSON, with a user who is a part of it as a name. */
const asJson = (value: object): string =>
  JSON.stringify(
    value,
    (_key, inner: unknown) => {
      if (typeof inner === 'string') return short(inner);
      return isUser(inner) ? nameOf(inner) : inner;
    },
    2,
  );

const nameOf = (user: CompatUser): string => `CognitoUser ${user.getUsername()}`;

function userShown(user: CompatUser): string {
  const { challengeName, attributes } = user;
  const more = challengeName === undefined && attributes === undefined ? '' : asJson({ challengeName, attributes });
  return `${nameOf(user)} ${more}`.trim();
}

/** A value as a text: users, sessions and errors in a few words, everything else as JSON, tokens shortened. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return short(value);
  if (value instanceof Error) return `${(value as { code?: string }).code ?? value.name}: ${value.message}`;
  if (isUser(value)) return userShown(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isSession(value)) {
    const { payload } = value.getIdToken();
    const until = new Date(value.getIdToken().getExpiration() * 1000).toLocaleTimeString();
    return `CognitoUserSession of ${String(payload['cognito:username'])}, until ${until}`;
  }
  return asJson(value);
}
