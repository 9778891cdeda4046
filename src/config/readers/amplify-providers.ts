import type { Providers } from '../provider-config.js';
import { valuesOf } from './values.js';

/** Our names by those of Amplify, `aws-exports` and `amplify_outputs.json`, in lower case. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['google', 'google'],
  ['facebook', 'facebook'],
  ['amazon', 'amazon'],
  ['login_with_amazon', 'amazon'],
  ['apple', 'apple'],
  ['sign_in_with_apple', 'apple'],
]);

/** The providers of another library as ours; undefined without any. */
export function providersOf(list: unknown): Providers | undefined {
  const names = (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
    const name = typeof entry === 'string' ? (NAMES.get(entry.toLowerCase()) ?? entry) : valuesOf(entry)['custom'];
    return typeof name === 'string' ? [name] : [];
  });
  return names.length > 0 ? names : undefined;
}

/** Our own key beside those of another library. */
export const ownProviders = (list: unknown): Providers | undefined =>
  // That is what the rules have found out.
  Array.isArray(list) ? (list as Providers) : undefined;
