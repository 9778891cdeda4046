import { Auth } from '../auth-class.js';
import type { CompatConfig } from '../compat-config.js';

/** The apps at the providers beside the user pool. An empty id is one that was not filled in. */
export interface Federated {
  /** Client id of Google. */
  readonly google_client_id?: string;
  /** App id of Facebook. */
  readonly facebook_app_id?: string;
  /** Client id of Login with Amazon. */
  readonly amazon_client_id?: string;
  /** `auth0` of the configuration of `Auth`. */
  readonly auth0?: Readonly<Record<string, unknown>>;
  /** `oauth` of the configuration of `Auth`. */
  readonly oauth_config?: Readonly<Record<string, unknown>>;
}

/** The part of the configuration of `Auth` that says the same. */
const configOf = ({ auth0, oauth_config: oauth, ...federated }: Federated): CompatConfig => ({
  federated,
  ...(auth0 && { auth0 }),
  ...(oauth && { oauth }),
});

/** Adds providers to the configuration of `Auth`, unless they are there: an app may make the same object again and again. */
export function addFederated(federated: Federated): void {
  const [present, added] = [Auth.configure(), configOf(federated)];
  const isNews = Object.entries(added).some(([key, value]) => JSON.stringify(value) !== JSON.stringify(present[key]));
  if (isNews) Auth.configure(added);
}

/**
 * The name of Auth0: its domain.
 *
 * @throws Error without one in the configuration.
 */
export function auth0Name(): string {
  // What is configured was written by the page.
  const { domain } = (Auth.configure()['auth0'] ?? {}) as { readonly domain?: unknown };
  if (typeof domain !== 'string') throw new Error('"auth0" of the configuration must have a "domain".');
  return domain;
}
