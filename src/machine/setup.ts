import { assign, setup } from 'xstate';
import type { Beginning, InitialState, ScreenName } from '../auth-state.js';
import type { SignOutReason } from '../client/auth-client.js';
import type { Decision, Step } from '../client/step.js';
import { AuthError } from '../cognito/errors.js';
import { isChallengeOver } from '../cognito/failures.js';
import { hasOwn } from '../cognito/own.js';
import { clientCalls } from './client-calls.js';
import { clientOf } from './client-of.js';
import type { AuthContext, AuthEvent } from './types.js';

const { actors, actions } = clientCalls(clientOf);

const usernameOf = (step: Step): string | undefined =>
  hasOwn(step, 'ticket') ? step.ticket.username : hasOwn(step, 'username') ? step.username : undefined;

/** The error shown to a user who was signed out. None when they signed out themselves, in this tab or another. */
const END: Record<SignOutReason, AuthError | undefined> = {
  user: undefined,
  'other-tab': undefined,
  expired: new AuthError('session-expired'),
  revoked: new AuthError('session-expired'),
  configuration: new AuthError('configuration'),
};

/** The decisions that end a question without what it offers. */
const DECLINES: readonly Exclude<Decision, 'yes'>[] = ['skip', 'later', 'never'];

/** What the chart knows after a step. */
export const taken = (context: AuthContext, step: Step) => ({
  step,
  error: step.name === 'unsupported' ? new AuthError('unsupported') : step.name === 'signIn' ? step.error : undefined,
  user: hasOwn(step, 'user') ? step.user : step.name === 'signIn' ? undefined : context.user,
  ended: hasOwn(step, 'user') ? undefined : context.ended,
  username: usernameOf(step) ?? context.username,
});

/** The words the chart is written in. */
export const chart = setup({
  types: {} as {
    context: AuthContext;
    events: AuthEvent;
    input: { readonly initialState?: InitialState; readonly beginning?: Beginning };
    meta: { screen: ScreenName };
    tags: 'busy';
  },
  actors,
  actions: {
    ...actions,
    keepStep: assign(({ context }, step: Step) => taken(context, step)),
    keepUsername: assign({
      username: ({ context, event }) => (hasOwn(event, 'username') && event.username) || context.username,
    }),
    keepError: assign((_, cause: unknown) => ({ error: AuthError.from(cause) })),
    clearError: assign({ error: undefined }),
    forgetStep: assign({ step: undefined, error: undefined }),
    forgetUser: assign(({ event }) => {
      const ended = event.type === 'session.ended' ? event.reason : 'user';
      return { user: undefined, step: undefined, ended, error: END[ended] };
    }),
  },
  guards: {
    isStep: ({ context }, name: Step['name']) => context.step?.name === name,
    isSignedIn: ({ context }) => context.user !== undefined,
    isSignedOut: ({ context }) => context.user === undefined,
    isChallengeOver: (_, cause: unknown) => isChallengeOver(cause),
    isDeclined: ({ event }) => DECLINES.some((choice) => hasOwn(event, 'choice') && event.choice === choice),
    hasStep: ({ context }) => context.step !== undefined,
    hasBegun: ({ context }) => context.step !== undefined || context.error !== undefined,
    beginsAt: ({ context }, { after, at }: { after: Step['name']; at: InitialState }) =>
      context.step?.name === after && context.initialState === at,
  },
});
