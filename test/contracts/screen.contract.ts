import { expect } from '@open-wc/testing';
import { AuthError } from '../../src/cognito/errors.js';
import type { AuthErrorCode } from '../../src/cognito/errors.js';
import type { FlowClient } from '../../src/client/auth-client.js';
import { en } from '../../src/text/en.js';
import { never } from '../../src/testing/fake-client.js';
import type { FakeClient, FakeScript } from '../../src/testing/fake-client.js';
import { pseudo, untranslated } from '../support/pseudo.js';
import { descriptionOf } from '../support/description-of.js';
import { eventually, focused, nameOf } from '../support/user.js';
import type { User } from '../support/user.js';
import { arrivalContract, changesEveryWord, shown } from './arrival.contract.js';
import type { ArrivalCase } from './arrival.contract.js';

/** A screen with a form, and what a user does there. */
export interface ScreenCase extends ArrivalCase {
  /** The fields by label: the `autocomplete` token, and what the user types. None: there are only buttons. */
  readonly fields: Readonly<Record<string, readonly [autocomplete: string, typed: string]>>;
  /** The request of the form or choice, and its button. */
  readonly asks: keyof FlowClient;
  readonly button: string;
  /** An error of this screen, and its field, if it has one. */
  readonly error: readonly [code: AuthErrorCode, field?: string];
}

/** What password managers are told. The property of Firefox is empty for words that it does not know. */
const purposeOf = (input: HTMLInputElement) => input.getAttribute('autocomplete') ?? '';

/** The contract of every screen with a form. */
export function screenContract(screen: ScreenCase): void {
  const { tag, fields, asks, button } = screen;
  const [code] = screen.error;
  const isTyped = Object.keys(fields).length > 0;
  const waiting: FakeScript = { [asks]: () => never() };
  const failing: FakeScript = { [asks]: () => Promise.resolve(new AuthError(code)) };

  const fill = async (user: User) => {
    for (const [label, [, typed]] of Object.entries(fields)) await user.types(label, typed);
  };

  /** Fills in the form and presses Enter; without fields, on the button. */
  const enters = async (user: User) => {
    await fill(user);
    if (!isTyped) (await user.control(button)).focus();
    await user.presses('Enter');
  };

  const asked = (client: FakeClient) => client.calls.filter((call) => call === asks).length;

  const isBusy = (element: Element) =>
    eventually(
      () => element.querySelector('form')?.ariaBusy === 'true',
      () => 'The form is not busy.',
    );

  const inputsOf = (element: Element) => [...element.querySelectorAll<HTMLInputElement>('input:not([hidden])')];

  /** The contract of each input, by label. */
  const byLabel = <Fact>(element: Element, fact: (input: HTMLInputElement) => Fact) =>
    Object.fromEntries(inputsOf(element).map((input) => [nameOf(input), fact(input)]));

  arrivalContract(screen, {
    script: waiting,
    use: async (element, user) => {
      await enters(user);
      await isBusy(element);
    },
  });

  describe(`<${tag}>, like every screen with a form,`, () => {
    it('is no landmark, which would end before its button and repeat its heading', async () => {
      const { element } = await shown(screen);
      const named = element.querySelectorAll('form:is([aria-label], [aria-labelledby], [title], [role])');
      expect(named).to.have.length(0);
    });

    it('labels every input, and tells password managers what each is for', async () => {
      const { element } = await shown(screen);
      expect(byLabel(element, purposeOf)).to.deep.equal(
        Object.fromEntries(Object.entries(fields).map(([label, [autocomplete]]) => [label, autocomplete])),
      );
      const inputs = inputsOf(element);
      expect(new Set(inputs.map(({ id }) => id)).size).to.equal(inputs.length);
    });

    it('keeps every input where a password manager can find it', async () => {
      const { element } = await shown(screen);
      expect(element.shadowRoot?.querySelectorAll('input, button, form')).to.have.length(0);
      const forms = element.querySelectorAll('form');
      expect(forms).to.have.length(1);
      const controls = [...element.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input, [type=submit]')];
      for (const control of controls) expect(control.form).to.equal(forms[0]);
      // What no listener hears is not sent either.
      expect(forms[0]?.method).to.equal('dialog');
    });

    it('fires one event and sends one request when the user presses Enter twice, and says that it is busy', async () => {
      const { client, element, user } = await shown(screen, waiting);
      let told = 0;
      element.addEventListener('auth-submit', () => told++);
      await enters(user);
      await isBusy(element);
      await user.presses('Enter');
      await user.presses('Enter');
      expect(told).to.equal(1);
      expect(asked(client)).to.equal(1);
      expect(element.matches(':state(busy)')).to.equal(true);
      expect((await user.control(button)).ariaDisabled).to.equal('true');
    });

    it('sends the request when the user clicks the button', async () => {
      const { client, user } = await shown(screen, waiting);
      await fill(user);
      await user.clicks(button);
      await eventually(
        () => asked(client) === 1,
        () => 'Nothing was asked.',
      );
    });

    if (isTyped) {
      it('says what is missing, and moves the focus there, without a request', async () => {
        const { client, element, user } = await shown(screen);
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

      it('keeps nothing of what was typed when the page removes it', async () => {
        const { element, user } = await shown(screen);
        await fill(user);
        const inputs = inputsOf(element);
        expect(inputs.map(({ value }) => value)).to.deep.equal(Object.values(fields).map(([, typed]) => typed));
        element.remove();
        await eventually(
          () => inputs.every(({ value }) => value === ''),
          () => `There is still ${inputs.map(({ value }) => value).join(', ')}`,
        );
      });

      it('begins with the values of the page, except for passwords and codes', async () => {
        const { element } = await shown(screen);
        element.fields = Object.fromEntries(inputsOf(element).map(({ name }) => [name, { value: '7' }]));
        await element.updateComplete;
        const isSecret = (input: HTMLInputElement) => /password|one-time-code/.test(purposeOf(input));
        expect(byLabel(element, ({ value }) => value)).to.deep.equal(
          byLabel(element, (input) => (isSecret(input) ? '' : '7')),
        );
      });
    }

    it('shows an error at its field, and announces it', async () => {
      const [, label] = screen.error;
      const sentence = en[`error.${code}`];
      const { element, user } = await shown(screen, failing);
      await enters(user);
      await user.reads(sentence);
      await user.hears(sentence);
      if (label) await user.isAt(label);
      const place = focused();
      expect(place && `${descriptionOf(place)}${nameOf(place)}`).to.include(sentence);
      expect(element.matches(':state(failed)')).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('takes the focus for an error from nothing else on the page', async () => {
      let fail = (): void => undefined;
      const answer = new Promise<AuthError>((resolve) => (fail = () => resolve(new AuthError(code))));
      const { element, page, user } = await shown(screen, { [asks]: () => answer });
      await enters(user);
      await isBusy(element);
      const search = document.createElement('input');
      page.prepend(search);
      search.focus();
      fail();
      await user.hears(en[`error.${code}`]);
      expect(search.matches(':focus')).to.equal(true);
    });

    it('shows an error in the other language, too', async () => {
      const set = await shown(screen, failing);
      await enters(set.user);
      await set.user.reads(en[`error.${code}`]);
      await changesEveryWord(set);
    });

    it('has only text from the vocabulary', async () => {
      const { element, page, user } = await shown(screen, failing, { text: pseudo });
      expect(untranslated(page)).to.deep.equal([]);
      element.querySelector<HTMLElement>('[data-auth~=submit], [data-auth~=method]')?.click();
      await eventually(
        () => focused()?.matches('[aria-invalid], [data-auth~=alert]'),
        () => user.view,
      );
      expect(untranslated(page)).to.deep.equal([]);
    });

    it('causes no warning of Lit', async () => {
      await shown(screen);
      // Lit's development build stores its warnings there.
      const issued = (globalThis as { litIssuedWarnings?: ReadonlySet<string | undefined> }).litIssuedWarnings;
      const warnings = [...(issued ?? [])].filter((warning) => warning && !/dev mode|dev-mode/.test(warning));
      expect(warnings).to.deep.equal([]);
    });
  });
}
