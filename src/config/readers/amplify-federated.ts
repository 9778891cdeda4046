import type { ProviderConfig } from '../provider-config.js';
import { valuesOf } from './values.js';
import type { Values } from './values.js';

/** Our names of providers by the keys that other libraries have for the id of an app there. */
const CLIENT_IDS: ReadonlyMap<string, string> = new Map([
  ['google_client_id', 'google'],
  ['googleClientId', 'google'],
  ['facebook_app_id', 'facebook'],
  ['facebookAppId', 'facebook'],
  ['amazon_client_id', 'amazon'],
  ['amazonClientId', 'amazon'],
  ['apple_client_id', 'apple'],
  ['appleClientId', 'apple'],
]);

/** Our keys by those of `auth0`. */
const AUTH0: ReadonlyMap<string, keyof ProviderConfig> = new Map([
  ['clientID', 'clientId'],
  ['redirectUri', 'redirectUri'],
  ['returnTo', 'logoutUri'],
  ['audience', 'audience'],
  ['scope', 'scopes'],
]);

/** The providers whose apps are named. An empty id is one that was not filled in. */
const scriptedIn = (block: Values): readonly Values[] =>
  Object.entries(block).flatMap(([key, clientId]) => {
    const name = clientId ? CLIENT_IDS.get(key) : undefined;
    return name ? [{ name, clientId }] : [];
  });

/** `auth0` as one provider, which is named after its domain. */
function auth0In(given: unknown): readonly Values[] {
  const { domain, ...block }: Values = valuesOf(given);
  if (typeof domain !== 'string') return [];
  const provider: Record<string, unknown> = { name: domain, issuer: `https://${domain}/` };
  for (const [key, value] of Object.entries(block)) {
    const ours = AUTH0.get(key);
    if (ours) provider[ours] = ours === 'scopes' && typeof value === 'string' ? value.split(' ') : value;
  }
  return [provider];
}

/**
 * The providers beside the user pool in a configuration of another library, not checked yet: `federated` of Amplify's
 * authenticator or its keys, and `auth0`; undefined without any.
 */
export function federatedIn(config: Values): readonly Values[] | undefined {
  const blocks = [config, valuesOf(config['Auth'])];
  const found = blocks.flatMap((block) => [
    ...scriptedIn(valuesOf(block['federated'])),
    ...scriptedIn(block),
    ...auth0In(block['auth0']),
  ]);
  // One that is named in both blocks is one.
  const providers = [...new Map(found.map((provider) => [provider['name'], provider])).values()];
  return providers.length > 0 ? providers : undefined;
}
