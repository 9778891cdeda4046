import { AuthError } from '../cognito/errors.js';
import { ownOf } from '../cognito/own.js';
import { Secret } from '../cognito/secret.js';

/** What a value has to be. */
interface Check<Value> {
  /** For developers. */
  readonly expected: string;
  readonly test: (value: unknown) => value is Value;
  readonly isOptional?: boolean;
}

/** The check of a value that may be missing. */
interface OptionalCheck<Value> extends Check<Value> {
  readonly isOptional: true;
}

type InputOf<Call> = Call extends (input: infer Input, ...rest: never[]) => unknown ? NonNullable<Input> : never;

type CheckOf<Input, Key extends keyof Input> =
  Partial<Pick<Input, Key>> extends Pick<Input, Key>
    ? OptionalCheck<NonNullable<Input[Key]>>
    : Check<NonNullable<Input[Key]>>;

/** The checks of one call's input, by the keys of the input. Other keys are not checked. */
export type InputChecks<Call> = { readonly [Key in keyof InputOf<Call>]?: CheckOf<InputOf<Call>, Key> };

/** The checks of several calls, by the names of the calls. */
export type CallChecks<Calls> = { readonly [Name in keyof Calls]: InputChecks<Calls[Name]> };

/** Whether a value from outside is text that is not empty. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const text: Check<string> = { expected: 'text that is not empty', test: isText };

export const secret: Check<Secret> = { expected: 'new Secret(…)', test: (value) => value instanceof Secret };

export const flag: Check<boolean> = {
  expected: 'true or false',
  test: (value): value is boolean => typeof value === 'boolean',
};

export const textByName: Check<Readonly<Record<string, string>>> = {
  expected: 'text by name',
  test: (value): value is Readonly<Record<string, string>> =>
    typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string'),
};

export const jsonObject: Check<Readonly<Record<string, unknown>>> = {
  expected: 'an object that JSON can hold',
  test: (value): value is Readonly<Record<string, unknown>> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    try {
      JSON.stringify(value);
      return true;
    } catch {
      return false;
    }
  },
};

export const oneOf = <const Value extends string>(...values: readonly Value[]): Check<Value> => ({
  expected: values.join(', ').replace(/, (?=[^,]*$)/, ' or '),
  test: (value): value is Value => values.some((one) => one === value),
});

export const optional = <Value>(check: Check<Value>): OptionalCheck<Value> => ({ ...check, isOptional: true });

/** @param detail The key, and what is expected. */
export const invalid = (detail: string): AuthError => new AuthError('invalid-parameter', { detail });

/**
 * A call that refuses what its types forbid, before anything is sent: the caller may not use types. It fails with AuthError
 * `invalid-parameter`, whose `detail` names the key and what is expected. What is passed on is a copy of the input's own keys.
 */
export const checked =
  <Input, Rest extends readonly unknown[], Result>(
    call: (input: Input, ...rest: Rest) => Promise<Result>,
    checks: Readonly<Record<string, Check<unknown> | undefined>>,
  ) =>
  async (input: Input, ...rest: Rest) => {
    // What is not an object has none of the keys.
    const values: Readonly<Record<string, unknown>> = ownOf({ ...(input as object | undefined) });
    for (const [key, check] of Object.entries(checks)) {
      const value = values[key];
      if (check && (value === undefined ? !check.isOptional : !check.test(value)))
        throw invalid(`${key}: ${check.expected}`);
    }
    if (input !== undefined && (typeof input !== 'object' || input === null)) throw invalid('input: an object');
    // It has the keys of the input.
    return await call(values as Input, ...rest);
  };
