import { invalidParameter } from '../exceptions.js';

/** A member that a request cannot do without. */
export function required(value: string | undefined, member: string): string {
  if (value) return value;
  throw invalidParameter(
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}

/** A parameter of a flow, or an answer to a challenge, that cannot be left out. */
export function requiredParameter(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name];
  if (value) return value;
  throw invalidParameter(`Missing required parameter ${name}`);
}
