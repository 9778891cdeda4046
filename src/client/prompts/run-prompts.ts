import { AuthError } from '../../cognito/errors.js';
import type { Keeper } from '../../session/keeper.js';
import { abortable } from '../../cognito/abortable.js';
import type { Attempt } from '../attempts.js';
import { invalid } from '../input-checks.js';
import type { Listeners } from '../listeners.js';
import { requireTokens, signedIn } from '../signed-in.js';
import type { SetUp, Step } from '../step.js';
import type { AnswerHandler, Tickets } from '../tickets.js';
import { passkeyPrompt } from './passkey.js';
import type { Prompt, PromptContext } from './prompt.js';
import { rememberDevice } from './remember-device.js';
import { verifyContact } from './verify-contact.js';

/** What is done and asked after each sign-in, in this order. */
const PROMPTS = [rememberDevice, verifyContact, passkeyPrompt] as const satisfies readonly ((
  context: PromptContext,
) => AsyncGenerator<Prompt, void>)[];

/** Where prompts get tickets, and who is told that the user is signed in. */
export interface PromptServices {
  readonly keeper: Keeper;
  readonly tickets: Tickets;
  readonly listeners: Listeners;
}

/** What is done after each sign-in even where nothing may be asked: the device is confirmed. */
const WITHOUT_QUESTIONS = [rememberDevice] as const;

/** The prompts for a user, one after the other. */
async function* promptsFor(context: PromptContext, isBare: boolean): AsyncGenerator<Prompt, void> {
  for (const prompt of isBare ? WITHOUT_QUESTIONS : PROMPTS) {
    try {
      yield* prompt(context);
    } catch {
      // A prompt that fails is skipped, and comes again with the next sign-in.
    }
  }
}

/** Puts the prompts to a user who has just signed in. Returns the first one, or `done`. */
export function runPrompts(
  context: Omit<PromptContext, 'post' | 'accessToken' | 'renew' | 'unconfirmed'>,
  { keeper, tickets, listeners }: PromptServices,
  attempt: Attempt,
): Promise<Step> {
  const { sub } = context.session;
  const otherwise = 'challenge-expired';
  const { isBare = false } = attempt;
  const prompts = promptsFor(
    {
      ...context,
      post: attempt.post,
      accessToken: async () => (await requireTokens(sub, keeper, { otherwise })).accessToken,
      unconfirmed: (error) => listeners.tell({ name: 'device-unconfirmed', error }),
      renew: () => requireTokens(sub, keeper, { otherwise, forceRefresh: true }),
    },
    isBare,
  );
  const next = async ({ signal }: Attempt, setUp?: SetUp): Promise<Step> => {
    // On abort, the remaining prompts are skipped; the user is signed in.
    const { value: prompt } = await abortable(prompts.next(), signal).catch(() => ({ value: undefined }));
    const session = await keeper.read();
    if (session?.sub !== sub) throw new AuthError('cancelled');
    const done = { ...signedIn(session), ...(setUp && { setUp }) };
    if (prompt && !isBare) {
      const ticket = tickets.issue(done.user.username, { handle: handlerOf(prompt) });
      return { ...prompt.step, user: done.user, ticket };
    }
    listeners.tell({ name: 'started', step: done });
    return done;
  };
  const handlerOf =
    ({ answer, choices }: Prompt): AnswerHandler =>
    async (input, later) => {
      const isOffered = choices.some((choice) => choice === input.choice);
      if (input.choice === undefined ? !input.answer : !isOffered) throw invalid(`choice: ${choices.join(', ')}`);
      await requireTokens(sub, keeper, { otherwise });
      return next(later, await answer(input, later));
    };
  return next(attempt);
}
