import { encodeBase64url } from '../../cognito/base64url.js';
import { AuthError } from '../../cognito/errors.js';
import { authorizeUrl, logoutUrl, pagesOf, redirectUriFor } from '../../cognito/oauth/pages.js';
import { ownOf } from '../../cognito/own.js';
import { randomText } from '../../cognito/random-text.js';
import { timeoutOf } from '../../cognito/request.js';
import type { AuthConfig, Environment } from '../../config/config.js';
import type { RedirectRecords } from '../../session/redirect-records.js';
import type { FederateInput } from '../auth-client.js';
import { leavePage } from './leave-page.js';

/** What leaves the page, and keeps what is needed on the return. */
interface DepartureServices {
  readonly config: AuthConfig;
  readonly environment: Environment;
  readonly records: RedirectRecords;
}

/** What Cognito calls the providers that every user pool may have. All others are called as the administrator named them. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['google', 'Google'],
  ['facebook', 'Facebook'],
  ['amazon', 'LoginWithAmazon'],
  ['apple', 'SignInWithApple'],
]);

/** The S256 challenge of a verifier (RFC 7636, section 4.2). */
const challengeOf = async (verifier: string): Promise<string> =>
  encodeBase64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));

/** Leaves the page for the sign-in pages of the user pool. */
export class Departures {
  readonly #services: DepartureServices;

  constructor(services: DepartureServices) {
    this.#services = services;
  }

  /** See `federate` of the client. */
  async signIn(input: FederateInput, signal?: AbortSignal): Promise<never> {
    const { config, records } = this.#services;
    const { provider, idpIdentifier, loginHint, lang, prompt, customState } = ownOf(input);
    const pages = pagesOf(config);
    // The pages refuse to be shown in a frame.
    if (typeof location !== 'object' || globalThis.top !== globalThis.self) throw new AuthError('unsupported');
    const redirectUri = redirectUriFor(pages.redirectSignIn, 'oauth.redirectSignIn');
    const name = provider && (PROVIDERS.get(provider) ?? provider);
    const [nonce, verifier] = [randomText(), randomText()];
    const challenge = await challengeOf(verifier);
    const { clientId, origin } = pages;
    const state = this.#keep({
      ...{ clientId, origin, redirectUri, nonce, verifier },
      ...(name && { provider: name }),
      ...(customState !== undefined && { customState }),
    });
    const options = { login_hint: loginHint, lang, prompt };
    const whom = idpIdentifier ? { idp_identifier: idpIdentifier } : { identity_provider: name };
    try {
      return await this.#leave(
        authorizeUrl(pages, redirectUri, { state, nonce, challenge }, { ...options, ...whom }),
        redirectUri,
        signal,
      );
    } catch (error) {
      if (signal?.aborted) records.remove(state);
      throw error;
    }
  }

  /** Ends the session of the sign-in pages, if the configuration says where to return to. Settles only if that failed. */
  async signOut(): Promise<void> {
    const { config } = this.#services;
    if (!config.oauth?.redirectSignOut || !navigator.onLine) return;
    const pages = pagesOf(config);
    const redirectUri = redirectUriFor(config.oauth.redirectSignOut, 'oauth.redirectSignOut');
    await this.#leave(logoutUrl(pages, redirectUri), redirectUri);
  }

  #keep(record: Parameters<RedirectRecords['add']>[0]): string {
    try {
      return this.#services.records.add(record);
    } catch (cause) {
      throw new AuthError('unsupported', { cause });
    }
  }

  #leave(url: string, redirectUri: string, signal?: AbortSignal): Promise<never> {
    const { config, environment } = this.#services;
    const { sleep } = environment;
    const urlOpener = config.oauth?.urlOpener;
    return leavePage({ url, redirectUri, timeout: timeoutOf(config), sleep, ...(urlOpener && { urlOpener }) }, signal);
  }
}
