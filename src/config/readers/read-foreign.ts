import { isKey } from '../rules.js';
import { amplifyAuth } from './amplify-auth.js';
import { federatedIn } from './amplify-federated.js';
import { namesInOauth, oauthOf } from './amplify-oauth.js';
import { refreshHandlersOf } from './amplify-refresh-handlers.js';
import { amplifyOutputs } from './amplify-outputs.js';
import { storeOf } from './amplify-storage.js';
import { awsExports } from './aws-exports.js';
import type { Reader } from './reader.js';
import { valuesOf } from './values.js';
import type { Values } from './values.js';

const OURS: Pick<Reader, 'path' | 'keys'> = { path: [], keys: {} };
const READERS = [awsExports, amplifyOutputs, ...amplifyAuth];

/** Values that other libraries write differently, by their keys. What is not understood is passed on, to be refused. */
const CONVERTERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  oauth: oauthOf,
  refreshHandlers: refreshHandlersOf,
  storage: storeOf,
  cookieStorage: storeOf,
  mandatorySignIn: (value) => (typeof value === 'boolean' ? !value : value),
  aws_mandatory_sign_in: (value) => value !== 'enable',
};

/** A configuration in our words, not checked yet, and how the page spells each of its keys. */
interface Reading {
  readonly values: Values;
  readonly names: Readonly<Record<string, string>>;
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
  for (const { path, keys } of [OURS, ...readers]) {
    const block = path.reduce((outer, name) => valuesOf(Object.hasOwn(outer, name) && outer[name]), given);
    for (const [name, value] of Object.entries(block)) {
      const spelled = [...path, name].join('.');
      if (/client_?secret/i.test(name)) values[spelled] = value;
      const key = (Object.hasOwn(keys, name) && keys[name]) || name;
      const ours = Object.hasOwn(CONVERTERS, name) ? CONVERTERS[name]?.(value) : value;
      if (!isKey(key) || ours === undefined) continue;
      values[key] = ours;
      names[key] = spelled;
      if (key === 'oauth') Object.assign(names, namesInOauth(value, spelled));
    }
  }
  const federated = values['providers'] === undefined && federatedIn(given);
  if (federated) values['providers'] = federated;
  return { values, names };
}
