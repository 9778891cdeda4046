/** What a user pool asks of a password. A browser cannot ask the pool: tell it, if yours differs. */
export interface PasswordPolicy {
  /** Characters at least. */
  readonly length: number;
  /** A letter from `A` to `Z`. */
  readonly upper?: boolean;
  /** A letter from `a` to `z`. */
  readonly lower?: boolean;
  /** A digit from `0` to `9`. */
  readonly digit?: boolean;
  /** One of `^$*.[]{}()?"!@#%&/\,><':;|_~`=+-` or a space inside, as Cognito counts them. */
  readonly symbol?: boolean;
}

/** What new user pools begin with. */
export const defaultPolicy: PasswordPolicy = { length: 8, upper: true, lower: true, digit: true, symbol: true };
