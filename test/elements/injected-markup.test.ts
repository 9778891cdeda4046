import { expect, fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import type { AuthOptions } from '../../src/auth.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import type { AuthSubmitEvent } from '../../src/kit/events/auth-events.js';
import { delivery, never, ticket, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { offerPasskeys } from '../support/offer-passkeys.js';
import { scripted } from '../support/stage.js';
import { User, eventually, focused } from '../support/user.js';

/** The value that an attacker wants to be sent. */
const FAKE = 'mallory@example.com';
const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** A screen with fields. */
interface Case {
  readonly tag: keyof HTMLElementTagNameMap;
  readonly script?: FakeScript;
  readonly options?: AuthOptions;
  /** What a user types, by the label of the field, and the name with which it is sent. */
  readonly typed: Readonly<Record<string, readonly [name: string, value: string]>>;
  readonly button: string;
}

const at = (restore: Step): { readonly script: FakeScript } => ({ script: { restore } });
const CODE = { Code: ['code', '123456'] } as const;
const NEW_PASSWORD = { 'New password': ['new-password', 'Secret-1'] } as const;

const resetPassword = { name: 'resetPassword', username: 'jane' } as const;
const customChallenge = {
  name: 'customChallenge',
  parameters: { question: '2 + 3 = ?' },
  ticket: ticket(),
} as const;
const verifyContact = {
  name: 'verifyContact',
  contacts: [{ name: 'email', destination: 'j***@e***' }],
  remindIn: 0,
  user: person(),
  ticket: ticket(),
} as const;

const SIGN_IN: Case = {
  tag: 'auth-sign-in',
  typed: { Username: ['username', 'jane'], Password: ['password', 'Secret-1'] },
  button: 'Sign in',
};

const CASES: readonly Case[] = [
  SIGN_IN,
  {
    tag: 'auth-sign-up',
    options: { initialState: 'sign-up' },
    typed: {
      Username: ['username', 'jane'],
      Email: ['email', 'jane@example.com'],
      Password: ['new-password', 'Secret-1'],
    },
    button: 'Create account',
  },
  {
    tag: 'auth-confirm-sign-up',
    ...at({ name: 'confirmSignUp', username: 'jane', delivery: delivery() }),
    typed: CODE,
    button: 'Confirm',
  },
  {
    tag: 'auth-confirm-sign-in',
    ...at({ name: 'confirmSignIn', medium: 'email', delivery: delivery(), ticket: ticket() }),
    typed: CODE,
    button: 'Verify',
  },
  {
    tag: 'auth-select-factor',
    ...at({ name: 'selectFactor', factors: ['password', 'sms'], ticket: ticket() }),
    typed: { Password: ['password', 'Secret-1'] },
    button: 'Sign in',
  },
  {
    tag: 'auth-email-setup',
    ...at({ name: 'emailSetup', ticket: ticket() }),
    typed: { Email: ['email', 'jane@example.com'] },
    button: 'Send code',
  },
  {
    tag: 'auth-totp-setup',
    ...at({ name: 'totpSetup', secret: new Secret(KEY), ticket: ticket() }),
    typed: CODE,
    button: 'Verify',
  },
  {
    tag: 'auth-custom-challenge',
    ...at(customChallenge),
    typed: { 'Your answer': ['answer', '5'] },
    button: 'Continue',
  },
  {
    tag: 'auth-new-password',
    ...at({ name: 'newPassword', requiredAttributes: ['name'], ticket: ticket() }),
    typed: { Name: ['name', 'Jane Doe'], ...NEW_PASSWORD },
    button: 'Save and continue',
  },
  {
    tag: 'auth-forgot-password',
    options: { initialState: 'forgot-password' },
    typed: { Username: ['username', 'jane'] },
    button: 'Send code',
  },
  {
    tag: 'auth-reset-password',
    ...at(resetPassword),
    typed: { ...CODE, ...NEW_PASSWORD },
    button: 'Set password',
  },
  {
    tag: 'auth-verify-contact',
    ...at({ ...verifyContact, contact: 'email', delivery: delivery() }),
    typed: CODE,
    button: 'Verify',
  },
];

/** Inserts markup at the start of a place. */
function inject(place: Element, markup: unknown): void {
  const fragment = document.createDocumentFragment();
  render(markup, fragment);
  place.prepend(fragment);
}

/** A form like that of a screen, with inputs for all that is typed there. */
const fakeForm = ({ typed }: Case): unknown =>
  html`<form slot="before-form" id="fake" action="/stolen" method="dialog" data-auth="form">
    ${Object.entries(typed).map(
      ([label, [name]]) => html`<input data-auth="input" name=${name} aria-label="Fake ${label}" />`,
    )}
    <p data-auth="alert" tabindex="-1">Fake</p>
    <div data-auth="secret"><code>FAKE</code></div>
  </form>`;

/** The screen below a provider. `inside`: markup among its children, before the form. */
async function shown({ tag, script, options, typed }: Case, inside: unknown = '') {
  const { auth } = scripted(script, options);
  const page = await fixture<HTMLElement>(html`<main><auth-provider .auth=${auth}></auth-provider></main>`);
  const element = document.createElement(tag);
  inject(element, inside);
  page.querySelector('auth-provider')?.append(element);
  const user = new User(page);
  let sent: AuthSubmitEvent['values'] | undefined;
  page.addEventListener('auth-submit', ({ values }) => (sent = values));
  const form = await eventually(
    () => element.querySelector('form:not(#fake)'),
    () => `<${tag}> is not there.`,
  );
  return {
    element,
    form,
    page,
    user,
    /** Fills in the form. */
    fill: async () => {
      for (const [label, [, value]] of Object.entries(typed)) await user.types(label, value);
    },
    /** Waits until the form is sent, and compares the values with what was typed. */
    sends: async (others: Readonly<Record<string, string>> = {}) => {
      const values = await eventually(
        () => sent,
        () => `Nothing was sent: ${user.view}`,
      );
      const plain = Object.entries(values).map(
        ([name, value]) => [name, value instanceof Secret ? value.reveal() : value] as const,
      );
      expect(Object.fromEntries(plain)).to.deep.equal({ ...Object.fromEntries(Object.values(typed)), ...others });
    },
  };
}

/** An event that replaces every screen with fields. */
const signedIn = () => ({ auth: scripted({ restore: { name: 'done', user: person() } }).auth });

/** The next id, if ids were counted. */
const next = (id: string): string => id.replace(/\d+/, (count) => String(BigInt(count) + 1n));

/** Names of members of a form that the elements, or Lit, could use. */
const MEMBERS = [
  ...['querySelector', 'querySelectorAll', 'reset', 'elements', 'id', 'closest', 'contains', 'requestSubmit'],
  ...['setAttribute', 'removeAttribute', 'insertBefore', 'parentNode', 'nextSibling', 'remove', 'addEventListener'],
] as const;

describe('Markup that was injected into the page', () => {
  for (const screen of CASES) {
    const { tag, typed, button } = screen;
    const names = Object.values(typed).map(([name]) => name);

    it(`adds nothing to what <${tag}> sends, even with the id of the form`, async () => {
      const { element, form, page, user, fill, sends } = await shown(screen);
      const id = form.getAttribute('id');
      const inputs = [...names, 'elements', 'querySelectorAll', 'reset'].map(
        (name) => html`<input type="hidden" slot="before-form" form=${id} name=${name} value=${FAKE} />`,
      );
      inject(page, inputs);
      inject(element, inputs);
      await fill();
      await user.presses('Enter');
      await sends();
    });

    it(`is not used as the form of <${tag}> among its children`, async () => {
      const [first = ''] = Object.keys(typed);
      const { user, fill, sends } = await shown(screen, fakeForm(screen));
      await user.clicks(button);
      await user.isAt(first);
      await fill();
      await user.clicks(button);
      await sends();
    });

    it(`cannot guess an id of <${tag}>, to get its labels, descriptions and button`, async () => {
      const seen = await shown(screen);
      const guesses = [...seen.element.querySelectorAll('[id]')].map(({ tagName, id }) =>
        tagName === 'FORM' ? html`<form id=${next(id)}></form>` : html`<input id=${next(id)} aria-label="Fake" />`,
      );
      await fixture(html`<aside>${guesses}</aside>`);
      const { element, user, fill, sends } = await shown(screen);
      for (const node of element.querySelectorAll('[id]')) expect(document.getElementById(node.id)).to.equal(node);
      for (const label of element.querySelectorAll<HTMLLabelElement>('label')) {
        label.click();
        expect(element.contains(focused()), label.innerText).to.equal(true);
      }
      await fill();
      await user.clicks(button);
      await sends();
    });
  }

  it('cannot keep a password in a form that is left, even with the id of the form', async () => {
    const { element, form, page, user, fill } = await shown(SIGN_IN);
    const id = form.getAttribute('id');
    inject(
      page,
      ['reset', 'querySelectorAll', 'elements'].map((name) => html`<input form=${id} name=${name} />`),
    );
    await fill();
    const password = await user.field('Password');
    Object.assign(element, signedIn());
    await eventually(
      () => !password.value && !element.children.length,
      () => `The form is still there: ${user.view}`,
    );
  });

  it('cannot choose a second factor', async () => {
    const off = { sms: 'disabled', totp: 'enabled', email: 'disabled', passkey: 'disabled' } as const;
    const { auth } = scripted({
      restore: { name: 'done', user: person() },
      account: { mfaPreference: () => Promise.resolve(off) },
    });
    const types = { sms: true, totp: true, optional: true };
    const page = await fixture<HTMLElement>(
      html`<main>
        <auth-provider .auth=${auth}><auth-select-mfa-type .mfaTypes=${types}></auth-select-mfa-type></auth-provider>
      </main>`,
    );
    const user = new User(page);
    const chosen = await user.field('Authenticator app');
    const choices: unknown[] = [];
    page.addEventListener('auth-submit', ({ values }) => choices.push(values['choice']));
    const id = chosen.closest('form')?.getAttribute('id');
    inject(page, html`<input type="hidden" form=${id} name="choice" value="none" />`);
    await user.clicks('Save');
    await eventually(
      () => choices.length,
      () => 'Nothing was sent.',
    );
    expect(choices).to.deep.equal(['totp']);
  });

  it('replaces neither the passkey button nor the autofill of passkeys', async () => {
    offerPasskeys();
    const screen: Case = {
      ...SIGN_IN,
      script: { authFlow: 'USER_AUTH' },
      typed: { Username: ['username', 'jane'] },
    };
    const { form, page, user, fill, sends } = await shown(screen, fakeForm(screen));
    await fill();
    await user.clicks('Sign in with a passkey');
    await sends({ preferred: 'passkey' });
    const suggesting = [...page.querySelectorAll('[autocomplete~=webauthn]')];
    expect(suggesting.map((input) => input.closest('form'))).to.deep.equal([form]);
  });

  it('does not get the next code', async () => {
    const script = { restore: { ...resetPassword, isRequired: true }, forgotPassword: () => never() };
    const screen: Case = { tag: 'auth-reset-password', script, typed: CODE, button: 'Set password' };
    const { user } = await shown(screen, fakeForm(screen));
    await user.clicks('Send a new code');
    await user.isAt('Code');
  });

  it('does not get the code that was sent to a contact', async () => {
    const script = {
      restore: verifyContact,
      answer: { ...verifyContact, contact: 'email', delivery: delivery() },
    } as const;
    const screen: Case = { tag: 'auth-verify-contact', script, typed: CODE, button: 'Verify' };
    const { user } = await shown(screen, fakeForm(screen));
    await user.clicks('Send a code to j***@e***');
    await user.isAt('Code');
  });

  it('does not get the answer to a further challenge', async () => {
    const script = { restore: customChallenge, answer: { ...customChallenge, parameters: { question: '3 + 4 = ?' } } };
    const screen: Case = { ...CASES.find(({ tag }) => tag === 'auth-custom-challenge')!, script };
    const { user, fill } = await shown(screen, fakeForm(screen));
    await fill();
    await user.presses('Enter');
    await user.reads('3 + 4 = ?');
    await user.isAt('Your answer');
    expect((await user.field('Your answer')).value).to.equal('');
  });

  it('is not selected as the key of an authenticator app', async () => {
    const screen = CASES.find(({ tag }) => tag === 'auth-totp-setup')!;
    const { user } = await shown(screen, fakeForm(screen));
    const { clipboard } = navigator;
    const writeText = () => Promise.reject(new DOMException('Not allowed.', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      await user.clicks('Can’t scan it?');
      await user.clicks('Copy');
      await eventually(
        () => getSelection()?.toString().replaceAll(' ', '') === KEY,
        () => `“${getSelection()?.toString() ?? ''}” is selected.`,
      );
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('ticks no rule of a new password', async () => {
    const screen = CASES.find(({ tag }) => tag === 'auth-sign-up')!;
    const { element, user } = await shown(screen, fakeForm(screen));
    const met = () => element.querySelectorAll('[role=img][aria-label="Met:"]').length;
    await user.types('Password', 'a');
    await eventually(
      () => met() === 1,
      () => `${met().toString()} rules are met.`,
    );
    await user.types('Fake Password', 'Secret-1');
    await user.types('Username', 'jane');
    expect(met()).to.equal(1);
  });
});

describe('Fields with the names of properties of every form', () => {
  for (const screen of CASES) {
    it(`are sent by <${screen.tag}>, and removed with the others`, async () => {
      const { element, user, fill, sends } = await shown(screen);
      const added = MEMBERS.map((name) => [
        name,
        { label: `My ${name}`, value: `a ${name}`, added: true, required: true },
      ]);
      Object.assign(element, { fields: Object.fromEntries(added) as unknown });
      await user.field('My remove');
      await fill();
      await user.types('My reset', 'typed');
      const inputs = [...element.querySelectorAll<HTMLInputElement>('input[data-auth]')];
      await user.presses('Enter');
      await sends({ ...Object.fromEntries(MEMBERS.map((name) => [name, `a ${name}`])), reset: 'typed' });
      Object.assign(element, signedIn());
      await eventually(
        () => element.children.length === 0,
        () => `Something is left: ${user.view}`,
      );
      expect(inputs.map(({ value }) => value)).not.to.include.members(['Secret-1', '123456', 'typed']);
    });
  }
});
