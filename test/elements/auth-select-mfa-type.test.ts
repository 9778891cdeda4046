import { expect, oneEvent } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import type { AuthSubmitEvent } from '../../src/kit/events/auth-events.js';
import { delivery, never, ticket } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { stage } from '../support/stage.js';
import { eventually } from '../support/user.js';

const selectMfaType = {
  name: 'selectMfaType',
  purpose: 'use',
  types: ['totp', 'sms', 'email'],
  ticket: ticket({ username: '7' }),
} as const;

screenContract({
  tag: 'auth-select-mfa-type',
  at: selectMfaType,
  heading: 'Choose how to confirm that it is you',
  fields: {},
  asks: 'answer',
  button: 'Authenticator app',
  error: ['too-many-requests'],
  focus: 'Choose how to confirm that it is you',
});

describe('<auth-select-mfa-type>', () => {
  it('offers what Cognito offers, in its order, as a list', async () => {
    const { element, user } = await stage({ restore: { ...selectMfaType, types: ['email', 'totp'] } });
    const list = await eventually(
      () => element.querySelector('[role=list]'),
      () => user.view,
    );
    expect([...list.querySelectorAll('button')].map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Email',
      'Authenticator app',
    ]);
  });

  it('has another text when a second factor is set up', async () => {
    const { element, user } = await stage({
      restore: { ...selectMfaType, purpose: 'setup', types: ['totp', 'email'] },
    });
    await user.heading('Choose a second step for your sign-ins');
    await expect(element).to.be.accessible();
  });

  it('sends the choice, and shows the next screen', async () => {
    let sent: AnswerInput | undefined;
    const { user } = await stage({
      restore: selectMfaType,
      answer: (input) => {
        sent = input;
        return { name: 'confirmSignIn', medium: 'sms', delivery: delivery({ medium: 'sms' }), ticket: ticket() };
      },
    });
    await user.clicks('Text message');
    await user.heading('Enter your code');
    expect(sent?.choice).to.equal('sms');
    expect(sent?.answer).to.equal(undefined);
  });

  it('fires a cancelable event before it sends a choice, and sends nothing when that is canceled', async () => {
    const { client, element, user } = await stage({ restore: selectMfaType });
    element.addEventListener('auth-submit', (event) => event.preventDefault());
    await user.control('Email');
    // The types of oneEvent() do not have our events.
    const [asked] = (await Promise.all([oneEvent(element, 'auth-submit'), user.clicks('Email')])) as unknown as [
      AuthSubmitEvent,
    ];
    expect(asked.screen).to.equal('select-mfa-type');
    expect(asked.values).to.deep.equal({ choice: 'email' });
    expect(client.calls).not.to.include('answer');
  });

  it('sends the metadata that the page adds for Lambda functions', async () => {
    let metadata: unknown;
    const { element, user } = await stage({
      restore: selectMfaType,
      answer: ({ clientMetadata }) => {
        metadata = clientMetadata;
        return { name: 'confirmSignIn', medium: 'totp', ticket: ticket() };
      },
    });
    element.addEventListener('auth-submit', ({ clientMetadata }) => (clientMetadata['captcha'] = 'token'));
    await user.clicks('Authenticator app');
    await user.heading('Enter your code');
    expect(metadata).to.deep.equal({ captcha: 'token' });
  });

  it('ignores a second choice while it is busy, and leaves the focus where it is', async () => {
    const { client, user } = await stage({ restore: selectMfaType, answer: never() });
    await user.clicks('Text message');
    const button = await user.control('Text message');
    await eventually(
      () => button.ariaDisabled === 'true',
      () => 'The screen is not busy.',
    );
    await user.isAt('Text message');
    await user.presses('Enter');
    await user.clicks('Email');
    await user.isAt('Email');
    expect(client.calls.filter((call) => call === 'answer')).to.have.length(1);
  });

  it('removes the error as soon as the user tries again', async () => {
    let tries = 0;
    const { user } = await stage({
      restore: selectMfaType,
      answer: () => (tries++ ? never() : new AuthError('delivery-failed')),
    });
    await user.clicks('Text message');
    await user.reads('We could not send the code.');
    await user.clicks('Email');
    await user.misses('We could not send the code.');
    await user.heading('Choose how to confirm that it is you');
  });

  it('keeps the user name for a user who goes back', async () => {
    const { user } = await stage({ restore: { ...selectMfaType, ticket: ticket() } });
    await user.reads('jane');
    await user.clicks('Back to sign in');
    await user.heading('Sign in');
    expect((await user.field('Username')).value).to.equal('jane');
  });
});
