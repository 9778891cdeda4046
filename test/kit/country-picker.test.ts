import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import { Text } from '../../src/text/text.js';
import { scripted } from '../support/stage.js';
import { eventually, focused, nameOf, User } from '../support/user.js';

const CHOSEN = 'Country: Germany, DE +49';
const SEARCH = 'Search by name or code';

/** A form for a new account by phone number, somewhere in the page. */
async function signUp(around: (form: TemplateResult) => TemplateResult = (form) => form, text?: Text) {
  const { auth, client } = scripted({}, { initialState: 'sign-up' });
  const place = await fixture<HTMLElement>(
    html`<div>
      ${around(
        html`<auth-authenticator
          .auth=${auth}
          .text=${text}
          login-mechanisms="phone_number"
          default-country="DE"
        ></auth-authenticator>`,
      )}
    </div>`,
  );
  return { place, client, user: new User(place) };
}

/** What is listed, by the words of each. */
const listed = (root: ParentNode = document): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[role=listbox] [role=option]'),
];

/** The input of the search, which has the focus. */
function search(): HTMLInputElement {
  const input = focused();
  if (!(input instanceof HTMLInputElement)) throw new Error('No input has the focus.');
  return input;
}

/** The option that the search points at. */
const active = (): Element | undefined => {
  const root = search().getRootNode();
  const id = search().getAttribute('aria-activedescendant') ?? '';
  return (root instanceof ShadowRoot ? root : document).getElementById(id) ?? undefined;
};

const pointsAt = (name: string): Promise<unknown> =>
  eventually(
    () => active()?.textContent.replace(/\s+/g, ' ').trim() === name,
    () => `The search points at ${active()?.textContent ?? 'nothing'}, not at “${name}”.`,
  );

const isClosed = (): Promise<unknown> =>
  eventually(
    () => listed().length === 0,
    () => 'The list is still open.',
  );

async function opens(user: User): Promise<void> {
  (await user.control(CHOSEN)).focus();
  await user.presses('Enter');
  await user.isAt(SEARCH);
}

describe('The list of countries', () => {
  it('is a combobox that says what it is, and stands at the chosen country', async () => {
    const { place, user } = await signUp();
    await user.control(CHOSEN);
    await expect(place).to.be.accessible();
    await opens(user);
    await pointsAt('Germany +49');
    const list = document.getElementById(search().getAttribute('aria-controls') ?? '');
    expect(search().role).to.equal('combobox');
    expect(search().getAttribute('aria-autocomplete')).to.equal('list');
    expect(search().getAttribute('aria-expanded')).to.equal('true');
    expect(list?.role).to.equal('listbox');
    expect(listed().length).to.be.greaterThan(200);
    const chosen = listed().filter((option) => option.ariaSelected === 'true');
    expect(chosen).to.deep.equal([active()]);
    const [box, frame] = [chosen[0]!.getBoundingClientRect(), list!.getBoundingClientRect()];
    expect(box.top).to.be.at.least(frame.top);
    expect(box.bottom).to.be.at.most(frame.bottom);
    expect(box.height).to.be.at.least(24);
    await expect(place).to.be.accessible();
  });

  for (const typed of ['austr', '+43', 'AT', 'osterr']) {
    it(`is searched for “${typed}”, and tells how many there are`, async () => {
      const { user } = await signUp();
      await opens(user);
      await user.types(SEARCH, typed);
      await user.hears(typed === 'austr' ? '2 countries' : typed === 'AT' ? 'countries' : '1 country');
      if (typed === 'austr') {
        await pointsAt('Australia +61');
        await user.presses('ArrowDown');
      }
      await pointsAt('Austria +43');
      await user.presses('Enter');
      await user.isAt('Country: Austria, AT +43');
      expect(listed()).to.deep.equal([]);
    });
  }

  // WebKit has ended the composition by then: the code alone tells whose key it is.
  for (const [engine, composing] of [
    ['most browsers', { isComposing: true }],
    ['Safari', { keyCode: 229 }],
  ] as const) {
    it(`stays open on the Enter that ends the composition of a word in ${engine}`, async () => {
      const { user } = await signUp();
      await opens(user);
      await user.types(SEARCH, 'austria');
      await pointsAt('Austria +43');
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...composing });
      search().dispatchEvent(enter);
      expect(enter.defaultPrevented).to.equal(false);
      await pointsAt('Austria +43');
      await user.presses('Enter');
      await user.isAt('Country: Austria, AT +43');
    });
  }

  it('says that nothing was found, and does nothing with it', async () => {
    const { place, client, user } = await signUp();
    await opens(user);
    await user.types(SEARCH, 'atlantis');
    await user.reads('No country found.');
    await user.hears('No country found.');
    expect(search().getAttribute('aria-expanded')).to.equal('false');
    expect(search().hasAttribute('aria-activedescendant')).to.equal(false);
    await user.presses('Enter');
    await user.isAt(SEARCH);
    await expect(place).to.be.accessible();
    await user.presses('Tab');
    await user.isAt('Phone number');
    await user.control(CHOSEN);
    expect(client.calls).not.to.include('signUp');
  });

  it('is walked through with the keys', async () => {
    const { user } = await signUp();
    await opens(user);
    for (const [key, name] of [
      ['End', 'Zimbabwe +263'],
      ['ArrowDown', 'Afghanistan +93'],
      ['ArrowUp', 'Zimbabwe +263'],
      ['PageUp', 'Venezuela +58'],
      ['PageDown', 'Zimbabwe +263'],
      ['Home', 'Afghanistan +93'],
    ] as const) {
      await user.presses(key);
      await pointsAt(name);
    }
    await user.presses('Enter');
    await user.isAt('Country: Afghanistan, AF +93');
  });

  it('is left with Tab, which chooses and goes on', async () => {
    const { user } = await signUp();
    await opens(user);
    await user.types(SEARCH, 'fra');
    await pointsAt('France +33');
    await user.presses('Tab');
    await user.isAt('Phone number');
    await user.control('Country: France, FR +33');
  });

  it('is used with a pointer, and closed by a click beside it', async () => {
    const { user } = await signUp();
    await user.clicks(CHOSEN);
    await user.isAt(SEARCH);
    await user.types(SEARCH, 'spain');
    await pointsAt('Spain +34');
    const { x, y, width, height } = active()!.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await user.isAt('Country: Spain, ES +34');
    await user.clicks('Country: Spain, ES +34');
    await user.isAt(SEARCH);
    await sendMouse({ type: 'click', position: [1, 1] });
    await isClosed();
    await user.clicks('Country: Spain, ES +34');
    await user.isAt(SEARCH);
    await user.clicks('Country: Spain, ES +34');
    await isClosed();
  });

  it('closes with Escape, without a change, and leaves the dialog around it open', async () => {
    let dialogKeys = 0;
    const { place, user } = await signUp(
      (form) => html`<dialog aria-label="Account" @keydown=${() => (dialogKeys += 1)}>${form}</dialog>`,
    );
    const dialog = place.querySelector('dialog')!;
    dialog.showModal();
    await opens(user);
    dialogKeys = 0;
    await user.types(SEARCH, 'fra');
    await pointsAt('France +33');
    const typing = dialogKeys;
    await user.presses('Escape');
    await user.isAt(CHOSEN);
    expect(listed()).to.deep.equal([]);
    expect(dialog.open).to.equal(true);
    expect(dialogKeys).to.equal(typing);
    await user.presses('Escape');
    expect(dialog.open).to.equal(false);
  });

  it('works in a shadow root', async () => {
    const name = 'shadow-of-countries';
    class Shadow extends LitElement {
      form: unknown;
      protected override render(): unknown {
        return this.form;
      }
    }
    if (!customElements.get(name)) customElements.define(name, Shadow);
    const { user } = await signUp((form) => html`<shadow-of-countries .form=${form}></shadow-of-countries>`);
    await opens(user);
    await pointsAt('Germany +49');
    await user.types(SEARCH, '33');
    await pointsAt('France +33');
    await user.presses('Enter');
    await user.isAt('Country: France, FR +33');
  });

  it('runs from right to left where the text does, and calling codes do not', async () => {
    const arabic = new Text('ar', { 'field.country': 'البلد', 'country.search': 'بحث' });
    const { user, place } = await signUp((form) => form, arabic);
    const button = await eventually(
      () => place.querySelector<HTMLElement>('button[popovertarget]'),
      () => user.view,
    );
    button.focus();
    await user.presses('Enter');
    await user.isAt('بحث');
    await user.types('بحث', '٤٩');
    await pointsAt('ألمانيا +49');
    const [country, code] = [...active()!.children].map((part) => part.getBoundingClientRect());
    expect(country!.left).to.be.greaterThan(code!.left);
    expect(getComputedStyle(active()!.lastElementChild!).direction).to.equal('ltr');
    await user.presses('Enter');
    expect(nameOf(focused()!)).to.include('DE +49');
  });

  it('is no part of the form: neither Enter nor what was typed reaches it', async () => {
    const { client, place, user } = await signUp();
    let inputs = 0;
    place.addEventListener('input', () => (inputs += 1));
    await user.types('Phone number', '030 123456');
    const typed = inputs;
    await opens(user);
    expect(search().form).to.equal(null);
    await user.types(SEARCH, 'fra');
    await user.presses('Enter');
    await user.isAt('Country: France, FR +33');
    expect(inputs).to.equal(typed);
    expect(client.calls).not.to.include('signUp');
    expect((await user.field('Phone number')).value).to.equal('030 123456');
  });
});
