import { isFactor } from '../../cognito/choices.js';
import type { Factor } from '../../cognito/choices.js';
import type { Credentials } from '../../cognito/sign-in/challenge.js';
import { asksPassword } from '../../config/asks-password.js';
import type { AuthFlow } from '../../config/config.js';
import type { AnswerInput } from '../auth-client.js';

/** The first factor of a sign-in, as far as its start tells. The Session of a sign-up, and questions of functions, are none. */
export function firstFactor(flow: AuthFlow, { password, preferred, session }: Credentials): Factor | undefined {
  if (flow !== 'USER_AUTH') return asksPassword(flow) ? 'password' : undefined;
  if (session) return undefined;
  return password ? 'password' : preferred;
}

/** The first factor that an answer chooses. Where there is one alone, it need not be named. */
export const chosenFactor = (
  offered: readonly Factor[],
  { choice }: Pick<AnswerInput, 'choice'>,
): Factor | undefined => (isFactor(choice) ? choice : offered[0]);
