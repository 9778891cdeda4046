import type { AppClient } from '../transcript/pools.js';

/** What a library has left in a browser after a sign-in, without what Cognito issues anew each time. */
export interface Left {
  readonly pool: AppClient;
  /** Who has signed in, by the name in the pool. */
  readonly username: string;
  /** What the page configured besides the pool. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The items of the storage. */
  readonly storage: Readonly<Record<string, string>>;
  /** What was assigned to `document.cookie`, for each cookie that is there. */
  readonly cookies: readonly string[];
}

/** The recordings, by how the user has signed in. */
export type Recordings = Readonly<Record<string, Left>>;

const TOKENS = ['idToken', 'accessToken', 'refreshToken'] as const;
/** How the keys end of what belongs to a device, and outlives a session. */
export const OF_DEVICE = ['deviceKey', 'deviceGroupKey', 'randomPasswordKey'] as const;
const ISSUED = [...TOKENS, ...OF_DEVICE, 'sub'] as const;

/** What Cognito issues to a user, and to their device where the pool remembers those. */
export type Issued = Readonly<Record<(typeof ISSUED)[number], string>>;

/** Reads what is issued from where amazon-cognito-identity-js and Amplify 5 keep it. */
export function issuedIn(
  read: (key: string) => string | null,
  { pool, username }: Pick<Left, 'pool' | 'username'>,
): Issued {
  const owner = `CognitoIdentityServiceProvider.${pool.clientId}.${username}`;
  const kept = [...TOKENS, ...OF_DEVICE].map((name) => [name, read(`${owner}.${name}`) ?? ''] as const);
  // The names are those of the type.
  const issued = Object.fromEntries(kept) as Omit<Issued, 'sub'>;
  const { sub } = claimsOf(issued.accessToken);
  return { ...issued, sub };
}

const claimsOf = (token: string): Record<'sub' | 'token_use', string> =>
  // An access token has both.
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<'sub' | 'token_use', string>;

/** A text with placeholders where something is that Cognito has issued: `<idToken>`. */
export const blanked = (text: string, issued: Issued): string =>
  ISSUED.reduce((rest, name) => (issued[name] ? rest.replaceAll(issued[name], `<${name}>`) : rest), text);

/** A text with what is issued where placeholders are. */
export const filled = (text: string, issued: Issued): string =>
  ISSUED.reduce((rest, name) => rest.replaceAll(`<${name}>`, issued[name]), text);
