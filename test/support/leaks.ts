import type { Place } from './observer.js';

/** Leaks a secret. Runs in the page. */
type Leak = (secret: string) => unknown;

/** Leaks of a secret, by the place where it can then be found. */
export const LEAKS: Readonly<Record<Place, Readonly<Record<string, Leak>>>> = {
  events: {
    'in the detail of an event': (detail) => document.dispatchEvent(new CustomEvent('leak', { detail })),
    'in a field of an event': (leak) => document.dispatchEvent(Object.assign(new Event('leak'), { leak })),
    'in the cause of an error': (secret) =>
      document.dispatchEvent(
        Object.assign(new Event('leak'), { problem: new Error('Leak', { cause: { password: secret } }) }),
      ),
  },
  chart: {
    'in an event of the chart': (leak) => {
      const event = { type: 'signIn.typing', leak } as const;
      document.querySelector('auth-authenticator')!.auth!.send(event);
    },
  },
  state: {
    'in the state of the moment': (leak) =>
      Object.assign(document.querySelector('auth-authenticator')!.auth!.getState(), { leak }),
  },
  localStorage: {
    'as a value': (secret) => localStorage.setItem('leak', JSON.stringify({ secret })),
    'as a key': (secret) => localStorage.setItem(secret, ''),
  },
  sessionStorage: {
    'as a value': (secret) => sessionStorage.setItem('leak', secret),
  },
  indexedDB: {
    'as a record': (secret) =>
      new Promise((resolve, reject) => {
        const opened = indexedDB.open('leak');
        opened.onupgradeneeded = () => opened.result.createObjectStore('leaks').put({ secret }, 1);
        opened.onsuccess = () => {
          opened.result.close();
          resolve(undefined);
        };
        opened.onerror = () => reject(new Error('IndexedDB', { cause: opened.error }));
      }),
  },
  caches: {
    'as the name of a cache': (secret) => caches.open(secret),
    'in the address of a request': async (secret) => {
      const cache = await caches.open('leaks');
      await cache.put(`/leak?secret=${encodeURIComponent(secret)}`, new Response());
    },
    'in a header of a request': async (secret) => {
      const cache = await caches.open('leaks');
      await cache.put(new Request('/asked', { headers: { 'x-leak': secret } }), new Response());
    },
    'in a header of an answer that varies': async (secret) => {
      const cache = await caches.open('leaks');
      await cache.put('/told', new Response(null, { headers: { 'x-leak': secret, vary: 'accept' } }));
    },
    'in an answer': async (secret) => {
      const cache = await caches.open('leaks');
      await cache.put('/answered', Response.json({ secret }));
    },
  },
  cookies: {
    'as a value': (secret) => (document.cookie = `leak=${secret}`),
  },
  address: {
    'in the fragment': (secret) => (location.hash = secret),
    'in the query': (secret) => history.pushState(null, '', `?leak=${secret}`),
    'written with percent signs, beside one that means nothing': (secret) =>
      history.pushState(null, '', `?leak=${secret.replaceAll('-', '%2D')}&discount=5%`),
    'one step back': (secret) => {
      history.pushState(null, '', `?leak=${secret}`);
      history.pushState(null, '', '?');
    },
  },
  history: {
    'in the state': (secret) => history.pushState({ form: { secret } }, ''),
  },
  title: {
    'in the title': (secret) => (document.title = `Code ${secret}`),
  },
  name: {
    'in the name of the window': (secret) => (window.name = secret),
  },
  performance: {
    'in the name of a measurement': (secret) => performance.measure(secret),
    'in the detail of a mark': (secret) => performance.mark('leak', { detail: { secret } }),
  },
  attributes: {
    'on an element': (secret) => document.body.setAttribute('data-leak', secret),
    'in a shadow tree': (secret) =>
      document
        .querySelector('auth-authenticator')!
        .shadowRoot!.firstElementChild!.setAttribute('aria-description', secret),
  },
  console: {
    'in a message': (secret) => console.log('leak', secret),
    'in an object': (secret) => console.debug({ secret }),
  },
  requests: {
    'in an address': (secret) => fetch(`/?leak=${secret}`, { method: 'HEAD' }),
  },
};
