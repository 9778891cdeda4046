import type { InitialState } from '../../auth-state.js';
import type { Step } from '../../client/step.js';
import { errorKept, stepTaken } from '../form.js';

/** A page that says so begins elsewhere, once it is known who is signed in. */
const begin = (at: InitialState, after: Step['name'], target: string) =>
  ({ target, guard: { type: 'beginsAt', params: { at, after } } }) as const;

/** Is it known already where the page is? */
export const opening = {
  meta: { screen: 'loading' },
  always: [{ guard: 'hasBegun', target: 'first' }, 'restoring'],
} as const;

/** Is a session kept from an earlier visit? */
export const restoring = {
  meta: { screen: 'loading' },
  tags: 'busy',
  on: { cancel: '#signIn' },
  invoke: {
    src: 'restore',
    onDone: { target: 'first', actions: stepTaken.actions },
    onError: { target: '#signIn', ...errorKept },
  },
} as const;

/** Where the page begins. */
export const first = {
  meta: { screen: 'loading' },
  always: [
    begin('sign-up', 'signIn', '#signUp'),
    begin('forgot-password', 'signIn', '#forgotPassword'),
    begin('totp-setup', 'done', '#totpSetup.starting'),
    { guard: 'hasStep', target: '#next' },
    '#signIn',
  ],
} as const;
