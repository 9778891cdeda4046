/**
 * The sign-in pages of a user pool (managed login, or the classic hosted UI), and where they return to. An OAuth 2.0
 * authorization server: the user leaves the page, signs in there or at a provider behind it, and comes back.
 */
export interface OAuthConfig {
  /** The domain of the user pool, for instance `example.auth.us-east-1.amazoncognito.com`. `https:`, or this device. */
  readonly domain: string;
  /**
   * Where a sign-in returns to: addresses of the app client's list of callback URLs. The one of this page is used, else
   * the first of this origin.
   */
  readonly redirectSignIn: string | readonly string[];
  /**
   * Where a sign-out returns to: addresses of the app client's list of sign-out URLs. Without any, a sign-out does not visit
   * the pages, and the next sign-in there asks nothing for up to an hour.
   */
  readonly redirectSignOut?: string | readonly string[];
  /**
   * What the tokens are for. Default: `openid`, `email`, `profile` and `aws.cognito.signin.user.admin`. Without the last
   * one, Cognito refuses all that `account()` does.
   */
  readonly scopes?: readonly string[];
  /**
   * How the tokens come. `code` (default): a code comes in the address, which is worth nothing without this tab. `token`, the
   * implicit grant: they come in the address themselves, where other scripts and the history of the browser may see them
   * before this package takes them out; there is no refresh token, so the user is signed out when they expire. For app
   * clients that allow nothing else (RFC 9700, section 2.1.2, advises against it).
   */
  readonly responseType?: 'code' | 'token';
  /**
   * Opens the pages, in place of a navigation of this window.
   *
   * @param url Address of the page to open.
   * @param redirectUri Where it returns to.
   */
  readonly urlOpener?: (url: string, redirectUri: string) => unknown;
}
