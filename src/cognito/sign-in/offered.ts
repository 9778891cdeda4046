import { factorsOf } from '../choices.js';
import type { Factor } from '../choices.js';
import { canUsePasskeys } from '../passkeys/get-passkey.js';
import type { Challenge } from './challenge.js';
import type { QuestionDependencies } from './dependencies.js';

/**
 * Whether Cognito wants the password itself, and the page does not allow that. Cognito does so to hide that a user does not
 * exist. The password is proved by another start then: an existing user has that choice.
 */
export const wantsPassword = ({ name, available }: Challenge, { plainPassword }: QuestionDependencies): boolean =>
  !plainPassword &&
  (name === 'PASSWORD' ||
    (name === 'SELECT_CHALLENGE' && available.includes('PASSWORD') && !available.includes('PASSWORD_SRP')));

/**
 * Cognito's names of the first factors that a user can take here. A passkey that this browser cannot use is left out, unless
 * there is nothing else: then the try tells why it fails.
 */
export function offeredIn(challenge: Challenge, dependencies: QuestionDependencies): readonly unknown[] {
  const { available } = challenge;
  const isProved = !dependencies.plainPassword && !wantsPassword(challenge, dependencies);
  const allowed = isProved ? available.filter((name) => name !== 'PASSWORD') : available;
  const usable = canUsePasskeys() ? allowed : allowed.filter((name) => name !== 'WEB_AUTHN');
  return factorsOf(usable).length ? usable : allowed;
}

/** The first factors that a user can take here. */
export const offeredFactors = (challenge: Challenge, dependencies: QuestionDependencies): readonly Factor[] =>
  factorsOf(offeredIn(challenge, dependencies));
