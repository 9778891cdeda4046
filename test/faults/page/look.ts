import { AuthError, createAuth, Secret, Text } from 'auth-elements';
import type { AuthAuthenticator } from 'auth-elements/elements/auth-authenticator';
import { fakeClient, ticket, user } from 'auth-elements/testing';
import type { FakeScript } from 'auth-elements/testing';
import { until } from '../../support/until.js';
import type { Finding, Sink } from './sinks.js';

const POOL = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'client' };
const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const turn = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The responses with which a string gets to its place. */
const SCRIPTS: Readonly<Record<Sink, (text: string) => FakeScript>> = {
  'the words of the page for an error': () => ({ signIn: new AuthError('rejected') }),
  'the vocabulary': () => ({}),
  'the label of a field': () => ({}),
  'the user name in a challenge': (text) => ({
    signIn: { name: 'selectFactor', factors: ['password'], ticket: ticket({ username: text }) },
  }),
  'the name of a signed-in user': (text) => ({ restore: { name: 'done', user: user({ username: text }) } }),
  'an attribute of a signed-in user': (text) => ({
    restore: { name: 'done', user: user({ attributes: { given_name: text } }) },
  }),
  'the destination of a code': (text) => ({
    restore: {
      name: 'confirmSignIn',
      medium: 'email',
      delivery: { medium: 'email', destination: text },
      ticket: ticket(),
    },
  }),
  'the question of a function': (text) => ({
    restore: { name: 'customChallenge', parameters: { question: text, [text]: text }, ticket: ticket() },
  }),
  'the name of a challenge': (text) => ({ restore: { name: 'unsupported', challenge: text } }),
  'the name of an attribute that is required': (text) => ({
    restore: { name: 'newPassword', requiredAttributes: [text], ticket: ticket() },
  }),
  'the issuer of an authenticator app': () => ({
    restore: { name: 'totpSetup', secret: new Secret(KEY), ticket: ticket() },
  }),
};

/** The places to which a sign-in leads. */
const SUBMITTED: readonly Sink[] = ['the words of the page for an error', 'the user name in a challenge'];

const elementsOf = (root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsOf(element.shadowRoot) : []),
  ]);

const readOf = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  const shadow = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
  return [...shadow, ...node.childNodes].map(readOf).join('');
};

function place(sink: Sink, text: string): AuthAuthenticator {
  const words = sink === 'the vocabulary' ? { 'sign-in.heading': text, 'sign-in.submit': text } : {};
  const element = document.createElement('auth-authenticator');
  element.auth = createAuth(POOL, { client: fakeClient(SCRIPTS[sink](text)) });
  element.text = new Text('en', words);
  element.errorMessage = () => text;
  if (sink === 'the label of a field') element.fields = { 'sign-in': { username: { label: text, placeholder: text } } };
  document.querySelector('main')?.append(element);
  return element;
}

const submit = (element: AuthAuthenticator, username: string): void =>
  element.auth?.send({ type: 'signIn.submit', username, password: new Secret('x') });

/** Whether a string has got to its place. */
function isThere(sink: Sink, element: AuthAuthenticator, text: string): boolean {
  if (sink !== 'the issuer of an authenticator app') return readOf(element).includes(text.slice(0, 200));
  const screen = element.querySelector('auth-totp-setup');
  if (screen) screen.issuer = text;
  const link = element.querySelector<HTMLAnchorElement>('a[href^="otpauth:"]');
  return link?.href.includes(encodeURIComponent(text.replace(/[:\p{Cs}]/gu, ''))) ?? false;
}

/** Puts each string into a place, and returns its effects. */
export async function look(sink: Sink, texts: readonly string[]): Promise<readonly Finding[]> {
  const placed = texts.map((text) => ({ text, element: place(sink, text) }));
  if (SUBMITTED.includes(sink)) {
    await until(() => placed.every(({ element }) => element.querySelector('form')), { what: 'a form in each', turn });
    for (const { element, text } of placed) submit(element, text);
  }
  await until(() => placed.every(({ element, text }) => isThere(sink, element, text)), {
    what: 'each at its place',
    turn,
  });
  // Time for scripts to be executed.
  await turn();
  await turn();
  const findings = placed.map(({ element, text }) => ({
    text,
    elements: elementsOf(element)
      .map(({ localName }) => localName)
      .join(' '),
    read: readOf(element),
  }));
  for (const { element } of placed) element.remove();
  return findings;
}

/** The message of an error when the page's own function returns no string. */
export async function answers(): Promise<readonly string[]> {
  const replies: readonly (() => unknown)[] = [
    () => {
      throw new Error('Broken');
    },
    () => ({ toString: () => 'Object' }),
    () => Promise.resolve('Promise'),
    () => 'x'.repeat(1_000_000),
    () => 7,
  ];
  const texts: string[] = [];
  for (const reply of replies) {
    const element = document.createElement('auth-authenticator');
    element.auth = createAuth(POOL, { client: fakeClient({ signIn: new AuthError('offline') }) });
    Reflect.set(element, 'errorMessage', reply);
    document.querySelector('main')?.append(element);
    await until(() => element.querySelector('form'), { what: 'a form', turn });
    submit(element, 'jane');
    await until(() => element.querySelector('[data-auth=alert]'), { what: 'an alert', turn });
    texts.push(element.querySelector('[data-auth=alert]')?.textContent ?? '');
    element.remove();
  }
  return texts;
}
