import { mfaTypesOf } from '../choices.js';
import type { MfaType } from '../choices.js';
import { AuthError } from '../errors.js';
import { associateSoftwareToken, verifySoftwareToken } from '../software-token.js';
import { listIn } from './challenge-row.js';
import type { ChallengeRow } from './challenge-row.js';
import type { Challenge, PendingChallenge } from './challenge.js';

/** A text message cannot be set up in a challenge: the phone number is an attribute. */
type SetupType = Exclude<MfaType, 'sms'>;

const setupTypesOf = (challenge: Challenge): readonly SetupType[] =>
  mfaTypesOf(listIn(challenge, 'MFAS_CAN_SETUP')).filter((type) => type !== 'sms');

const SETUP: Readonly<Record<SetupType, ChallengeRow>> = {
  totp: {
    toQuestion: async ({ progress }, { post }) => {
      const { secret, session } = await associateSoftwareToken(post, { Session: progress.session });
      progress.session = session ?? progress.session;
      return { name: 'totpSetup', secret };
    },
    toResponses: async ({ progress }, answer, { post }) => {
      if (!progress.verified) {
        const session = await verifySoftwareToken(post, { Session: progress.session }, answer);
        progress.session = session ?? progress.session;
        progress.verified = true;
      }
      return {};
    },
  },
  email: {
    toQuestion: () => ({ name: 'emailSetup' }),
    toResponses: (_, { attributes }) => ({ EMAIL: attributes?.['email'] ?? '' }),
  },
};

/** The row of what is set up: the chosen type, or the only one. */
function rowOf({ challenge, progress }: PendingChallenge): ChallengeRow | undefined {
  const types = setupTypesOf(challenge);
  const type = types.find((each) => each === progress.chosen) ?? (types.length === 1 ? types[0] : undefined);
  return type && SETUP[type];
}

/** MFA_SETUP: the user chooses a second factor where there are several, and sets it up. */
export const mfaSetup: ChallengeRow = {
  toQuestion: (pending, dependencies) => {
    const row = rowOf(pending);
    if (row) return row.toQuestion(pending, dependencies);
    const types = setupTypesOf(pending.challenge);
    return types.length ? { name: 'selectMfaType', purpose: 'setup', types } : undefined;
  },
  toResponses: (pending, answer, dependencies) => {
    const chosen = setupTypesOf(pending.challenge).find((type) => type === answer.choice);
    if (chosen) {
      pending.progress.chosen = chosen;
      return undefined;
    }
    const row = rowOf(pending);
    if (!row) throw new AuthError('invalid-parameter');
    return row.toResponses(pending, answer, dependencies);
  },
};
