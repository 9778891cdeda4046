import type { DoneActorEvent } from 'xstate';
import type { Step } from '../../client/step.js';
import { errorKept, stepTaken } from '../form.js';
import type { InitialState } from '../types.js';

/** Where a page that wants to begin elsewhere goes, once it is known who is signed in. */
const begin = (at: InitialState, after: Step['name'], target: string) =>
  ({
    target,
    guard: {
      type: 'beginsAt',
      params: ({ event }: { event: DoneActorEvent<Step> }) => ({ step: event.output, after, at }),
    },
    actions: stepTaken.actions,
  }) as const;

/** Is somebody signed in from an earlier visit? */
export const restoring = {
  meta: { screen: 'loading' },
  tags: 'busy',
  on: { cancel: '#signIn' },
  invoke: {
    src: 'restore',
    onDone: [
      begin('sign-up', 'signIn', '#signUp'),
      begin('forgot-password', 'signIn', '#forgotPassword'),
      begin('totp-setup', 'done', '#totpSetup.starting'),
      stepTaken,
    ],
    onError: { target: '#signIn', ...errorKept },
  },
} as const;
