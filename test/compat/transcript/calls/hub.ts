import type { Call } from '../call.js';
import type { Capsule, Listener } from '../subject.js';
import { PASSWORD } from './common.js';

export const HUB: readonly Call[] = [
  {
    title: 'Hub.listen hears a capsule of Auth',
    call: async ({ Auth, Hub }) => {
      const capsules: Capsule[] = [];
      Hub.listen('auth', (capsule) => void capsules.push(capsule));
      await Auth.signOut();
      return capsules;
    },
  },
  {
    title: 'Hub.listen hears what an app dispatches',
    call: ({ Hub }) => {
      const capsules: Capsule[] = [];
      Hub.listen('shop', (capsule) => void capsules.push(capsule));
      Hub.dispatch('shop', { event: 'open', data: { till: 1 }, message: 'The shop is open' }, 'Shop');
      return capsules;
    },
  },
  {
    title: 'Hub.listen with an object',
    call: ({ Hub }) => {
      const capsules: Capsule[] = [];
      Hub.listen('shop', { onHubCapsule: (capsule) => void capsules.push(capsule) }, 'a name');
      Hub.dispatch('shop', { event: 'open', message: 'The shop is open' });
      return capsules;
    },
  },
  {
    title: 'Hub.listen with a regular expression',
    call: ({ Hub }) => {
      const capsules: Capsule[] = [];
      const stop = Hub.listen(/shop (\w+) is (\w+)/, (capsule) => void capsules.push(capsule));
      Hub.dispatch('shop', { event: 'open', message: 'The shop North is open' });
      Hub.dispatch('shop', { event: 'rent', message: 'Nothing about it' });
      stop();
      Hub.dispatch('shop', { event: 'open', message: 'The shop South is open' });
      return capsules;
    },
  },
  { title: 'Hub.listen without a listener', call: ({ Hub }) => Hub.listen('shop') },
  {
    title: 'Hub.listen with an object that is no listener',
    // What an app without types can do.
    call: ({ Hub }) => Hub.listen('shop', {} as { onHubCapsule: Listener }),
  },
  {
    title: 'Hub.listen with a listener that throws, and one behind it',
    call: ({ Hub }) => {
      const events: string[] = [];
      Hub.listen('shop', () => {
        throw new Error('Out of order');
      });
      Hub.listen('shop', ({ payload }) => void events.push(payload.event));
      Hub.dispatch('shop', { event: 'open' });
      return events;
    },
  },
  {
    title: 'Hub.listen answers a function that stops it',
    call: ({ Hub }) => {
      const events: string[] = [];
      const stop = Hub.listen('shop', ({ payload }) => void events.push(payload.event));
      Hub.dispatch('shop', { event: 'open' });
      stop();
      Hub.dispatch('shop', { event: 'close' });
      return events;
    },
  },
  {
    title: 'Hub.remove stops a listener',
    call: ({ Hub }) => {
      const events: string[] = [];
      const hear = ({ payload }: Capsule): void => void events.push(payload.event);
      Hub.listen('shop', hear);
      Hub.dispatch('shop', { event: 'open' });
      Hub.remove('shop', hear);
      Hub.dispatch('shop', { event: 'close' });
      return events;
    },
  },
  {
    title: 'Hub.dispatch comes before the promise of Auth settles',
    call: async ({ Auth, Hub }) => {
      const order: string[] = [];
      Hub.listen('auth', ({ payload }) => void order.push(payload.event));
      await Auth.signIn('jane', PASSWORD);
      order.push('settled');
      return order;
    },
  },
];
