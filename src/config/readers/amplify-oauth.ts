import type { OAuthConfig } from '../oauth-config.js';
import { valuesOf } from './values.js';
import type { Values } from './values.js';

/** Our keys by those of Amplify 5 and 6, `aws-exports` and `amplify_outputs.json`. */
const KEYS: Readonly<Record<string, keyof OAuthConfig>> = {
  domain: 'domain',
  scope: 'scopes',
  scopes: 'scopes',
  redirectSignIn: 'redirectSignIn',
  redirect_sign_in_uri: 'redirectSignIn',
  redirectSignOut: 'redirectSignOut',
  redirect_sign_out_uri: 'redirectSignOut',
  responseType: 'responseType',
  response_type: 'responseType',
  urlOpener: 'urlOpener',
};

/** Those whose values the Amplify CLI writes as one text with commas. */
const LISTS: readonly string[] = ['redirectSignIn', 'redirectSignOut', 'scopes'] satisfies (keyof OAuthConfig)[];

/** Our keys of an `oauth` of another library, and theirs. Amplify 5 also reads one inside of the other. */
function entriesOf(given: unknown): readonly (readonly [key: keyof OAuthConfig, name: string, value: unknown])[] {
  const outer = valuesOf(given);
  const inner = 'domain' in outer ? {} : valuesOf(outer['awsCognito']);
  const read = (block: Values, path: string) =>
    Object.entries(block).flatMap(([name, value]) => {
      const key = Object.hasOwn(KEYS, name) && KEYS[name];
      return key ? [[key, path + name, value] as const] : [];
    });
  return [...read(outer, ''), ...read(inner, 'awsCognito.')];
}

/** An `oauth` of another library as ours; undefined for an empty one, which the Amplify CLI writes for none. */
export function oauthOf(given: unknown): Values | undefined {
  const values = entriesOf(given).map(([key, , value]) => {
    const isList = typeof value === 'string' && LISTS.includes(key);
    return [key, isList ? value.trim().split(/\s*,\s*/) : value] as const;
  });
  return values.length > 0 ? Object.fromEntries(values) : undefined;
}

/** How the page spells the keys of its `oauth`, by ours: `oauth.scopes`. */
export const namesInOauth = (given: unknown, spelled: string): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...Object.values(KEYS).map((key) => [`oauth.${key}`, `${spelled}.${key}`] as const),
    ...entriesOf(given).map(([key, name]) => [`oauth.${key}`, `${spelled}.${name}`] as const),
  ]);
