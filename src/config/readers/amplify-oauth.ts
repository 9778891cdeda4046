import type { OAuthConfig } from '../oauth-config.js';
import { valuesOf } from './values.js';

/** Our keys by those of Amplify 5 and 6, `aws-exports` and `amplify_outputs.json`. */
const KEYS: Readonly<Record<string, keyof OAuthConfig>> = {
  domain: 'domain',
  scope: 'scopes',
  scopes: 'scopes',
  redirectSignIn: 'redirectSignIn',
  redirect_sign_in_uri: 'redirectSignIn',
  redirectSignOut: 'redirectSignOut',
  redirect_sign_out_uri: 'redirectSignOut',
  urlOpener: 'urlOpener',
};

/** An `oauth` of another library as ours. The Amplify CLI writes an empty one for none, and lists as one text with commas. */
export function oauthOf(given: unknown): unknown {
  const values: Partial<Record<keyof OAuthConfig, unknown>> = {};
  for (const [name, value] of Object.entries(valuesOf(given))) {
    const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
    if (key) values[key] = typeof value === 'string' && key.startsWith('redirect') ? value.split(/\s*,\s*/) : value;
  }
  return Object.keys(values).length > 0 ? values : undefined;
}
