import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { AnswerInput } from '../../src/client/auth-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import type { AuthSubmitEvent } from '../../src/kit/events/auth-events.js';
import type { Step } from '../../src/client/step.js';
import { never, ticket, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { scripted, stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

const asks = (parameters: Readonly<Record<string, string>>, username = 'jane') =>
  ({ name: 'customChallenge', parameters, ticket: ticket({ username }) }) as const satisfies Step;
const done = { name: 'done', user: person() } as const;

screenContract({
  tag: 'auth-custom-challenge',
  at: asks({ question: '2 + 3 = ?' }, '7'),
  authFlow: 'CUSTOM_WITHOUT_SRP',
  heading: 'One more question',
  fields: { 'Your answer': ['off', '5'] },
  asks: 'answer',
  button: 'Continue',
  error: ['rejected'],
  focus: 'Your answer',
});

/** The events of the challenges that a page gets. */
function rounds(place: HTMLElement): Readonly<Record<string, string>>[] {
  const heard: Readonly<Record<string, string>>[] = [];
  place.addEventListener('auth-challenge', ({ parameters }) => heard.push(parameters));
  return heard;
}

/** The screen in a page that replaces the question, or hides the field. */
async function ownScreen(script: FakeScript, content: unknown) {
  const { auth, client } = scripted(script);
  const page = await fixture(html`<auth-authenticator .auth=${auth}>${content}</auth-authenticator>`);
  const element = page.querySelector('auth-custom-challenge');
  if (!element) throw new Error('There is no screen of the page.');
  return { client, element, user: new User(page) };
}

describe('<auth-custom-challenge>', () => {
  it('begins again, and blames the answers and not the time, when none of them was accepted', async () => {
    const { user } = await stage({
      restore: asks({ question: '2 + 3 = ?' }),
      answer: new AuthError('challenge-failed'),
    });
    await user.types('Your answer', '6');
    await user.presses('Enter');
    await user.heading('Sign in');
    await user.reads('Your answers were not accepted. Please start again.');
    await user.hears('Your answers were not accepted. Please start again.');
  });

  it('asks the question of the Lambda function, and sends the answer', async () => {
    let sent: AnswerInput | undefined;
    const { user } = await stage({
      restore: asks({ question: 'What is 2 + 3?' }),
      answer: (input) => {
        sent = input;
        return done;
      },
    });
    await user.reads('What is 2 + 3?');
    await user.types('Your answer', ' 5 ');
    await user.presses('Enter');
    await user.reads('Hello');
    expect(sent?.answer?.reveal()).to.equal('5');
  });

  it('announces the question to screen readers', async () => {
    const { user } = await stage({ signIn: asks({ question: 'What is 2 + 3?' }) });
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.hears('What is 2 + 3?');
    await user.isAt('Your answer');
  });

  it('fires an event for each challenge, and clears the answer', async () => {
    const further = [asks({ question: 'And 3 + 4?', round: '2' }), asks({ question: 'And 3 + 4?', round: '3' })];
    const { element, user } = await stage({
      signIn: asks({ question: 'What is 2 + 3?', round: '1' }),
      answer: () => further.shift() ?? done,
    });
    const heard = rounds(element);
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('What is 2 + 3?');
    await user.types('Your answer', '5');
    await user.clicks('Continue');
    await user.reads('And 3 + 4?');
    await user.hears('And 3 + 4?');
    await user.isAt('Your answer');
    expect((await user.field('Your answer')).value).to.equal('');

    await user.types('Your answer', '8');
    await user.presses('Enter');
    await eventually(
      () => heard.length === 3,
      () => JSON.stringify(heard),
    );
    expect((await user.field('Your answer')).value).to.equal('');
    await user.types('Your answer', '7');
    await user.presses('Enter');
    await user.reads('Hello');
    expect(heard).to.deep.equal([
      { question: 'What is 2 + 3?', round: '1' },
      { question: 'And 3 + 4?', round: '2' },
      { question: 'And 3 + 4?', round: '3' },
    ]);
  });

  it('says so when it asks the same question again, as after a wrong answer', async () => {
    const further = [asks({ question: 'What is 2 + 3?' }), asks({ question: 'And 3 + 4?' })];
    const { user } = await stage({
      restore: asks({ question: 'What is 2 + 3?' }),
      answer: () => further.shift() ?? done,
    });
    await user.types('Your answer', '6');
    expect(user.view).not.to.include('once more');
    await user.presses('Enter');
    await user.reads('Please answer once more.');
    await user.hears('Please answer once more. What is 2 + 3?');
    await user.isAt('Your answer');
    await user.types('Your answer', '5');
    await user.presses('Enter');
    await user.hears('And 3 + 4?');
    await user.misses('Please answer once more.');
  });

  it('keeps the answer, and fires no event, when the request failed', async () => {
    const { element, user } = await stage({ restore: asks({ question: '?' }), answer: new AuthError('offline') });
    await user.types('Your answer', '5');
    const heard = rounds(element);
    await user.presses('Enter');
    await user.reads('No connection');
    expect((await user.field('Your answer')).value).to.equal('5');
    expect(heard).to.deep.equal([]);
  });

  it('tells the page only that there is an answer', async () => {
    const { client, element, user } = await stage({ restore: asks({ question: 'Your secret word?' }) });
    element.addEventListener('auth-submit', (event) => event.preventDefault());
    await user.types('Your answer', 'swordfish');
    // The types of oneEvent() do not have our events.
    const [asked] = (await Promise.all([oneEvent(element, 'auth-submit'), user.presses('Enter')])) as unknown as [
      AuthSubmitEvent,
    ];
    expect(asked.screen).to.equal('custom-challenge');
    expect(asked.values['answer']).to.be.instanceOf(Secret);
    expect(JSON.stringify(asked.values)).not.to.include('swordfish');
    expect(client.calls).not.to.include('answer');
  });

  it('shows the parameters of a function as text', async () => {
    const question = '<img src=x onerror="globalThis.hacked = true"><b>bold</b> ${1} {heading}';
    const { element, user } = await stage({ restore: asks({ question, ['__proto__']: 'x', toString: 'y' }) });
    await user.reads(question);
    const screen = element.querySelector('auth-custom-challenge');
    expect(screen?.shadowRoot?.querySelectorAll('img, b')).to.have.length(0);
    expect(screen?.parameters['toString']).to.equal('y');
    expect(globalThis).not.to.have.property('hacked');
  });

  it('shows no more of a question than a page can bear', async () => {
    const { element, user } = await stage({ restore: asks({ question: 'Why? '.repeat(200_000) }) });
    await user.field('Your answer');
    const { innerText = '' } =
      element.querySelector('auth-custom-challenge')?.shadowRoot?.querySelector('section') ?? {};
    expect(innerText.length).to.be.within(1_900, 2_200);
  });

  it('has only the field when the function has no question', async () => {
    const { element, user } = await stage({ restore: asks({}) });
    await user.field('Your answer');
    await expect(element).to.be.accessible();
  });

  it('is replaced by the question of the page', async () => {
    const { element, user } = await ownScreen(
      { restore: asks({ question: 'What is 2 + 3?' }) },
      html`<auth-custom-challenge slot="custom-challenge">
        <p slot="challenge">Count the cats.</p>
      </auth-custom-challenge>`,
    );
    await user.reads('Count the cats.');
    expect(user.view).not.to.include('2 + 3');
    await expect(element).to.be.accessible();
  });

  it('accepts the answer of a widget, without the field', async () => {
    let sent = '';
    const { element, user } = await ownScreen(
      {
        restore: asks({ kind: 'captcha' }),
        answer: ({ answer }) => {
          sent = answer?.reveal() ?? '';
          return done;
        },
      },
      html`<auth-custom-challenge slot="custom-challenge" .fields=${{ answer: { hidden: true } }}>
        <button slot="challenge" type="button">I am no robot</button>
      </auth-custom-challenge>`,
    );
    await user.control('I am no robot');
    expect(element.querySelectorAll('input:not([hidden])')).to.have.length(0);
    expect(user.view).not.to.include('Continue');
    element.querySelector('button')?.addEventListener('click', () => element.answer('token'));
    await user.clicks('I am no robot');
    await user.reads('Hello');
    expect(sent).to.equal('token');
  });

  it('accepts a `Secret` as the answer, and only one at a time', async () => {
    let sent = '';
    const { client, element, user } = await ownScreen(
      {
        restore: asks({}),
        answer: ({ answer }) => {
          sent = answer?.reveal() ?? '';
          return never();
        },
      },
      html`<auth-custom-challenge slot="custom-challenge"></auth-custom-challenge>`,
    );
    await user.field('Your answer');
    element.answer(new Secret('token'));
    element.answer('other');
    expect(client.calls.filter((call) => call === 'answer')).to.have.length(1);
    expect(sent).to.equal('token');
  });

  it('removes the error when a widget answers again', async () => {
    let tries = 0;
    const { element, user } = await ownScreen(
      { restore: asks({}), answer: () => (tries++ ? asks({ round: '2' }) : new AuthError('rejected')) },
      html`<auth-custom-challenge slot="custom-challenge"></auth-custom-challenge>`,
    );
    await user.field('Your answer');
    element.answer('token');
    await user.reads('This was not accepted.');
    element.answer('token');
    await user.misses('This was not accepted.');
  });

  it('keeps the user name for a user who goes back', async () => {
    const { user } = await stage({ authFlow: 'CUSTOM_WITHOUT_SRP', restore: asks({ question: '?' }) });
    await user.reads('jane');
    await user.clicks('Not you?');
    await user.heading('Sign in');
    expect((await user.field('Username')).value).to.equal('jane');
  });
});
