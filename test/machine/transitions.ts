import { initialTransition, transition } from 'xstate';
import type { StateValue } from 'xstate';
import type { Beginning } from '../../src/auth-state.js';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import type { AuthSnapshot, authMachine } from '../../src/machine/auth-machine.js';
import type { AuthContext, AuthEvent } from '../../src/machine/types.js';
import { user } from '../../src/testing/fake-client.js';
import { FORMS, STEPS } from './forms.js';

/** A transition that the chart has to have: an event in a state, and the state that follows. */
export interface Transition {
  /** The state before, by its path: `signIn.editing`. */
  readonly from: string;
  readonly when: AuthEvent | Settled | Begun;
  readonly to: string;
  /** The context before, where it differs from that of a new page. */
  readonly given?: Partial<AuthContext>;
  /** The context afterwards. */
  readonly then?: Partial<AuthContext>;
  /** The actions. */
  readonly does?: string;
}

/** The response to the request of the current state. */
type Settled = { readonly answer: Step } | { readonly failure: AuthError };

/** The start of the chart, with or without a first step. */
interface Begun {
  readonly beginning: Beginning | undefined;
}

/** The state to which each step leads. */
const ARRIVAL: Readonly<Record<Step['name'], string>> = {
  signIn: 'signIn.editing',
  confirmSignUp: 'confirmSignUp.editing',
  selectFactor: 'selectFactor.editing',
  confirmSignIn: 'confirmSignIn.editing',
  selectMfaType: 'selectMfaType.editing',
  emailSetup: 'emailSetup.editing',
  customChallenge: 'customChallenge.editing',
  totpSetup: 'totpSetup.editing',
  newPassword: 'newPassword.editing',
  resetPassword: 'resetPassword.editing',
  rememberDevice: 'rememberDevice.editing',
  verifyContact: 'verifyContact.editing',
  passkeyPrompt: 'passkeyPrompt.editing',
  done: 'signedIn',
  unsupported: 'unsupported',
};

const failure = (code: AuthErrorCode): AuthError => new AuthError(code);
const WRONG = failure('wrong-code');
const LATE = failure('challenge-expired');
const FAILED = failure('challenge-failed');
const EXPIRED: AuthEvent = { type: 'challenge.expired', error: LATE };
const JANE = { user: user(), step: STEPS.done };
const CLEARED = { error: undefined };
const OUT = { ended: 'user' } as const;

const LINKS = { 'go.signIn': 'signIn', 'go.signUp': 'signUp', 'go.forgotPassword': 'forgotPassword' } as const;

/** The links between screens, from any state without a signed-in user. */
const linksFrom = (
  from: string,
  step?: Step,
  links: readonly (keyof typeof LINKS)[] = ['go.signIn', 'go.signUp', 'go.forgotPassword'],
): readonly Transition[] =>
  links.map((type) => ({
    from,
    given: { step, error: WRONG },
    when: { type, username: 'joan' },
    to: `${LINKS[type]}.editing`,
    then: { username: 'joan', step: undefined, error: undefined },
    does: 'leave',
  }));

/** The transitions that all states of requests have in common. */
const requestFrom = (form: string, state: string, step?: Step): readonly Transition[] => [
  { from: `${form}.${state}`, given: { step }, when: { type: 'cancel' }, to: `${form}.editing` },
  { from: `${form}.${state}`, given: { step }, when: { answer: STEPS.done }, to: 'signedIn', then: JANE },
  {
    from: `${form}.${state}`,
    given: { step },
    when: { failure: WRONG },
    to: `${form}.editing`,
    then: { error: WRONG, step },
  },
  {
    from: `${form}.${state}`,
    given: { step },
    when: { failure: LATE },
    to: 'signIn.editing',
    then: { error: LATE, step: undefined },
    does: 'leave',
  },
];

const formTransitions = Object.entries(FORMS).flatMap(([form, { submit, also = {}, step }]): readonly Transition[] => [
  { from: `${form}.editing`, given: { step, error: WRONG }, when: submit, to: `${form}.submitting`, then: CLEARED },
  { from: `${form}.submitting`, given: { step }, when: submit, to: `${form}.submitting` },
  { from: `${form}.submitting`, given: { step }, when: EXPIRED, to: `${form}.submitting` },
  {
    from: `${form}.editing`,
    given: { step },
    when: EXPIRED,
    to: 'signIn.editing',
    then: { error: LATE, step: undefined, username: 'jane' },
    does: 'leave',
  },
  ...requestFrom(form, 'submitting', step),
  ...Object.entries(also).flatMap(([state, event]): readonly Transition[] => [
    { from: `${form}.editing`, given: { step, error: WRONG }, when: event, to: `${form}.${state}`, then: CLEARED },
    ...requestFrom(form, state, step),
  ]),
  // Whatever is pending.
  ...(also['declining']
    ? [{ from: `${form}.submitting`, given: { step }, when: also['declining'], to: `${form}.declining` }]
    : []),
  ...linksFrom(`${form}.submitting`, step, form === 'totpSetup' ? ['go.signIn'] : undefined),
]);

/** All transitions. */
export const TRANSITIONS: readonly Transition[] = [
  ...Object.values(STEPS).map((answer) => ({ from: 'signIn.submitting', when: { answer }, to: ARRIVAL[answer.name] })),
  ...formTransitions,
  {
    from: 'signIn.submitting',
    when: { answer: STEPS.rememberDevice },
    to: 'rememberDevice.editing',
    then: { user: user() },
  },
  {
    from: 'rememberDevice.submitting',
    given: { user: user(), step: STEPS.rememberDevice },
    when: { failure: LATE },
    to: 'signedIn',
  },
  {
    from: 'customChallenge.submitting',
    given: { step: STEPS.customChallenge },
    when: { failure: FAILED },
    to: 'signIn.editing',
    then: { error: FAILED, step: undefined },
  },
  { from: 'signIn.editing', when: { type: 'signIn.typing' }, to: 'signIn.editing', does: 'prepare' },
  {
    from: 'signIn.submitting',
    when: { answer: STEPS.unsupported },
    to: 'unsupported',
    then: { error: failure('unsupported') },
  },
  ...linksFrom('unsupported', STEPS.unsupported),

  { from: 'opening', when: { beginning: undefined }, to: 'restoring' },
  { from: 'opening', when: { beginning: { step: STEPS.signIn, ended: 'user' } }, to: 'signIn.editing', then: OUT },
  { from: 'opening', when: { beginning: { step: STEPS.done } }, to: 'signedIn', then: JANE },
  { from: 'opening', when: { beginning: { step: STEPS.confirmSignIn } }, to: 'confirmSignIn.editing' },
  { from: 'opening', when: { beginning: { error: WRONG } }, to: 'signIn.editing', then: { error: WRONG } },
  {
    from: 'opening',
    given: { initialState: 'sign-up' },
    when: { beginning: { step: STEPS.signIn } },
    to: 'signUp.editing',
  },

  { from: 'restoring', when: { answer: STEPS.signIn }, to: 'signIn.editing' },
  { from: 'restoring', when: { answer: STEPS.done }, to: 'signedIn', then: JANE },
  { from: 'restoring', when: { failure: WRONG }, to: 'signIn.editing', then: { error: WRONG } },
  { from: 'restoring', when: { type: 'cancel' }, to: 'signIn.editing' },
  {
    from: 'restoring',
    given: { initialState: 'sign-up' },
    when: { answer: STEPS.signIn },
    to: 'signUp.editing',
    then: { step: STEPS.signIn },
  },
  { from: 'restoring', given: { initialState: 'sign-up' }, when: { answer: STEPS.done }, to: 'signedIn' },
  {
    from: 'restoring',
    given: { initialState: 'forgot-password' },
    when: { answer: STEPS.signIn },
    to: 'forgotPassword.editing',
    then: { step: STEPS.signIn },
  },
  {
    from: 'restoring',
    given: { initialState: 'totp-setup' },
    when: { answer: STEPS.done },
    to: 'totpSetup.starting',
    then: JANE,
  },
  { from: 'restoring', given: { initialState: 'totp-setup' }, when: { answer: STEPS.signIn }, to: 'signIn.editing' },

  { from: 'signedIn', given: JANE, when: { type: 'go.totpSetup' }, to: 'totpSetup.starting' },
  { from: 'totpSetup.starting', given: JANE, when: { type: 'cancel' }, to: 'signedIn' },
  { from: 'totpSetup.starting', given: JANE, when: { answer: STEPS.totpSetup }, to: 'totpSetup.editing' },
  { from: 'totpSetup.starting', given: JANE, when: { failure: WRONG }, to: 'signedIn', then: { error: WRONG } },
  {
    from: 'totpSetup.editing',
    given: { ...JANE, step: STEPS.totpSetup },
    when: { type: 'go.signedIn' },
    to: 'signedIn',
    then: { step: undefined },
    does: 'leave',
  },
  {
    from: 'totpSetup.editing',
    given: { step: STEPS.totpSetup },
    when: { type: 'go.signedIn' },
    to: 'totpSetup.editing',
  },
  {
    from: 'totpSetup.submitting',
    given: { ...JANE, step: STEPS.totpSetup },
    when: { failure: LATE },
    to: 'signedIn',
    then: { error: LATE },
  },
  { from: 'totpSetup.editing', given: JANE, when: { type: 'go.signIn' }, to: 'signedIn' },

  {
    from: 'signedIn',
    given: JANE,
    when: { type: 'signOut' },
    to: 'signingOut',
    then: { user: undefined, step: undefined, ended: 'user' },
  },
  { from: 'signIn.editing', when: { type: 'signOut' }, to: 'signIn.editing' },
  { from: 'signingOut', when: { answer: STEPS.signIn }, to: 'signIn.editing' },
  { from: 'signingOut', when: { failure: WRONG }, to: 'signIn.editing' },
  { from: 'signingOut', when: { type: 'cancel' }, to: 'signIn.editing' },

  {
    from: 'signedIn',
    given: JANE,
    when: { type: 'session.ended', reason: 'configuration' },
    to: 'signIn.editing',
    then: { user: undefined, ended: 'configuration', error: failure('configuration') },
  },
  ...([['revoked', failure('session-expired')], ['other-tab']] as const).map(([ended, error]): Transition => ({
    from: 'signedIn',
    given: JANE,
    when: { type: 'session.ended', reason: ended },
    to: 'signIn.editing',
    then: { user: undefined, step: undefined, ended, error },
    does: 'leave',
  })),
  { from: 'confirmSignUp.editing', when: { type: 'session.ended', reason: 'expired' }, to: 'confirmSignUp.editing' },
  {
    from: 'signIn.submitting',
    when: { type: 'session.started', step: STEPS.done },
    to: 'signedIn',
    then: { user: STEPS.done.user, ended: undefined },
    does: 'leave',
  },
  {
    from: 'signIn.editing',
    when: { type: 'step', step: { name: 'confirmSignUp', username: 'joe' } },
    to: 'confirmSignUp.editing',
    then: { username: 'joe' },
    does: 'leave',
  },
  { from: 'signedIn', given: JANE, when: { type: 'step', step: STEPS.confirmSignUp }, to: 'signedIn' },
];

/** A state's value as a path. */
export const pathOf = (value: StateValue): string =>
  typeof value === 'string'
    ? value
    : Object.entries(value)
        .map(([key, inner]) => `${key}.${pathOf(inner ?? {})}`)
        .join();

const valueOf = (path: string): StateValue => {
  const [head = '', ...rest] = path.split('.');
  return rest.length ? { [head]: valueOf(rest.join('.')) } : head;
};

/** The actor that a state of the chart invokes, by its id. */
function requestOf(chart: typeof authMachine, path: string): string | undefined {
  let { root: node } = chart;
  for (const key of path.split('.')) node = node.states[key] ?? node;
  return node.invoke[0]?.id;
}

const eventOf = (chart: typeof authMachine, from: string, when: AuthEvent | Settled): AuthEvent => {
  if ('type' in when) return when;
  const actorId = requestOf(chart, from);
  const event =
    'answer' in when
      ? { type: `xstate.done.actor.${actorId ?? ''}`, actorId, output: when.answer }
      : { type: `xstate.error.actor.${actorId ?? ''}`, actorId, error: when.failure };
  // The type of events does not have those of actors.
  return event as unknown as AuthEvent;
};

/** The state to which a chart really leads, without running an actor. */
export function follow(
  chart: typeof authMachine,
  expected: Transition,
): { snapshot: AuthSnapshot; does: readonly string[] } {
  const context: AuthContext = {
    initialState: 'sign-in',
    step: undefined,
    error: undefined,
    ended: undefined,
    user: undefined,
    username: 'jane',
    ...expected.given,
  };
  const { from, when } = expected;
  const { initialState } = context;
  const [snapshot, actions] =
    'beginning' in when
      ? initialTransition(chart, { initialState, ...(when.beginning && { beginning: when.beginning }) })
      : transition(chart, chart.resolveState({ value: valueOf(from), context }), eventOf(chart, from, when));
  return { snapshot, does: actions.map(({ type }) => type) };
}
