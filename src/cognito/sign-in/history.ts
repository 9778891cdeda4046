import type { Answer, Challenge, ChallengeName, Way } from './challenge.js';
import { factorsOf } from '../choices.js';
import type { Factor } from '../choices.js';

/** Where a way leads when a challenge is answered. Undefined: nobody can go there again without being asked. */
type Turn = (way: Way, answer: Answer, challenge: Challenge) => Way | undefined;

const withPassword: Turn = ({ credentials: { preferred: _, ...credentials }, ...way }, { answer }) =>
  answer && { ...way, credentials: { ...credentials, password: answer } };

const withAnswer: Turn = (way, { choice, attributes }, { name }) => ({
  ...way,
  answers: [...way.answers, [name, { ...(choice && { choice }), ...(attributes && { attributes }) }]],
  hasChoice: way.hasChoice || Boolean(choice),
});

/** What is answered by a code or by a function's question ends the way: no code works twice. */
const TURNS: Readonly<Record<string, Turn>> = {
  SELECT_CHALLENGE: (way, answer, challenge) => {
    const { choice } = answer;
    if (choice === 'password') return withPassword(way, answer, challenge);
    // Only a first factor can be chosen here.
    const credentials = { ...way.credentials, preferred: choice as Factor };
    return { ...way, credentials, hasChoice: factorsOf(challenge.available).length > 1 };
  },
  PASSWORD: withPassword,
  PASSWORD_SRP: withPassword,
  NEW_PASSWORD_REQUIRED: withPassword,
  SELECT_MFA_TYPE: withAnswer,
  MFA_SETUP: (way, answer, challenge) => (answer.answer ? undefined : withAnswer(way, answer, challenge)),
} satisfies Partial<Record<ChallengeName, Turn>>;

/** The way to what follows an answer. */
export const wayAfter = (challenge: Challenge, answer: Answer): Way | undefined =>
  challenge.way && TURNS[challenge.name]?.(challenge.way, answer, challenge);

/** The way back to the last choice. */
export function toLastChoice({ answers, credentials: { preferred: _, ...credentials }, flow }: Way): Way {
  const last = answers.findLastIndex(([, { choice }]) => choice);
  return { flow, credentials, answers: answers.slice(0, Math.max(last, 0)) };
}
