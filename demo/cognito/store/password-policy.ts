import { invalidPassword } from '../exceptions.js';

/** The password policy of a pool. */
export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
}

/** The default policy of AWS. */
export const DEFAULT_POLICY: PasswordPolicy = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
};

/** The characters that Cognito counts as symbols; a space counts in the middle only. */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

/** Throws for a password that the policy does not allow, with Cognito's message. */
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
