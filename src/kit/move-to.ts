import type { ScreenName } from '../auth-state.js';
import type { Auth } from '../auth.js';
import type { AuthEvent } from '../machine/types.js';
import { screensOf } from './state-words.js';

/** The username in what a page passes along with a state: a name, or a user of `Auth`. */
function usernameIn(data: unknown): string | undefined {
  // Every value but these two can be asked for a key.
  const name = typeof data === 'string' ? data : (data as { readonly username?: unknown } | null | undefined)?.username;
  return typeof name === 'string' && name ? name : undefined;
}

const link = (type: 'go.signIn' | 'go.signUp' | 'go.forgotPassword', username?: string): AuthEvent => ({
  type,
  ...(username !== undefined && { username }),
});

/** How a page leads a user to a screen. To all others, only Cognito leads. */
const MOVES: Readonly<Partial<Record<ScreenName, (username?: string) => AuthEvent | undefined>>> = {
  'sign-in': (username) => link('go.signIn', username),
  'sign-up': (username) => link('go.signUp', username),
  'forgot-password': (username) => link('go.forgotPassword', username),
  'totp-setup': () => ({ type: 'go.totpSetup' }),
  'signed-in': () => ({ type: 'go.signedIn' }),
  'confirm-sign-up': (username) =>
    username === undefined ? undefined : { type: 'step', step: { name: 'confirmSignUp', username } },
};

/**
 * Leads the user to the screen that a word of the guides means. A word that is unknown, or means a screen to which only
 * Cognito leads, is ignored; so is `signedIn` while no user is signed in.
 *
 * @param data Who it is about, if that is known: a username, or an object with one.
 */
export function moveTo(auth: Auth, word: string, data?: unknown): void {
  const [screen] = screensOf(word);
  const event = screen && MOVES[screen]?.(usernameIn(data));
  if (event) auth.send(event);
}
