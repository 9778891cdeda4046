import type { UserPoolConfig } from '../config/config.js';
import { objectOf, textOf } from './json.js';
import type { Fields } from './json.js';

/** The global object of Cognito's script for threat protection. */
interface Collector {
  getData(username: string, userPoolId: string, userPoolClientId: string): unknown;
}

const isCollector = (value: unknown): value is Collector =>
  value instanceof Object && 'getData' in value && typeof value.getData === 'function';

/** The user of a request. */
const usernameIn = (body: Fields): string | undefined =>
  textOf(body, 'Username') ??
  textOf(objectOf(body, 'AuthParameters'), 'USERNAME') ??
  textOf(objectOf(body, 'ChallengeResponses'), 'USERNAME');

/**
 * The UserContextData of a request: what the script reports about the browser, for a pool that assesses the risk of a
 * sign-in. Without the script, or if it fails, there is none; a sign-in does not depend on it.
 */
export function contextOf(body: Fields, { userPoolId, userPoolClientId, threatProtection }: UserPoolConfig): Fields {
  const collector: unknown = Reflect.get(globalThis, 'AmazonCognitoAdvancedSecurityData');
  const username = usernameIn(body);
  if (threatProtection === false || username === undefined || !isCollector(collector)) return {};
  try {
    const data = collector.getData(username, userPoolId, userPoolClientId);
    return typeof data === 'string' && data ? { UserContextData: { EncodedData: data } } : {};
  } catch {
    return {};
  }
}
