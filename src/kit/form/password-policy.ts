import type { PasswordPolicy } from '../../config/pool-description.js';

export type { PasswordPolicy } from '../../config/pool-description.js';

/** What new user pools begin with. */
export const defaultPolicy: PasswordPolicy = { length: 8, upper: true, lower: true, digit: true, symbol: true };
