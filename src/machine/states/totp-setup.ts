import { startingAgain } from '../challenge.js';
import { form, stepTaken, errorKept } from '../form.js';
import { links } from '../links.js';
import { withTicket } from '../ticket.js';

const { states, ...rest } = form({
  screen: 'totp-setup',
  submit: {
    on: 'totpSetup.submit',
    src: 'answer',
    input: withTicket,
  },
  also: startingAgain,
});

/** An authenticator app is enrolled: because sign-in demands it, or because a user who is signed in wants it. */
export const totpSetup = {
  id: 'totpSetup',
  on: {
    'go.signIn': links['go.signIn'],
    'go.signedIn': { target: '#signedIn', guard: 'isSignedIn', actions: ['forgetStep', 'leave'] },
  },
  ...rest,
  states: {
    ...states,
    /** Waits for the key that the app needs. */
    starting: {
      tags: 'busy',
      entry: 'clearError',
      on: { cancel: '#signedIn' },
      invoke: { src: 'setUpTotp', onDone: stepTaken, onError: { target: '#signedIn', ...errorKept } },
    },
  },
} as const;
