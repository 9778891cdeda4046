import { invalidParameter } from '../exceptions.js';

/** A required member of a request. Throws InvalidParameterException when it is missing. */
export function required(value: string | undefined, member: string): string {
  if (value) return value;
  throw invalidParameter(
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}

/** A required member of AuthParameters or ChallengeResponses. Throws InvalidParameterException when it is missing. */
export function requiredParameter(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name];
  if (value) return value;
  throw invalidParameter(`Missing required parameter ${name}`);
}
