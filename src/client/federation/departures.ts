import { encodeBase64url } from '../../cognito/base64url.js';
import { AuthError } from '../../cognito/errors.js';
import { authorizeUrl, logoutUrl, pagesOf, redirectUriFor } from '../../cognito/oauth/pages.js';
import { ownOf } from '../../cognito/own.js';
import { randomText } from '../../cognito/random-text.js';
import { timeoutOf } from '../../cognito/request.js';
import type { AuthConfig, Environment } from '../../config/config.js';
import type { OAuthConfig } from '../../config/oauth-config.js';
import { cognitoNameOf } from '../../config/provider-names.js';
import type { RedirectRecord, RedirectRecords } from '../../session/redirect-records.js';
import type { FederateInput } from '../auth-client.js';
import type { DirectLogins } from './direct-logins.js';
import { providerNamed } from './direct-provider.js';
import type { IssuerProvider } from './direct-provider.js';
import { leavePage } from './leave-page.js';

/** What leaves the page, and keeps what is needed on the return. */
interface DepartureServices {
  readonly config: AuthConfig;
  readonly environment: Environment;
  readonly records: RedirectRecords;
  readonly direct: DirectLogins;
}

/** What a redirect proves itself with when it comes back. */
interface Proof {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Where a redirect leads to, and who takes the answer. */
interface Destination {
  readonly record: Pick<RedirectRecord, 'clientId' | 'origin' | 'redirectUri' | 'provider'>;
  readonly addressOf: (proof: Proof) => Promise<string>;
  readonly urlOpener?: OAuthConfig['urlOpener'];
}

/** The S256 challenge of a verifier (RFC 7636, section 4.2). */
const challengeOf = async (verifier: string): Promise<string> =>
  encodeBase64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));

/** Leaves the page for the sign-in pages of the user pool, or for an issuer. */
export class Departures {
  readonly #services: DepartureServices;

  constructor(services: DepartureServices) {
    this.#services = services;
  }

  /** See `federate` of the client. `issuer`: the provider that is one. */
  async signIn(input: FederateInput, signal?: AbortSignal, issuer?: IssuerProvider): Promise<never> {
    const { records } = this.#services;
    const given = ownOf(input);
    const { record, addressOf, urlOpener } = issuer ? this.#toIssuer(issuer, given) : this.#toPages(given);
    // The pages refuse to be shown in a frame.
    if (globalThis.top !== globalThis.self) throw new AuthError('unsupported');
    const { customState, loginHint } = given;
    const [nonce, verifier] = [randomText(), randomText()];
    const state = this.#keep({
      ...{ ...record, nonce, verifier },
      ...(customState !== undefined && { customState }),
      ...(loginHint !== undefined && { loginHint }),
    });
    let isLeaving = false;
    try {
      const url = await addressOf({ state, nonce, verifier });
      isLeaving = !signal?.aborted;
      return await this.#leave(url, record.redirectUri, urlOpener, signal);
    } catch (error) {
      if (!isLeaving || signal?.aborted) records.remove(state);
      throw error;
    }
  }

  /**
   * Ends the session of the sign-in pages, or of an issuer, if the configuration says where to return to. Settles only if
   * that failed.
   *
   * @param identity The provider of the user, if it is an issuer, and the user's ID token.
   */
  async signOut(identity?: { readonly issuer: IssuerProvider; readonly token: string }): Promise<void> {
    if (!navigator.onLine) return;
    const { config, direct } = this.#services;
    if (identity) {
      const { issuer, token } = identity;
      const url = await (await direct.issuer(issuer)).endSessionUrl(token);
      if (url) await this.#leave(url, issuer.logoutUri ?? '');
      return;
    }
    if (!config.oauth?.redirectSignOut) return;
    const redirectUri = redirectUriFor(config.oauth.redirectSignOut, 'oauth.redirectSignOut');
    await this.#leave(logoutUrl(pagesOf(config), redirectUri), redirectUri, config.oauth.urlOpener);
  }

  #toPages({ provider, idpIdentifier, loginHint, lang, prompt }: FederateInput): Destination {
    const { config } = this.#services;
    const pages = pagesOf(config);
    const { clientId, origin, urlOpener } = pages;
    requirePage();
    const redirectUri = redirectUriFor(pages.redirectSignIn, 'oauth.redirectSignIn');
    const name = provider && cognitoNameOf(provider);
    const options = { login_hint: loginHint, lang, prompt };
    const identifier = idpIdentifier ?? providerNamed(config, provider)?.idpIdentifier;
    const whom = identifier ? { idp_identifier: identifier } : { identity_provider: name };
    return {
      record: { clientId, origin, redirectUri, ...(name && { provider: name }) },
      addressOf: async ({ state, nonce, verifier }) =>
        authorizeUrl(
          pages,
          redirectUri,
          { state, nonce, challenge: await challengeOf(verifier) },
          { ...options, ...whom },
        ),
      ...(urlOpener && { urlOpener }),
    };
  }

  #toIssuer(provider: IssuerProvider, { loginHint, lang, prompt }: FederateInput): Destination {
    requirePage();
    const { name, clientId, issuer, redirectUri: given = location.origin + location.pathname } = provider;
    const redirectUri = redirectUriFor(given, 'providers.redirectUri');
    const options = {
      ...(loginHint !== undefined && { login_hint: loginHint }),
      ...(lang !== undefined && { ui_locales: lang }),
      ...(prompt !== undefined && { prompt }),
    };
    return {
      record: { clientId, origin: issuer, redirectUri, provider: name },
      addressOf: async (proof) =>
        (await this.#services.direct.issuer(provider)).authorizeUrl({ redirectUri, ...proof }, options),
    };
  }

  #keep(record: Parameters<RedirectRecords['add']>[0]): string {
    try {
      return this.#services.records.add(record);
    } catch (cause) {
      throw new AuthError('unsupported', { cause });
    }
  }

  #leave(url: string, redirectUri: string, urlOpener?: OAuthConfig['urlOpener'], signal?: AbortSignal): Promise<never> {
    const { config, environment } = this.#services;
    const { sleep } = environment;
    return leavePage({ url, redirectUri, timeout: timeoutOf(config), sleep, ...(urlOpener && { urlOpener }) }, signal);
  }
}

/** A worker has no page to leave. */
function requirePage(): void {
  if (typeof location !== 'object') throw new AuthError('unsupported');
}
