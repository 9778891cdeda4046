import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { ticket } from '../../src/testing/fake-client.js';
import { scripted } from '../support/stage.js';
import { User, eventually, focused } from '../support/user.js';

/** An authenticator in something that is opened and closed. */
async function page(markup: (content: unknown) => unknown, autofocus = true) {
  const { auth } = scripted({ signUp: { name: 'confirmSignUp', username: 'jane' } });
  const content = html`<auth-authenticator ?autofocus=${autofocus} .auth=${auth}></auth-authenticator>`;
  const element = await fixture<HTMLElement>(html`<main>${markup(content)}</main>`);
  return { auth, element, user: new User(element) };
}

const dialog = (content: unknown) => html`<dialog>${content}</dialog>`;
const isEmpty = (field: HTMLInputElement) =>
  eventually(
    () => field.value === '',
    () => `It still has the value “${field.value}”.`,
  );

describe('An authenticator in a dialog', () => {
  it('has the focus in its first field when the dialog is opened, and again when it is reopened', async () => {
    const { element, user } = await page(dialog);
    const modal = element.querySelector('dialog')!;
    const form = await eventually(
      () => element.querySelector('form'),
      () => 'There is no form.',
    );
    expect(form.isConnected).to.equal(true);
    modal.showModal();
    await user.isAt('Username');
    modal.close();
    modal.showModal();
    await user.isAt('Username');
  });

  it('takes the focus to its first field when the form comes after the dialog was opened', async () => {
    const { element, user } = await page(() => html`<dialog></dialog>`);
    const modal = element.querySelector('dialog')!;
    modal.showModal();
    const { auth } = scripted();
    modal.append(Object.assign(document.createElement('auth-authenticator'), { auth, autofocus: true }));
    await user.isAt('Username');
  });

  it('does not take the focus where the page does not want that', async () => {
    const { element, user } = await page(() => html`<button>Outside</button>`);
    const button = await user.control('Outside');
    button.focus();
    const { auth } = scripted();
    element.append(Object.assign(document.createElement('auth-authenticator'), { auth }));
    await user.field('Username');
    expect(focused()).to.equal(button);
  });

  for (const [what, markup, hide, show] of [
    [
      'the dialog is closed',
      dialog,
      (main: HTMLElement) => main.querySelector('dialog')!.close(),
      (main: HTMLElement) => main.querySelector('dialog')!.showModal(),
    ],
    [
      'the popover is hidden',
      (content: unknown) => html`<div popover>${content}</div>`,
      (main: HTMLElement) => main.querySelector<HTMLElement>('[popover]')!.hidePopover(),
      (main: HTMLElement) => main.querySelector<HTMLElement>('[popover]')!.showPopover(),
    ],
    [
      'the disclosure is closed',
      (content: unknown) =>
        html`<details>
          <summary>Your account</summary>
          ${content}
        </details>`,
      (main: HTMLElement) => (main.querySelector('details')!.open = false),
      (main: HTMLElement) => (main.querySelector('details')!.open = true),
    ],
    [
      'it is hidden itself',
      (content: unknown) => html`${content}`,
      (main: HTMLElement) => (main.querySelector('auth-authenticator')!.hidden = true),
      (main: HTMLElement) => (main.querySelector('auth-authenticator')!.hidden = false),
    ],
  ] as const) {
    it(`has no password any more when ${what}, but still the name`, async () => {
      const { element, user } = await page(markup);
      show(element);
      await user.types('Username', 'jane');
      await user.types('Password', 'Secret-1');
      const [username, password] = [await user.field('Username'), await user.field('Password')];
      await user.clicks('Show password');
      hide(element);
      await isEmpty(password);
      expect(username.value).to.equal('jane');
      show(element);
      expect((await user.field('Password')).value).to.equal('');
    });
  }
});

describe('A form without an authenticator', () => {
  const parameters = { question: 'Your mother’s maiden name?' };
  for (const [what, tag, label, script] of [
    ['password', 'auth-sign-in', 'Password', {}],
    [
      'answer',
      'auth-custom-challenge',
      'Your answer',
      { restore: { name: 'customChallenge', parameters, ticket: ticket() } },
    ],
  ] as const) {
    it(`has no ${what} any more when the dialog around it is closed`, async () => {
      const { auth } = scripted(script);
      const modal = await fixture<HTMLDialogElement>(html`<dialog></dialog>`);
      modal.append(Object.assign(document.createElement(tag), { auth }));
      modal.showModal();
      const user = new User(modal);
      await user.types(label, 'Secret-1');
      const field = await user.field(label);
      expect(field.value).to.equal('Secret-1');
      modal.close();
      await isEmpty(field);
    });
  }
});
