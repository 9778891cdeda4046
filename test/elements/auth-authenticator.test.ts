import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { AuthAuthenticator } from '../../src/elements/auth-authenticator.js';
import type { AuthScreenChangeEvent, AuthSignedInEvent, AuthSignedOutEvent } from '../../src/kit/events/auth-events.js';
import { never, ticket, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { departureContract } from '../contracts/departure.contract.js';
import { scripted, stage } from '../support/stage.js';
import { User } from '../support/user.js';

const done = { name: 'done', user: person({ attributes: { given_name: 'Jane' } }) } as const;

describe('<auth-authenticator>', () => {
  for (const [what, script, seen] of [
    ['while it is loading', { restore: never() }, 'Cancel'],
    ['with a screen', { signIn: never() }, 'Forgot password?'],
  ] as const satisfies readonly (readonly [string, FakeScript, string])[]) {
    describe(what, () => {
      departureContract(
        'auth-authenticator',
        async () => scripted(script),
        async (_, user) => user.control(seen),
      );
    });
  }

  it('leads from a wrong password and the second factor to the app', async () => {
    const { client, element, user } = await stage(
      {
        signIn: ({ password }) =>
          password?.reveal() === 'right'
            ? { name: 'confirmSignIn', medium: 'totp', ticket: ticket() }
            : new AuthError('credentials'),
        answer: ({ answer }) => (answer?.reveal() === '123456' ? done : new AuthError('wrong-code')),
      },
      html`<p>App</p>`,
    );

    await user.types('Username', 'jane');
    await user.types('Password', 'wrong');
    await user.presses('Enter');
    await user.reads('The username or password is not right.');

    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.heading('Enter your code');
    await expect(element).to.be.accessible();

    await user.types('Code', '123 456');
    await user.presses('Enter');
    await user.sees('App');
    await user.reads('Hello, Jane');
    expect(client.calls.filter((call) => call !== 'prepare')).to.deep.equal(['restore', 'signIn', 'signIn', 'answer']);
  });

  it('says nothing of a screen that fails to load after the user has left it', async () => {
    const { element, user } = await stage({});
    await user.heading('Sign in');
    const { loaders } = AuthAuthenticator;
    let fail = (_: Error): void => undefined;
    const loading = new Promise((_, reject) => (fail = reject));
    AuthAuthenticator.loaders = { 'auth-sign-up': () => loading };
    try {
      await user.clicks('Create an account');
      await user.heading('Create an account');
      await user.clicks('Sign in');
      await user.heading('Sign in');
      fail(new Error('Offline'));
      await loading.catch(() => undefined);
      await element.updateComplete;
      expect(user.view).not.to.include('No connection');
    } finally {
      AuthAuthenticator.loaders = loaders;
    }
  });

  it('hides the app before the sign-in, and again after the sign-out', async () => {
    const { user } = await stage({ signIn: done }, html`<p>Secret plans</p>`);
    await user.heading('Sign in');
    expect(user.view).not.to.include('Secret plans');

    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.sees('Secret plans');

    await user.clicks('Sign out');
    await user.misses('Secret plans');
    await user.heading('Sign in');
  });

  it('has no content of a template in the page before the sign-in, nor after the sign-out', async () => {
    const { auth, element, user } = await stage(
      { signIn: done },
      html`<template><p id="plans">Secret plans</p></template>`,
    );
    await user.heading('Sign in');
    expect(document.querySelector('#plans')).to.equal(null);

    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.sees('Secret plans');
    expect(element.querySelectorAll('#plans')).to.have.length(1);

    auth.signOut();
    await user.misses('Secret plans');
    expect(document.querySelector('#plans')).to.equal(null);
  });

  it('shows the child with which a page replaces a screen', async () => {
    const { user } = await stage({}, html`<h2 slot="sign-in">Our own door</h2>`);
    await user.reads('Our own door');
    expect(user.view).not.to.include('Username');
  });

  it('takes the words that a framework sets as a property for what they say, and for no more', async () => {
    const { element, user } = await stage();
    Object.assign(element, { hide: 'forgot-password', loginMechanisms: 'email phone_number' });
    await user.field('Email or phone number');
    await user.field('Password');
    await user.misses('Forgot password?');
    await user.sees('Create an account');
  });

  it('greets without a bar when the page hides the greetings', async () => {
    const { element, user } = await stage({ restore: done }, html`<p>App</p>`);
    element.setAttribute('hide', 'greetings');
    await user.sees('App');
    await user.misses('Hello');
  });

  it('fires one event when a user signs in, and one when they sign out', async () => {
    const { auth, element, user } = await stage({ signIn: done });
    const told: string[] = [];
    for (const type of ['auth-signed-in', 'auth-signed-out', 'auth-screen-change', 'auth-error'] as const) {
      element.addEventListener(type, () => told.push(type));
    }
    await user.heading('Sign in');
    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    const [signedIn] = (await Promise.all([oneEvent(element, 'auth-signed-in'), user.presses('Enter')])) as unknown as [
      AuthSignedInEvent,
    ];
    expect(signedIn.user.username).to.equal('jane');

    const left = oneEvent(element, 'auth-signed-out') as unknown as Promise<AuthSignedOutEvent>;
    auth.signOut();
    expect((await left).reason).to.equal('user');
    await user.heading('Sign in');
    expect(told.filter((type) => type !== 'auth-screen-change')).to.deep.equal(['auth-signed-in', 'auth-signed-out']);
  });

  it('fires the event of a sign-out once it is done, and not before: the page may be left then', async () => {
    let answer: (step: Step) => void = () => undefined;
    const signOut = new Promise<Step>((resolve) => (answer = resolve));
    const { auth, element, user } = await stage({ restore: done, signOut });
    const told: string[] = [];
    element.addEventListener('auth-signed-out', ({ reason }) => told.push(reason));
    await user.heading('Hello, Jane');
    auth.signOut();
    await user.misses('Hello, Jane');
    expect(told).to.deep.equal([]);
    answer({ name: 'signIn' });
    await user.heading('Sign in');
    expect(told).to.deep.equal(['user']);
  });

  it('fires one event for a sign-in that a prompt follows', async () => {
    const device = { name: 'rememberDevice', user: person(), ticket: { username: 'jane' } } as const;
    const { element, user } = await stage({ signIn: device, answer: () => ({ name: 'done', user: person() }) });
    let told = 0;
    element.addEventListener('auth-signed-in', () => told++);
    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.clicks('Not now');
    await user.heading('Hello, jane');
    expect(told).to.equal(1);
  });

  it('fires an event with both screens when one replaces another', async () => {
    const { auth, element, user } = await stage();
    await user.heading('Sign in');
    const changed = oneEvent(element, 'auth-screen-change') as unknown as Promise<AuthScreenChangeEvent>;
    auth.send({ type: 'go.signUp' });
    const { screen, previous } = await changed;
    expect([previous, screen]).to.deep.equal(['sign-in', 'sign-up']);
  });

  it('shows no error whose event the page has canceled', async () => {
    const { element, user } = await stage({ signIn: new AuthError('credentials') });
    element.addEventListener('auth-error', (event) => event.preventDefault());
    await user.types('Username', 'jane');
    await user.types('Password', 'wrong');
    await Promise.all([oneEvent(element, 'auth-error'), user.presses('Enter')]);
    await user.control('Sign in');
    expect(user.view).not.to.include('not right');
  });

  it('shows an error with the message of the page', async () => {
    const { element, user } = await stage({ signIn: new AuthError('rejected', { cause: new Error('Not from here') }) });
    element.errorMessage = (_, { cause }) => (cause instanceof Error ? cause.message : undefined);
    await user.types('Username', 'jane');
    await user.types('Password', 'x');
    await user.presses('Enter');
    await user.reads('Not from here');
  });

  it('fires the events of one Auth once, however many elements share it', async () => {
    const { auth } = scripted({ signIn: done });
    let told = 0;
    const outer = await fixture(html`
      <auth-provider .auth=${auth} @auth-signed-in=${() => told++}>
        <auth-authenticator></auth-authenticator>
        <auth-sign-in></auth-sign-in>
      </auth-provider>
    `);
    const user = new User(outer.querySelector('auth-authenticator') ?? outer);
    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.reads('Hello, Jane');
    expect(told).to.equal(1);
  });

  it('lets a user stop waiting after three seconds', async () => {
    const { auth, user } = await stage({ signIn: never() });
    await user.types('Username', 'jane');
    await user.types('Password', 'right');
    await user.presses('Enter');
    await user.clicks('Cancel');
    await user.misses('Cancel');
    expect(auth.getState().isBusy).to.equal(false);
  });

  it('lets a user who has waited three seconds for a stored session go to the sign-in', async () => {
    const { auth, element, user } = await stage({ restore: never() });
    await user.misses('Cancel');
    const cancel = await user.control('Cancel');
    await user.hears('This takes longer than usual.');
    await expect(element).to.be.accessible();
    cancel.focus();
    await user.presses('Enter');
    await user.isAt('Username');
    await user.hears('Sign in');
    expect(auth.getState().isBusy).to.equal(false);
  });

  it('lets a user who has waited three seconds for the sign-out continue', async () => {
    const { auth, user } = await stage({ restore: done, signOut: never() });
    await user.heading('Hello, Jane');
    auth.signOut();
    await user.misses('Cancel');
    await user.clicks('Cancel');
    await user.heading('Sign in');
  });

  it('has the language of the page around it', async () => {
    const { auth } = scripted();
    const part = await fixture(html`<div><auth-authenticator lang="de-AT" .auth=${auth}></auth-authenticator></div>`);
    const user = new User(part);
    await user.heading('Anmelden');
    part.querySelector<AuthAuthenticator>('auth-authenticator')?.setAttribute('lang', 'en');
    await user.heading('Sign in');
  });
});
