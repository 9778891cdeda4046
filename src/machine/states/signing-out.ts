import { stepTaken } from '../form.js';
import { chart } from '../setup.js';

/** The session is being removed. From here on, no user is signed in, whatever the network does. */
export const signingOut = chart.createStateConfig({
  id: 'signingOut',
  meta: { screen: 'loading' },
  tags: 'busy',
  entry: 'forgetUser',
  on: { cancel: '#signIn' },
  invoke: {
    src: 'signOut',
    input: ({ event }) => (event.type === 'signOut' ? event : {}),
    onDone: stepTaken,
    onError: '#signIn',
  },
});
