import { expect, oneEvent } from '@open-wc/testing';
import type { SignInInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import type { AuthSubmitEvent } from '../../src/kit/events/auth-events.js';
import { ticket, user as person } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

screenContract({
  tag: 'auth-sign-in',
  at: 'sign-in',
  heading: 'Sign in',
  fields: { Username: ['username', 'jane'], Password: ['current-password', 'Secret-1'] },
  asks: 'signIn',
  button: 'Sign in',
  error: ['credentials', 'Password'],
  focus: 'Username',
});

const done = { name: 'done', user: person() } as const;

describe('<auth-sign-in>', () => {
  it('sends the user name without surrounding spaces, and the password exactly as it was typed', async () => {
    let sent: readonly unknown[] = [];
    const { user } = await stage({
      signIn: ({ username, password }) => {
        sent = [username, password?.reveal()];
        return done;
      },
    });
    await user.types('Username', ' jane ');
    await user.types('Password', ' pass word ');
    await user.presses('Enter');
    await user.reads('Hello');
    expect(sent).to.deep.equal(['jane', ' pass word ']);
  });

  it('reads what a password manager filled in without an event', async () => {
    let sent = '';
    const { user } = await stage({
      signIn: ({ username, password }) => {
        sent = `${username} ${password?.reveal()}`;
        return done;
      },
    });
    (await user.field('Username')).value = 'jane';
    (await user.field('Password')).value = 'Secret-1';
    await user.clicks('Sign in');
    await user.reads('Hello');
    expect(sent).to.equal('jane Secret-1');
  });

  it('loads what the sign-in needs as soon as the user begins to type', async () => {
    const { client, user } = await stage();
    await user.field('Username');
    expect(client.calls).not.to.include('prepare');
    await user.types('Username', 'j');
    await eventually(
      () => client.calls.includes('prepare'),
      () => 'Nothing was prepared.',
    );
  });

  it('shows the password on request, and masks it when it is sent', async () => {
    const { user } = await stage({ signIn: new AuthError('offline') });
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.clicks('Show password');
    const password = await user.field('Password');
    await eventually(
      () => password.type === 'text',
      () => 'The password is still masked.',
    );
    expect((await user.control('Show password')).ariaPressed).to.equal('true');
    password.focus();
    await user.presses('Enter');
    await user.reads('No connection');
    expect(password.type).to.equal('password');
    expect(password.value).to.equal('Secret-1');
  });

  it('points out a space around a password that was refused, and around no other', async () => {
    const { user } = await stage({ signIn: new AuthError('credentials') });
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('The username or password is not right.');
    expect(user.view).not.to.include('space');
    await user.types('Password', 'Secret-1 ');
    await user.presses('Enter');
    await user.reads('The password you typed begins or ends with a space.');
  });

  it('removes the password with its form', async () => {
    const { auth, element, user } = await stage();
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    const password = await user.field('Password');
    auth.send({ type: 'go.signUp' });
    await user.heading('Create an account');
    await eventually(
      () => !password.value,
      () => 'The password is still there.',
    );
    expect(element.querySelector('auth-sign-in')).to.equal(null);
  });

  it('keeps what was typed when the page moves it', async () => {
    const { element, user } = await stage();
    await user.types('Password', 'Secret-1');
    const place = document.createElement('div');
    element.after(place);
    place.append(element);
    await element.updateComplete;
    expect((await new User(place).field('Password')).value).to.equal('Secret-1');
  });

  it('keeps the user name when the user goes to another screen and back', async () => {
    const { user } = await stage();
    await user.types('Username', 'jane');
    await user.clicks('Forgot password?');
    await user.heading('Reset your password');
    expect((await user.field('Username')).value).to.equal('jane');
    await user.clicks('Back to sign in');
    await user.heading('Sign in');
    expect((await user.field('Username')).value).to.equal('jane');
    await user.isAt('Password');
  });

  it('fires a cancelable event before it sends a request, and sends nothing when that is canceled', async () => {
    const { client, element, user } = await stage({ signIn: done });
    element.addEventListener('auth-submit', (event) => event.preventDefault());
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    // The types of oneEvent() do not have our events.
    const [asked] = (await Promise.all([oneEvent(element, 'auth-submit'), user.presses('Enter')])) as unknown as [
      AuthSubmitEvent,
    ];
    expect(asked.screen).to.equal('sign-in');
    expect(asked.values['username']).to.equal('jane');
    expect(asked.values['password']).to.be.instanceOf(Secret);
    expect(JSON.stringify(asked.values)).not.to.include('Secret-1');
    expect(client.calls).not.to.include('signIn');
  });

  it('sends the metadata that the page adds for Lambda functions', async () => {
    let metadata: unknown;
    const { element, user } = await stage({
      signIn: ({ clientMetadata }) => {
        metadata = clientMetadata;
        return done;
      },
    });
    element.addEventListener('auth-submit', ({ clientMetadata }) => (clientMetadata['captcha'] = 'token'));
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('Hello');
    expect(metadata).to.deep.equal({ captcha: 'token' });
  });

  it('uses the response of the page instead of a request to Cognito', async () => {
    const { client, element, user } = await stage();
    element.addEventListener('auth-submit', (event) =>
      event.respondWith(Promise.resolve({ name: 'confirmSignIn', medium: 'totp', ticket: ticket() })),
    );
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Enter your code');
    expect(client.calls).not.to.include('signIn');
  });

  it('submits by Enter with content of the page between the fields and the button', async () => {
    const { client, element, user } = await stage({ signIn: done });
    await user.types('Username', 'jane');
    const screen = element.querySelector('auth-sign-in');
    screen?.append(
      Object.assign(document.createElement('p'), { slot: 'before-submit', textContent: 'Solve a riddle' }),
    );
    await user.reads('Forgot password? Solve a riddle Sign in');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('Hello');
    expect(client.calls.filter((call) => call === 'signIn')).to.have.length(1);
  });

  it('has a field for what users sign in with in this pool', async () => {
    const { element, user } = await stage();
    element.setAttribute('login-mechanisms', 'email phone_number');
    await user.field('Email or phone number');
    element.setAttribute('login-mechanisms', 'email');
    const email = await user.field('Email');
    expect([email.type, email.inputMode, email.autocomplete]).to.deep.equal(['email', 'email', 'username']);
  });

  it('accepts a phone number, however it is typed', async () => {
    const names: string[] = [];
    const signIn = ({ username }: SignInInput) => {
      names.push(username);
      return new AuthError('credentials');
    };
    for (const [mechanisms, label] of [
      ['username phone_number', 'Username or phone number'],
      ['email phone_number', 'Email or phone number'],
    ] as const) {
      const { element, user } = await stage({ signIn });
      element.setAttribute('login-mechanisms', mechanisms);
      await user.types(label, '+49 (30) 901-820');
      await user.types('Password', 'Secret-1');
      await user.presses('Enter');
      await user.reads(`${label} or password is not right.`);
    }
    expect(names).to.deep.equal(['+4930901820', '+4930901820']);
  });

  it('says what identifies a user where that or the password is wrong', async () => {
    const { element, user } = await stage({ signIn: new AuthError('credentials') });
    element.setAttribute('login-mechanisms', 'email');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.hears('Email or password is not right.');
    element.fields = { 'sign-in': { username: { label: 'Staff number' } } };
    element.setAttribute('login-mechanisms', 'username');
    await user.types('Staff number', '4711');
    await user.presses('Enter');
    await user.hears('Staff number or password is not right.');
  });

  for (const [mechanism, label, typed, sentence] of [
    ['username', 'Username', '', 'Username is missing.'],
    ['email', 'Email', 'jane', 'This is not a complete email address.'],
    ['phone_number', 'Phone number', '030', 'This is not a complete phone number.'],
  ] as const) {
    it(`says what is wrong with "${typed}" as ${label}`, async () => {
      const { client, element, user } = await stage();
      element.setAttribute('login-mechanisms', mechanism);
      if (typed) await user.types(label, typed);
      await user.types('Password', 'Secret-1');
      await user.presses('Enter');
      await user.hears(sentence);
      expect(client.calls).not.to.include('signIn');
    });
  }

  it('leads who has forgotten the password to another one, where the name is asked for first', async () => {
    const { element, user } = await stage({ authFlow: 'USER_AUTH' });
    await user.types('Username', 'jane');
    element.hide = ['forgot-password'];
    await user.misses('Forgot password?');
    element.hide = undefined;
    await user.clicks('Forgot password?');
    await user.heading('Reset your password');
    expect((await user.field('Username')).value).to.equal('jane');
  });

  it('begins with the factor that the page prefers, with all others one button away', async () => {
    const inputs: SignInInput[] = [];
    const { element, user } = await stage({
      authFlow: 'USER_AUTH',
      signIn: (input) => {
        inputs.push(input);
        return new AuthError('credentials');
      },
    });
    await user.control('Continue');
    for (const [factor, button] of [
      ['sms', 'Sign in with a text message'],
      ['passkey', 'Sign in with a passkey'],
      ['email', 'Sign in with email'],
    ] as const) {
      element.preferredFactor = factor;
      await user.control(button);
    }
    await expect(element).to.be.accessible();
    await user.types('Username', 'jane');
    await user.presses('Enter');
    await user.hears('not right');
    await user.clicks('Sign in with email');
    await eventually(
      () => inputs.length === 2,
      () => user.view,
    );
    await user.clicks('Other ways to sign in');
    await eventually(
      () => inputs.length === 3,
      () => user.view,
    );
    expect(inputs.map(({ preferred }) => preferred)).to.deep.equal(['email', 'email', undefined]);
  });

  it('has the fields that the page sets', async () => {
    const { element, user } = await stage();
    element.fields = { 'sign-in': { password: { label: 'Passphrase', placeholder: 'four words', order: -1 } } };
    const field = await user.field('Passphrase');
    expect(field.placeholder).to.equal('four words');
    await user.reads('Passphrase Forgot password? Username');
  });

  it('says that the account was confirmed', async () => {
    const { user } = await stage({ restore: { name: 'signIn', username: 'jane', notice: 'confirmed' } });
    await user.reads('Your account is confirmed. Please sign in.');
  });

  it('asks for the identifier alone where it decides who signs the user in, and for the password when nobody else does', async () => {
    const sent: (string | undefined)[] = [];
    const discovery = { 'example.com': 'ExampleCorp' };
    const { element, user } = await stage({
      signIn: ({ username, password, discovery: given }) => {
        sent.push(username, password?.reveal(), given === discovery ? 'discovery' : undefined);
        return password ? done : { name: 'signIn', username, asksPassword: true };
      },
    });
    element.discovery = discovery;
    await user.sees('Continue');
    await user.types('Username', 'jane');
    await user.presses('Enter');
    await user.isAt('Password');
    expect((await user.field('Username')).value).to.equal('jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('Hello');
    expect(sent).to.deep.equal(['jane', undefined, 'discovery', 'jane', 'Secret-1', 'discovery']);
  });
});
