import type { DoneActorEvent, ErrorActorEvent } from 'xstate';
import type { ScreenName } from '../auth-state.js';
import type { Step } from '../client/step.js';
import type { Actors, Asked } from './client-calls.js';
import { chart } from './setup.js';
import type { AuthContext, AuthEvent } from './types.js';

/** A request to one actor, made by one event. */
interface RequestOn<Type extends AuthEvent['type'], Source extends keyof Actors> {
  /** The event that makes the user's request. */
  readonly on: Type;
  /** The actor that sends it. */
  readonly src: Source;
  readonly input: (args: {
    readonly context: AuthContext;
    readonly event: Extract<AuthEvent, { type: Type }>;
  }) => Asked<Source>;
}

/** Any request of a form. */
export type FormRequest = {
  readonly [Type in AuthEvent['type']]: { readonly [Source in keyof Actors]: RequestOn<Type, Source> }[keyof Actors];
}[AuthEvent['type']];

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
const startOver = { target: '#home', actions: ['forgetStep', 'leave', errorKept.actions] } as const;

/** Cognito says that it is. */
const challengeLost = {
  ...startOver,
  guard: { type: 'isChallengeOver', params: ({ event }: { event: ErrorActorEvent }) => event.error },
} as const;

/** A question can be declined, whatever is pending. */
const declined = { target: 'declining', guard: 'isDeclined' } as const;

/** While a request is pending, a second submit is ignored, and the user may cancel. `on`: what else ends it. */
const awaited = ({ src, input }: FormRequest, on = {}) =>
  chart.createStateConfig({
    tags: 'busy',
    entry: ['clearError', 'keepUsername'],
    on: { cancel: 'editing', ...on },
    invoke: {
      // The casts are safe: `FormRequest` has already tied `input` to `src` and to the event.
      src: src as 'signIn',
      input: input as never,
      onDone: stepTaken,
      onError: [challengeLost, { target: 'editing', ...errorKept }],
    },
  });

/** A screen that waits for the user, sends a request on submit, and comes back when that fails. */
export function form({
  screen,
  submit,
  also = {},
  canDecline = false,
}: {
  readonly screen: ScreenName;
  readonly submit: FormRequest;
  /** Whether the user may go on without what is offered. */
  readonly canDecline?: boolean;
  /** What else can be requested here, by the name of the state in which that is pending: another code, say. */
  readonly also?: Readonly<Record<string, FormRequest>>;
}) {
  const others = Object.entries(also);
  return chart.createStateConfig({
    meta: { screen },
    initial: 'editing',
    states: {
      editing: {
        on: {
          [submit.on]: canDecline ? [declined, 'submitting'] : 'submitting',
          'challenge.expired': startOver,
          ...Object.fromEntries(others.map(([state, { on }]) => [on, state])),
        },
      },
      submitting: awaited(submit, canDecline ? { [submit.on]: declined } : {}),
      ...(canDecline && { declining: awaited(submit) }),
      ...Object.fromEntries(others.map(([state, question]) => [state, awaited(question)])),
    },
  });
}
