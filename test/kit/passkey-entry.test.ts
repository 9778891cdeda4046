import { expect } from '@open-wc/testing';
import type { AnswerInput, SignInInput } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { never, ticket, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { offerPasskeys } from '../support/offer-passkeys.js';
import { stage } from '../support/stage.js';
import { eventually, focused, nameOf } from '../support/user.js';

const BUTTON = 'Sign in with a passkey';
const done = { name: 'done', user: person() } as const;
const taken: Step = { name: 'selectFactor', factors: ['passkey'], ticket: ticket() };

/** A response that a test gives. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((given) => (resolve = given));
  return { promise, resolve };
}

offerPasskeys();

const present = async (script: FakeScript = {}, content: unknown = '') =>
  stage({ authFlow: 'USER_AUTH', ...script }, content);

describe('signing in by a passkey', () => {
  it('is offered beside the form where users may have one, and nowhere else', async () => {
    const { element, user } = await present();
    await user.control(BUTTON);
    await expect(element).to.be.accessible();
    for (const authFlow of ['USER_SRP_AUTH', 'CUSTOM_WITHOUT_SRP'] as const) {
      const other = await stage({ authFlow });
      await other.user.field('Username');
      await other.user.types('Username', 'jane');
      expect(other.user.view).not.to.include(BUTTON);
      expect(other.client.calls).not.to.include('offerPasskey');
    }
  });

  it('is not offered where the page turns it off', async () => {
    const { auth, client, element, user } = await present();
    element.hide = ['passkey'];
    auth.send({ type: 'go.signUp' });
    auth.send({ type: 'go.signIn' });
    await user.types('Username', 'jane');
    await user.misses(BUTTON);
    expect((await user.field('Username')).autocomplete).to.equal('username');
    expect(client.calls.filter((call) => call === 'offerPasskey').length).to.be.at.most(1);
  });

  it('is not offered in a browser without passkeys', async () => {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'PublicKeyCredential');
    Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
    try {
      const { client, user } = await present({ signIn: taken });
      await user.types('Username', 'jane');
      await user.clicks('Continue');
      await user.heading('Use your passkey');
      expect(client.calls).not.to.include('offerPasskey');
    } finally {
      if (descriptor) Object.defineProperty(globalThis, 'PublicKeyCredential', descriptor);
    }
  });

  it('needs a user name', async () => {
    const { client, user } = await present();
    await user.clicks(BUTTON);
    await user.reads('Username is missing.');
    await user.isAt('Username');
    expect(client.calls).not.to.include('signIn');
  });

  it('asks for the passkey of the user whose name was typed', async () => {
    let sent: SignInInput | undefined;
    const { user } = await present({
      signIn: (input) => {
        sent = input;
        return done;
      },
    });
    await user.types('Username', ' jane ');
    await user.clicks(BUTTON);
    await user.reads('Hello');
    expect(sent?.username).to.equal('jane');
    expect(sent?.preferred).to.equal('passkey');
  });

  it('is not preferred after Enter, or the other button', async () => {
    const sent: SignInInput[] = [];
    const { user } = await present({
      signIn: (input) => {
        sent.push(input);
        return new AuthError('offline');
      },
    });
    await user.control(BUTTON);
    await user.types('Username', 'jane');
    await user.presses('Enter');
    await user.reads('No connection');
    await user.clicks('Continue');
    await eventually(
      () => sent.length === 2,
      () => 'Nothing was sent again.',
    );
    expect(sent.map(({ preferred }) => preferred)).to.deep.equal([undefined, undefined]);
  });

  it('fires a cancelable event first', async () => {
    const { client, element, user } = await present();
    const asked: unknown[] = [];
    element.addEventListener('auth-submit', (event) => {
      asked.push(event.values);
      event.preventDefault();
    });
    await user.types('Username', 'jane');
    await user.clicks(BUTTON);
    await eventually(
      () => asked.length,
      () => 'The page was not asked.',
    );
    expect(asked).to.deep.equal([{ username: 'jane', preferred: 'passkey' }]);
    expect(client.calls).not.to.include('signIn');
  });

  it('shows a spinner on its own button', async () => {
    const { element, user } = await present({ signIn: never() });
    await user.types('Username', 'jane');
    await user.clicks(BUTTON);
    const spinners = () =>
      [...element.querySelectorAll<HTMLElement>('[data-auth=spinner]')].filter(({ offsetWidth }) => offsetWidth);
    await eventually(
      () => spinners().length,
      () => 'Nothing turns.',
    );
    expect(spinners().map((spinner) => nameOf(spinner.closest('button') ?? spinner))).to.deep.equal([BUTTON]);
  });

  it('shows no error when the user cancels', async () => {
    const { element, user } = await present({ signIn: new AuthError('cancelled') });
    await user.types('Username', 'jane');
    await user.clicks(BUTTON);
    await user.reads('Cancelled.');
    await user.hears('Cancelled.');
    expect(element.querySelector('[data-auth=alert]')).to.equal(null);
    expect(element.querySelector('auth-sign-in')?.matches(':state(failed)')).to.equal(false);
    expect(nameOf(focused() ?? document.body)).to.equal(BUTTON);
    expect((await user.field('Username')).value).to.equal('jane');
    await expect(element).to.be.accessible();
  });
});

describe('the passkey by autofill', () => {
  it('is offered as long as the form is shown', async () => {
    let signal: AbortSignal | undefined;
    const { auth, client, user } = await present();
    client.offerPasskey = (_, given) => {
      signal = given;
      return never();
    };
    await eventually(
      () => signal,
      () => 'Nothing is offered.',
    );
    expect((await user.field('Username')).autocomplete).to.equal('username webauthn');
    expect(signal?.aborted).to.equal(false);
    auth.send({ type: 'go.signUp' });
    await user.heading('Create an account');
    expect(signal?.aborted).to.equal(true);
  });

  for (const [what, end] of [
    [
      'the user signs in by another factor',
      async ({ user }) => {
        await user.types('Username', 'jane');
        await user.presses('Enter');
      },
    ],
    ['the form leaves the page', async ({ element }) => element.remove()],
  ] as const satisfies readonly (readonly [
    string,
    (stage: Awaited<ReturnType<typeof present>>) => Promise<unknown>,
  ])[]) {
    it(`is withdrawn when ${what}`, async () => {
      const signals: AbortSignal[] = [];
      const place = await present({ signIn: never() });
      place.client.offerPasskey = (_, signal) => {
        if (signal) signals.push(signal);
        return never();
      };
      await eventually(
        () => signals[0],
        () => 'Nothing is offered.',
      );
      await end(place);
      await eventually(
        () => signals[0]?.aborted,
        () => 'It is still offered.',
      );
      expect(signals).to.have.length(1);
    });
  }

  it('signs in the user who chooses it, and is busy meanwhile', async () => {
    const offer = deferred<Step>();
    const end = deferred<Step>();
    let sent: AnswerInput | undefined;
    const { element, user } = await present({
      offerPasskey: offer.promise,
      answer: (input) => {
        sent = input;
        return end.promise;
      },
    });
    const events: unknown[] = [];
    element.addEventListener('auth-submit', ({ values }) => events.push(values));
    await user.control(BUTTON);
    offer.resolve(taken);
    await eventually(
      () => element.querySelector('form')?.ariaBusy === 'true',
      () => 'The form is not busy.',
    );
    end.resolve(done);
    await user.reads('Hello');
    expect(sent?.choice).to.equal('passkey');
    expect(events).to.deep.equal([{ username: 'jane', preferred: 'passkey' }]);
  });

  it('continues where Cognito has another challenge', async () => {
    const { user } = await present({
      offerPasskey: taken,
      answer: { name: 'confirmSignIn', medium: 'totp', ticket: ticket() },
    });
    await user.heading('Enter your code');
  });

  it('shows its error, and is offered again', async () => {
    const offers = [taken];
    const { client, user } = await present({
      offerPasskey: () => offers.shift() ?? never(),
      answer: new AuthError('offline'),
    });
    await user.reads('No connection');
    await eventually(
      () => client.calls.filter((call) => call === 'offerPasskey').length === 2,
      () => client.calls.join(),
    );
  });

  it('starts again after a timeout, and not after a final error', async () => {
    const answers = [new AuthError('challenge-expired'), new AuthError('passkey-unavailable')];
    const { client, user } = await present({ offerPasskey: () => answers.shift() ?? never() });
    await eventually(
      () => !answers.length,
      () => client.calls.join(),
    );
    await user.types('Username', 'jane');
    expect(client.calls.filter((call) => call === 'offerPasskey')).to.have.length(2);
    expect(user.view).not.to.include('too long');
  });

  it('is not used when the page cancels it', async () => {
    const offer = deferred<Step>();
    const { client, element, user } = await present({ offerPasskey: offer.promise });
    element.addEventListener('auth-submit', (event) => event.preventDefault());
    await user.control(BUTTON);
    offer.resolve(taken);
    await offer.promise;
    await user.field('Username');
    expect(client.calls).not.to.include('answer');
  });
});
