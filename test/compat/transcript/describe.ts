/** What a transcript consists of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';

/** What changes from run to run, and how it is called instead. The first that fits counts. */
const CHANGING: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['endpoint', /http:\/\/localhost:\d+\//g],
  ['token', /\beyJ[\w-]+(?:\.[\w-]*)+/g],
  ['device', new RegExp(`\\bus-east-1_${UUID}`, 'g')],
  ['identity', new RegExp(`\\bus-east-1:${UUID}`, 'g')],
  ['id', new RegExp(`\\b${UUID}`, 'g')],
  ['session', /^[\w-]{64}$/g],
  ['TOTP key', /^[A-Z2-7]{32,}$/g],
  ['AWS key', /^ASIA\w+$/g],
  ['secret', /^[A-Za-z\d+/]{38,}={0,2}$/g],
];

/** Classes that apps know; a subclass counts as what it extends. */
const CLASSES = ['CognitoUser', 'CognitoUserSession', 'CognitoUserAttribute'] as const;
type KnownClass = (typeof CLASSES)[number];

/** Writes the values of one call as JSON. A value that changes from run to run gets the same name each time it occurs. */
export class Describer {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  describe(value: unknown): Json {
    switch (typeof value) {
      case 'string':
        return this.#text(value);
      case 'number':
      case 'boolean':
        return value;
      case 'object':
        return value === null ? null : this.#object(value);
      default:
        return `<${typeof value}>`;
    }
  }

  #object(value: object): Json {
    if (Array.isArray(value)) return value.map((one) => this.describe(one));
    if (value instanceof Date) return `<${minuteOf(value)}>`;
    if (value instanceof Error) return this.#error(value);
    const known = CLASSES.find((name) => classesOf(value).includes(name));
    if (known) return { '(class)': known, ...this.#record(PARTS[known](value as never)) };
    const [own = 'Object'] = classesOf(value);
    return own === 'Object' ? this.#record(value) : `<${own}>`;
  }

  #error(error: Error): Json {
    const { name, message, code, log } = error as Error & { readonly code?: unknown; readonly log?: unknown };
    return this.#record({
      name,
      message,
      code,
      // The long ones are texts about Amplify itself.
      log: log === undefined || log === message ? log : '<another text>',
    });
  }

  #record(value: object): { readonly [key: string]: Json } {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, one]) => [key, this.describe(one)]));
  }

  #text(value: string): string {
    return CHANGING.reduce(
      (text, [kind, pattern]) => text.replace(pattern, (found) => this.#nameOf(kind, found)),
      value,
    );
  }

  #nameOf(kind: string, value: string): string {
    const known = this.#names.get(value);
    if (known) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const name = `<${kind} ${number}>`;
    this.#names.set(value, name);
    return name;
  }
}

/** The nearest minute: `2026-01-01T12:00Z`. A library may know a part of a second more than the clock. */
const minuteOf = (date: Date): string =>
  new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().replace(':00.000', '');

/** The names of the classes of an object, the nearest first. */
function classesOf(value: object): string[] {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null) return [];
  return [prototype.constructor.name, ...classesOf(prototype)];
}

interface Token {
  getJwtToken(): string;
}
interface UserSession {
  isValid(): boolean;
  getIdToken(): Token;
  getAccessToken(): Token;
  getRefreshToken(): { getToken(): string };
}
interface User {
  readonly Session?: unknown;
  readonly challengeName?: unknown;
  readonly challengeParam?: unknown;
  readonly attributes?: unknown;
  readonly preferredMFA?: unknown;
  getUsername(): string;
  getSignInUserSession(): UserSession | null;
}

const stateOf = (session: UserSession | null): string | undefined =>
  session ? `<${session.isValid() ? 'valid' : 'expired'}>` : undefined;

/** What apps read of an object of a known class. */
const PARTS: { readonly [Name in KnownClass]: (value: never) => object } = {
  CognitoUser: (user: User) => ({
    username: user.getUsername(),
    challengeName: user.challengeName,
    challengeParam: user.challengeParam,
    Session: user.Session ?? undefined,
    attributes: user.attributes,
    preferredMFA: user.preferredMFA,
    signInUserSession: stateOf(user.getSignInUserSession()),
  }),
  CognitoUserSession: (session: UserSession) => ({
    isValid: session.isValid(),
    idToken: session.getIdToken().getJwtToken(),
    accessToken: session.getAccessToken().getJwtToken(),
    refreshToken: session.getRefreshToken().getToken(),
  }),
  CognitoUserAttribute: ({ Name, Value }: { readonly Name: string; readonly Value: string }) => ({ Name, Value }),
};
