import type { DoneActorEvent, ErrorActorEvent } from 'xstate';
import type { Step } from '../client/step.js';
import { chart } from './setup.js';
import type { Actors, Asked } from './setup.js';
import type { AuthContext, AuthEvent, ScreenName } from './types.js';

interface Question<Type extends AuthEvent['type'], Source extends keyof Actors> {
  /** The event by which the user submits. */
  readonly on: Type;
  /** The actor that gets the answer. */
  readonly src: Source;
  readonly input: (args: {
    readonly context: AuthContext;
    readonly event: Extract<AuthEvent, { type: Type }>;
  }) => Asked<Source>;
}

/** Takes a step over and lets the switchboard decide. */
export const stepTaken = {
  target: '#next',
  actions: { type: 'keepStep', params: ({ event }: { event: DoneActorEvent<Step> }) => event.output },
} as const;

/** Shows what went wrong. */
export const errorKept = {
  actions: { type: 'keepError', params: ({ event }: { event: Pick<ErrorActorEvent, 'error'> }) => event.error },
} as const;

/** The challenge in progress is gone: all that is left is to begin again. */
const startOver = { target: '#home', actions: ['forgetStep', errorKept.actions] } as const;

/** Cognito says that it is. */
const challengeLost = {
  ...startOver,
  guard: {
    type: 'isError',
    params: ({ event }: { event: ErrorActorEvent }) => ({ cause: event.error, code: 'challenge-expired' as const }),
  },
} as const;

/** While a request is pending, a second submit is ignored, and the user may cancel. */
const awaited = <Type extends AuthEvent['type'], Source extends keyof Actors>({ src, input }: Question<Type, Source>) =>
  chart.createStateConfig({
    tags: 'busy',
    entry: ['clearError', 'keepUsername'],
    on: { cancel: 'editing' },
    invoke: {
      // The casts are safe: `Question` has already tied `input` to `src` and to the event.
      src: src as 'signIn',
      input: input as never,
      onDone: stepTaken,
      onError: [challengeLost, { target: 'editing', ...errorKept }],
    },
  });

/** A screen that waits for the user, sends a request on submit, and comes back when that fails. */
export function form<
  const Submit extends AuthEvent['type'],
  const Source extends keyof Actors,
  const Resend extends AuthEvent['type'] = never,
  const ResendSource extends keyof Actors = never,
>({
  screen,
  submit,
  resend,
}: {
  readonly screen: ScreenName;
  readonly submit: Question<Submit, Source>;
  readonly resend?: Question<Resend, ResendSource>;
}) {
  return chart.createStateConfig({
    meta: { screen },
    initial: 'editing',
    states: {
      editing: {
        on: { [submit.on]: 'submitting', 'challenge.expired': startOver, ...(resend && { [resend.on]: 'resending' }) },
      },
      submitting: awaited(submit),
      ...(resend && { resending: awaited(resend) }),
    },
  });
}
