import { invalidPassword } from '../exceptions.js';

/** What a pool asks of a password. */
export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
}

/** The policy of a new user pool. */
export const DEFAULT_POLICY: PasswordPolicy = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
};

/** The characters that Cognito counts as symbols; a space counts in the middle only. */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

/** Refuses a password that the policy does not allow, as Cognito words it. */
export function requirePolicy(policy: PasswordPolicy, password: string): void {
  const rules: readonly (readonly [broken: boolean, reason: string])[] = [
    [password.length < policy.minimumLength, 'Password not long enough'],
    [policy.requireUppercase && !/[A-Z]/.test(password), 'Password must have uppercase characters'],
    [policy.requireLowercase && !/[a-z]/.test(password), 'Password must have lowercase characters'],
    [policy.requireNumbers && !/[0-9]/.test(password), 'Password must have numeric characters'],
    [policy.requireSymbols && !SYMBOL.test(password), 'Password must have symbol characters'],
    [/^\s|\s$/.test(password), 'Password must not begin or end with a space'],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw invalidPassword(`Password did not conform with policy: ${broken[1]}`);
}
