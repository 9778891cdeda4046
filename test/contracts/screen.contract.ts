import { expect, fixture, html } from '@open-wc/testing';
import { AuthError } from '../../src/cognito/errors.js';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import '../../src/define.js';
import type { Auth, AuthOptions } from '../../src/auth.js';
import type { FlowClient } from '../../src/client/auth-client.js';
import { de } from '../../src/text/de.js';
import { en } from '../../src/text/en.js';
import { Text } from '../../src/text/text.js';
import { never } from '../../src/testing/fake-client.js';
import type { FakeClient, FakeScript } from '../../src/testing/fake-client.js';
import { pseudo, untranslated } from '../support/pseudo.js';
import { scripted } from '../support/stage.js';
import { User, descriptionOf, eventually, focused, nameOf } from '../support/user.js';

/** A screen, and what a person does there. */
export interface ScreenCase {
  /** Its element. */
  readonly tag: keyof HTMLElementTagNameMap;
  /** What Cognito answers until the screen is there. */
  readonly script: FakeScript;
  readonly options?: AuthOptions;
  /** Leads to the screen from the one that the script begins with. */
  readonly arrive?: (auth: Auth) => void;
  /** What the heading says in English. */
  readonly heading: string;
  /** The fields by label: what password managers are told, and what the person types. None: there are only buttons. */
  readonly fields: Readonly<Record<string, readonly [autocomplete: string, typed: string]>>;
  /** What is asked when the form is sent or a choice is made, and by which button. */
  readonly asks: keyof FlowClient;
  readonly button: string;
  /** An error that belongs to this screen, and the field it is about, if it is about one. */
  readonly error: readonly [code: AuthErrorCode, field?: string];
  /** Where focus goes when a person comes from another screen. */
  readonly focus: string;
}

/** What holds for every screen that asks for something. */
export function screenContract(screen: ScreenCase): void {
  const { tag, heading, fields, asks, button } = screen;
  const isTyped = Object.keys(fields).length > 0;

  /** The screen alone, below a provider. */
  async function shown(script: FakeScript = {}, { text, dir = 'ltr' }: { text?: Text; dir?: string } = {}) {
    const options = { ...screen.options, ...(text && { text }) };
    const { auth, client } = scripted({ ...screen.script, ...script }, options);
    const page = await fixture(html`<main dir=${dir}><auth-provider .auth=${auth}></auth-provider></main>`);
    const element = document.createElement(tag);
    page.querySelector('auth-provider')?.append(element);
    await eventually(
      () => !auth.getSnapshot().hasTag('busy'),
      () => 'The chart never came to rest.',
    );
    screen.arrive?.(auth);
    await eventually(
      () => element.querySelector('form'),
      () => `<${tag}> is not there.`,
    );
    return { auth, client, element, page, user: new User(page) };
  }

  const fill = async (user: User) => {
    for (const [label, [, typed]] of Object.entries(fields)) await user.types(label, typed);
  };

  /** Fills in the form and presses Enter there; where nothing is typed, on the button. */
  const enters = async (user: User) => {
    await fill(user);
    if (!isTyped) (await user.control(button)).focus();
    await user.presses('Enter');
  };

  const asked = (client: FakeClient) => client.calls.filter((call) => call === asks).length;

  describe(`<${tag}>, like every screen,`, () => {
    it('has one heading, and says its name to those who cannot see it', async () => {
      const { element, user } = await shown();
      await user.heading(heading);
      expect(element.shadowRoot?.querySelectorAll('h1, h2, h3, h4, h5, h6')).to.have.length(1);
      expect(element.querySelector('form')?.getAttribute('aria-label')).to.equal(heading);
    });

    it('is not there before its turn, nor after', async () => {
      const { auth, element, user } = await shown();
      auth.send({ type: 'cancel' });
      auth.send({ type: tag === 'auth-sign-in' ? 'go.signUp' : 'go.signIn' });
      await user.misses(heading);
      expect(element.children).to.have.length(0);
      expect(element.getBoundingClientRect().height).to.equal(0);
    });

    it('labels every input, and tells password managers what each is for', async () => {
      const { element } = await shown();
      const inputs = [...element.querySelectorAll<HTMLInputElement>('input:not([hidden])')];
      expect(Object.fromEntries(inputs.map((input) => [nameOf(input), input.autocomplete]))).to.deep.equal(
        Object.fromEntries(Object.entries(fields).map(([label, [autocomplete]]) => [label, autocomplete])),
      );
      expect(new Set(inputs.map(({ id }) => id)).size).to.equal(inputs.length);
    });

    it('keeps every input where a password manager can find it', async () => {
      const { element } = await shown();
      expect(element.shadowRoot?.querySelectorAll('input, button, form')).to.have.length(0);
      const forms = element.querySelectorAll('form');
      expect(forms).to.have.length(1);
      const controls = [...element.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input, [type=submit]')];
      for (const control of controls) expect(control.form).to.equal(forms[0]);
      expect(forms[0]?.method).to.equal('post');
    });

    it('asks once when somebody presses Enter twice, and says that it is busy', async () => {
      const { client, element, user } = await shown({ [asks]: () => never() });
      await enters(user);
      await user.presses('Enter');
      await eventually(
        () => element.querySelector('form')?.ariaBusy === 'true',
        () => 'The form is not busy.',
      );
      expect(asked(client)).to.equal(1);
      expect(element.matches(':state(busy)')).to.equal(true);
      expect((await user.control(button)).ariaDisabled).to.equal('true');
    });

    it('asks when somebody clicks the button', async () => {
      const { client, user } = await shown({ [asks]: () => never() });
      await fill(user);
      await user.clicks(button);
      await eventually(
        () => asked(client) === 1,
        () => 'Nothing was asked.',
      );
    });

    if (isTyped) {
      it('says what is missing, and goes there, without asking anybody', async () => {
        const { client, element, user } = await shown();
        const [first = ''] = Object.keys(fields);
        await user.types(first, '');
        await user.clicks(button);
        await user.reads(`${first} is missing.`);
        await user.hears(`${first} is missing.`);
        await user.isAt(first);
        const input = await user.field(first);
        expect(input.ariaInvalid).to.equal('true');
        expect(descriptionOf(input)).to.include(`${first} is missing.`);
        expect(asked(client)).to.equal(0);
        await expect(element).to.be.accessible();

        await user.types(first, '1');
        await user.misses(`${first} is missing.`);
      });
    }

    it('tells an error to everybody, where it belongs', async () => {
      const [code, label] = screen.error;
      const sentence = en[`error.${code}`];
      const { element, user } = await shown({ [asks]: () => Promise.resolve(new AuthError(code)) });
      await enters(user);
      await user.reads(sentence);
      await user.hears(sentence);
      if (label) await user.isAt(label);
      const place = focused();
      expect(place && `${descriptionOf(place)}${nameOf(place)}`).to.include(sentence);
      expect(element.matches(':state(failed)')).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('takes the focus when somebody comes from another screen, and not when the page opens', async () => {
      const { auth, user } = await shown();
      if (!screen.arrive) {
        expect(document.activeElement).to.equal(document.body);
        if (tag !== 'auth-sign-in') return;
        auth.send({ type: 'go.signUp' });
        await user.misses(heading);
        auth.send({ type: 'go.signIn' });
      }
      await user.isAt(screen.focus);
    });

    it('can be used by everybody, in both directions of writing', async () => {
      for (const dir of ['ltr', 'rtl']) {
        const { element, page } = await shown({}, { dir });
        await expect(element).to.be.accessible();
        expect(page.scrollWidth).to.be.at.most(page.clientWidth);
      }
    });

    it('changes its words with the language', async () => {
      const { auth, user } = await shown();
      await user.heading(heading);
      auth.text = new Text('de', de);
      await user.misses(heading);
    });

    it('has no word that is not from the vocabulary', async () => {
      const [code] = screen.error;
      const { element, page, user } = await shown(
        { [asks]: () => Promise.resolve(new AuthError(code)) },
        { text: pseudo },
      );
      expect(untranslated(page)).to.deep.equal([]);
      element.querySelector<HTMLElement>('[data-auth~=submit], [data-auth~=method]')?.click();
      await eventually(
        () => focused()?.matches('[aria-invalid], [data-auth~=alert]'),
        () => user.view,
      );
      expect(untranslated(page)).to.deep.equal([]);
    });

    it('lets go of everything when it leaves the page', async () => {
      const { auth } = scripted(screen.script, screen.options);
      let listeners = 0;
      const subscribe = auth.subscribe.bind(auth);
      auth.subscribe = (listener) => {
        listeners++;
        const stop = subscribe(listener);
        return () => {
          listeners--;
          stop();
        };
      };
      for (let round = 0; round < 50; round++) {
        const element = Object.assign(document.createElement(tag), { auth });
        document.body.append(element);
        element.remove();
      }
      expect(listeners).to.equal(0);
    });

    it('gives Lit nothing to warn about', async () => {
      await shown();
      // Lit's development build keeps what it has warned about there.
      const issued = (globalThis as { litIssuedWarnings?: ReadonlySet<string | undefined> }).litIssuedWarnings;
      const warnings = [...(issued ?? [])].filter((warning) => warning && !/dev mode|dev-mode/.test(warning));
      expect(warnings).to.deep.equal([]);
    });
  });
}
