import type { SessionChange } from '../client/auth-client.js';
import { warnOnce } from '../misuse.js';
import { authMachine } from './auth-machine.js';
import type { AuthEvent } from './types.js';

const TYPES: readonly string[] = authMachine.events;

/** Whether the chart knows an event. A page without types may send any: the console is told what was not understood. */
export function isKnown(entry: AuthEvent | SessionChange): boolean {
  const type = 'type' in entry ? entry.type : undefined;
  if ('name' in entry || (type && TYPES.includes(type))) return true;
  warnOnce(type ? `"${type}" is not a type of AuthEvent.` : 'An AuthEvent must be an object with a "type".');
  return false;
}
