import { invalidParameter, invalidPassword } from '../exceptions.js';

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

/** What the API asks of a password in every pool, whatever its policy says: PasswordType. */
const SHAPE: readonly (readonly [fits: RegExp, constraint: string])[] = [
  [/^[^]{6,}$/, 'Member must have length greater than or equal to 6'],
  [/^\S+.*\S+$/, 'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$'],
];

/** Throws for a new password that the API does not accept as a member, or that the policy does not allow. */
export function requireNewPassword(policy: PasswordPolicy, member: string, password: string): void {
  const broken = SHAPE.find(([fits]) => !fits.test(password));
  if (broken) {
    const [, constraint] = broken;
    throw invalidParameter(
      `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${constraint}`,
    );
  }
  requirePolicy(policy, password);
}

/** Throws for a password that the policy does not allow, with Cognito's message. */
export function requirePolicy(policy: PasswordPolicy, password: string): void {
  const rules: readonly (readonly [broken: boolean, reason: string])[] = [
    [password.length < policy.minimumLength, 'Password not long enough'],
    [policy.requireUppercase && !/[A-Z]/.test(password), 'Password must have uppercase characters'],
    [policy.requireLowercase && !/[a-z]/.test(password), 'Password must have lowercase characters'],
    [policy.requireNumbers && !/[0-9]/.test(password), 'Password must have numeric characters'],
    [policy.requireSymbols && !SYMBOL.test(password), 'Password must have symbol characters'],
    [!/^\S.*\S$/.test(password), 'Password must satisfy regular expression pattern: ^\\S.*\\S$'],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw invalidPassword(`Password did not conform with policy: ${broken[1]}`);
}
