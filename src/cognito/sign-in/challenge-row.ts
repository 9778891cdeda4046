import { listOf, parseJson, textOf } from '../json.js';
import type { Fields } from '../json.js';
import { Secret } from '../secret.js';
import type { Answer, Challenge, PendingChallenge } from './challenge.js';
import type { Dependencies, QuestionDependencies } from './dependencies.js';
import type { Question } from './question.js';

/** How one kind of challenge becomes a question, and how the answer becomes ChallengeResponses. */
export interface ChallengeRow {
  /** Undefined: the challenge contains nothing that this version can ask. */
  toQuestion(
    pending: PendingChallenge,
    dependencies: QuestionDependencies,
  ): Question | undefined | Promise<Question | undefined>;
  /** Undefined: the answer is not for Cognito; it leads to the next question of the same challenge. */
  toResponses(
    pending: PendingChallenge,
    answer: Answer,
    dependencies: Dependencies,
  ): Fields | undefined | Promise<Fields | undefined>;
}

/** A list in the JSON that Cognito puts into a string. */
export const listIn = ({ parameters }: Challenge, name: string): readonly unknown[] =>
  listOf({ list: parseJson(textOf(parameters, name) ?? '') }, 'list');

/** The code or password that was typed. */
export const typedIn = ({ answer = new Secret('') }: Answer): string => answer.reveal();
