import { ConfigError } from '../config.js';
import { isKey } from '../rules.js';
import { amplifyAuth } from './amplify-auth.js';
import { federatedIn } from './amplify-federated.js';
import { namesInOauth, oauthOf } from './amplify-oauth.js';
import { refreshHandlersOf } from './amplify-refresh-handlers.js';
import { amplifyOutputs } from './amplify-outputs.js';
import { cookieStoreOf, isOverruled, storeOf } from './amplify-storage.js';
import { awsExports } from './aws-exports.js';
import type { Reader } from './reader.js';
import { valuesOf } from './values.js';
import type { Values } from './values.js';

const OURS: Pick<Reader, 'path' | 'keys'> = { path: [], keys: {} };
const READERS = [...awsExports, amplifyOutputs, ...amplifyAuth];

/**
 * Values that other libraries write differently, by their keys. What is not understood is passed on, to be refused, or is
 * refused with a ConfigError, which needs to know how the page spells the key.
 */
const CONVERTERS: Readonly<Record<string, (value: unknown, spelled: string) => unknown>> = {
  oauth: oauthOf,
  refreshHandlers: refreshHandlersOf,
  storage: (value) => storeOf(value),
  cookieStorage: cookieStoreOf,
  // Amplify signs in by a password first, where there is one.
  authenticationFlowType: (value) => (value === 'CUSTOM_AUTH' ? 'CUSTOM_WITH_SRP' : value),
  mandatorySignIn: (value) => (typeof value === 'boolean' ? !value : value),
  aws_mandatory_sign_in: (value) => value !== 'enable',
};

/** A configuration in our words, not checked yet, and how the page spells each of its keys. */
interface Reading {
  readonly values: Values;
  readonly names: Readonly<Record<string, string>>;
  /** What is wrong with a value that could not be read. */
  readonly problem: ConfigError | undefined;
}

/** The value in our words, or what is wrong with it. */
function convert(name: string, value: unknown, spelled: string): unknown {
  try {
    return Object.hasOwn(CONVERTERS, name) ? CONVERTERS[name]?.(value, spelled) : value;
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/**
 * Reads a configuration that was written for another library, with keys of ours beside theirs. Keys that have no meaning
 * here are ignored; those that hold a secret are passed on, to be refused.
 *
 * @returns Nothing for one that is written in our words alone.
 */
export function readForeign(given: Values): Reading | undefined {
  const readers = READERS.filter(({ mark }) => Object.hasOwn(given, mark));
  if (readers.length === 0) return undefined;
  const values: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  let problem: ConfigError | undefined;
  for (const { path, keys } of [OURS, ...readers]) {
    const block = path.reduce((outer, name) => valuesOf(Object.hasOwn(outer, name) && outer[name]), given);
    for (const [name, value] of Object.entries(block)) {
      const spelled = [...path, name].join('.');
      if (/client_?secret/i.test(name)) values[spelled] = value;
      const key = (Object.hasOwn(keys, name) && keys[name]) || name;
      const ours = isOverruled(name, block) ? undefined : convert(name, value, spelled);
      if (ours instanceof ConfigError) problem ??= ours;
      if (!isKey(key) || ours === undefined || ours instanceof ConfigError) continue;
      values[key] = ours;
      names[key] = spelled;
      if (key === 'oauth') Object.assign(names, namesInOauth(value, spelled));
    }
  }
  const federated = values['providers'] === undefined && federatedIn(given);
  if (federated) values['providers'] = federated;
  return { values, names, problem };
}
