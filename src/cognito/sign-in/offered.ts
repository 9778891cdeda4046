import { factorsOf } from '../choices.js';
import type { Factor } from '../choices.js';
import { canUsePasskeys } from '../passkeys/get-passkey.js';
import type { Challenge } from './challenge.js';
import type { QuestionDependencies } from './dependencies.js';

/**
 * Cognito's names of the first factors that a user can take here. An endpoint that asks for the password itself gets it only
 * where the page allows that. A passkey that this browser cannot use is left out, unless there is nothing else: then the try
 * tells why it fails.
 */
export function offeredIn({ available }: Challenge, { plainPassword }: QuestionDependencies): readonly unknown[] {
  const allowed = plainPassword ? available : available.filter((name) => name !== 'PASSWORD');
  const usable = canUsePasskeys() ? allowed : allowed.filter((name) => name !== 'WEB_AUTHN');
  return factorsOf(usable).length ? usable : allowed;
}

/** The first factors that a user can take here. */
export const offeredFactors = (challenge: Challenge, dependencies: QuestionDependencies): readonly Factor[] =>
  factorsOf(offeredIn(challenge, dependencies));
