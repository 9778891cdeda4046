import type { Factor } from '../choices.js';
import type { Answer, Challenge, ChallengeName, History, PendingChallenge } from './challenge.js';
import type { QuestionDependencies } from './dependencies.js';
import { offeredFactors } from './offered.js';
import type { Question, Retraceable } from './question.js';

/** The history after an answer. Undefined: only the user can repeat the answer. */
type Continuation = (
  history: History,
  answer: Answer,
  challenge: Challenge,
  dependencies: QuestionDependencies,
) => History | undefined;

const withPassword: Continuation = ({ credentials: { preferred: _, ...credentials }, ...history }, { answer }) =>
  answer && { ...history, credentials: { ...credentials, password: answer } };

const withAnswer: Continuation = (history, { choice, attributes }, { name }) => ({
  ...history,
  answers: [...history.answers, [name, { ...(choice && { choice }), ...(attributes && { attributes }) }]],
  hasChoice: history.hasChoice || Boolean(choice),
});

/** A challenge without a row ends the history: neither a code nor the answer to a function's question works twice. */
const CONTINUATIONS: Readonly<Record<string, Continuation>> = {
  SELECT_CHALLENGE: (history, answer, challenge, dependencies) => {
    const { choice } = answer;
    if (choice === 'password') return withPassword(history, answer, challenge, dependencies);
    // Only a first factor can be chosen here.
    const credentials = { ...history.credentials, preferred: choice as Factor };
    return { ...history, credentials, hasChoice: offeredFactors(challenge, dependencies).length > 1 };
  },
  PASSWORD: withPassword,
  PASSWORD_SRP: withPassword,
  NEW_PASSWORD_REQUIRED: withPassword,
  SELECT_MFA_TYPE: withAnswer,
  MFA_SETUP: (history, answer, ...rest) => (answer.answer ? undefined : withAnswer(history, answer, ...rest)),
} satisfies Partial<Record<ChallengeName, Continuation>>;

/** The history of what follows an answer. */
export const historyAfter = (
  { challenge, progress: { history } }: PendingChallenge,
  answer: Answer,
  dependencies: QuestionDependencies,
) => history && CONTINUATIONS[challenge.name]?.(history, answer, challenge, dependencies);

/** The history up to the last choice. */
export function upToLastChoice({ answers, credentials: { preferred: _, ...credentials }, flow }: History): History {
  const last = answers.findLastIndex(([, { choice }]) => choice);
  return { flow, credentials, answers: answers.slice(0, Math.max(last, 0)) };
}

/** How users can go back from a question. A function's question is not put twice, since it may have been the last one. */
const RETRACEABLE: Readonly<Record<Question['name'], readonly (keyof Retraceable)[]>> = {
  confirmSignIn: ['canStartAgain', 'hasOtherWays'],
  totpSetup: ['canStartAgain', 'hasOtherWays'],
  emailSetup: ['canStartAgain', 'hasOtherWays'],
  selectFactor: ['canStartAgain'],
  selectMfaType: ['canStartAgain'],
  newPassword: ['canStartAgain'],
  customChallenge: [],
  unsupported: [],
};

/** The question, with what the history allows. */
export function withHistory(question: Question, history: History | undefined): Question {
  if (!history) return question;
  const allowed: Required<Retraceable> = { canStartAgain: true, hasOtherWays: history.hasChoice === true };
  const ways = RETRACEABLE[question.name].filter((way) => allowed[way]);
  return { ...question, ...Object.fromEntries(ways.map((way) => [way, true])) };
}
