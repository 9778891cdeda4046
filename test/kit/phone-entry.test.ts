import { expect } from '@open-wc/testing';
import type { SignUpInput } from '../../src/client/auth-client.js';
import '../../src/define.js';
import type { AuthAuthenticator } from '../../src/elements/auth-authenticator.js';
import { countryIn, e164 } from '../../src/kit/phone/phone-numbers.js';
import { regionOf } from '../../src/kit/phone/region.js';
import { Text } from '../../src/text/text.js';
import { de } from '../../src/text/de.js';
import { delivery } from '../../src/testing/fake-client.js';
import { stage } from '../support/stage.js';
import { Told } from '../support/told.js';
import { eventually } from '../support/user.js';

/** The choice of a country as browsers fill it in, once it is there. */
const choice = (element: Element): Promise<HTMLSelectElement> =>
  eventually(
    () => element.querySelector<HTMLSelectElement>('select[autocomplete=tel-country-code]'),
    () => 'There is no choice of a country.',
  );

/** A form for a new account by phone number, and what it sends. */
async function signUp(attributes: Readonly<Record<string, string>> = {}, mechanisms = 'phone_number') {
  const inputs: SignUpInput[] = [];
  const { element, user, auth } = await stage(
    {
      signUp: (input) => {
        inputs.push(input);
        return { name: 'confirmSignUp', username: input.username, delivery: delivery() };
      },
    },
    '',
    { initialState: 'sign-up' },
  );
  const all = { 'login-mechanisms': mechanisms, ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  await user.heading('Create an account');
  return { auth, element, inputs, user };
}

async function sends(element: AuthAuthenticator, user: Awaited<ReturnType<typeof signUp>>['user'], typed: string) {
  await choice(element);
  await user.types('Phone number', typed);
  await user.types('Password', 'Secret-1');
  await user.presses('Enter');
  await user.heading('Confirm your account');
}

describe('A phone number', () => {
  for (const [typed, country, sent] of [
    ['0612345678', 'FR', '+33612345678'],
    ['+49 30 123456', 'FR', '+4930123456'],
    ['0049 30 123456', 'FR', '+4930123456'],
    ['0049 30 123456', 'US', '+4930123456'],
    ['011 49 30 123456', 'US', '+4930123456'],
    ['(030) 12 34 56', 'DE', '+4930123456'],
    ['+49 (0)30 12 34 56', 'DE', '+4930123456'],
    ['030/123456', 'DE', '+4930123456'],
    ['06 1234567', 'IT', '+39061234567'],
    ['8 916 123-45-67', 'RU', '+79161234567'],
    ['٠٣٠١٢٣٤٥٦', 'DE', '+4930123456'],
    ['०३०१२३४५६', 'DE', '+4930123456'],
    ['\u202a+49\u00a030\u00a0123456\u202c', 'US', '+4930123456'],
    ['(0049) 30 123456', 'US', '+4930123456'],
    ['(+49) 30 123456', 'US', '+4930123456'],
    ['tel:+49-30-123456', 'US', '+4930123456'],
    ['(555) 555-0100', 'US', '+15555550100'],
    ['Tel. +49 30 123456', 'US', '+4930123456'],
    ['030 123456 (work)', 'DE', '+4930123456'],
    ['030 1234a56', 'DE', undefined],
    ['Room 5, 030 123456', 'DE', undefined],
    ['jane', 'DE', undefined],
    ['', 'DE', undefined],
  ] as const) {
    it(`“${typed}” in ${country} is ${sent ?? 'none'}`, () => {
      expect(e164(typed, country)).to.equal(sent);
    });
  }

  it('is in the country of its calling code, which is the one chosen where countries share it', () => {
    expect(countryIn('+49 30 123456', 'FR')).to.equal('DE');
    expect(countryIn('+44 7400 123456', 'FR')).to.equal('GB');
    expect(countryIn('+44 7400 123456', 'JE')).to.equal('JE');
    expect(countryIn('+1 416 555 0100', 'FR')).to.equal('CA');
    expect(countryIn('030 123456', 'FR')).to.equal('FR');
    expect(countryIn('', 'FR')).to.equal('FR');
  });

  it('is where the browser is at home, unless the page says more', () => {
    expect(regionOf(['de', 'fr-CH'])).to.equal('CH');
    expect(regionOf(['de'])).to.equal('DE');
    expect(regionOf(['no language!'])).to.equal(undefined);
  });
});

describe('The choice of a country', () => {
  it('begins with the country of the page, names all in the language of the text, and sends E.164', async () => {
    const { element, inputs, user } = await signUp({ 'default-country': 'de' });
    const select = await choice(element);
    expect(select.value).to.equal('DE');
    expect(select.selectedOptions[0]?.textContent.trim()).to.equal('Germany (\u2066+49\u2069)');
    expect(select.options.length).to.be.greaterThan(200);
    expect((await user.field('Phone number')).autocomplete).to.equal('username');
    await user.control('Country: Germany, DE +49');
    await sends(element, user, '(030) 12 34 56');
    expect(inputs[0]?.username).to.equal('+4930123456');
    expect(inputs[0]?.attributes).to.deep.equal({ phone_number: '+4930123456' });
  });

  it('speaks the language of the text', async () => {
    const { element, user } = await signUp({ 'default-country': 'DE' });
    element.text = new Text('de', de);
    await user.control('Land: Deutschland, DE +49');
    const select = await choice(element);
    expect(select.selectedOptions[0]?.textContent.trim()).to.equal('Deutschland (\u2066+49\u2069)');
  });

  it('is made with the keyboard, and holds for what was typed and for the next form', async () => {
    const { element, inputs, user } = await signUp({ 'default-country': 'DE' });
    await choice(element);
    await user.types('Phone number', '06 12 34 56 78');
    (await user.control('Country: Germany, DE +49')).focus();
    await user.presses('Enter');
    await user.isAt('Search by name or code');
    await user.types('Search by name or code', 'fra');
    await user.presses('Enter');
    await user.isAt('Country: France, FR +33');
    expect((await user.field('Phone number')).value).to.equal('06 12 34 56 78');
    await user.clicks('Sign in');
    await user.heading('Sign in');
    expect((await choice(element)).value).to.equal('FR');
    await user.clicks('Create an account');
    await user.heading('Create an account');
    await sends(element, user, '06 12 34 56 78');
    expect(inputs[0]?.username).to.equal('+33612345678');
  });

  it('follows a number that was pasted with its calling code, which stays as it is', async () => {
    const { element, user } = await signUp({ 'default-country': 'FR' });
    const select = await choice(element);
    await user.types('Phone number', '0049 30 123456');
    await eventually(
      () => select.value === 'DE',
      () => `The choice is ${select.value}.`,
    );
    expect((await user.field('Phone number')).value).to.equal('0049 30 123456');
  });

  it('gives a number with another calling code the one that is chosen then, and keeps its digits', async () => {
    const { element, inputs, user } = await signUp({ 'default-country': 'FR' });
    await choice(element);
    await user.types('Phone number', '+49 30 123456');
    await user.clicks('Country: Germany, DE +49');
    await user.types('Search by name or code', 'austria');
    await user.presses('Enter');
    await eventually(
      async () => (await user.field('Phone number')).value === '30123456',
      () => user.view,
    );
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Confirm your account');
    expect(inputs[0]?.username).to.equal('+4330123456');
  });

  it('is filled in by browsers, as the number is', async () => {
    const { element, inputs, user } = await signUp({ 'default-country': 'US' }, 'username phone_number');
    const select = await choice(element);
    const field = await user.field('Phone number');
    expect(field.autocomplete).to.equal('tel-national');
    // As browsers fill in: the value, then the events.
    for (const [control, value] of [
      [select, 'DE'],
      [field, '030 123456'],
    ] as const) {
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await user.types('Username', 'jane');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Confirm your account');
    expect(inputs[0]?.attributes).to.deep.equal({ phone_number: '+4930123456' });
  });

  it('stands beside a field for an address as soon as a number is typed there', async () => {
    const { element, inputs, user } = await signUp({ 'default-country': 'DE' }, 'email phone_number');
    const label = 'Email or phone number';
    await user.types(label, 'jane');
    await element.updateComplete;
    expect(element.querySelector('select')).to.equal(null);
    await user.types(label, '030 12 34 56');
    await choice(element);
    await user.isAt(label);
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Confirm your account');
    expect(inputs[0]?.attributes).to.deep.equal({ phone_number: '+4930123456' });
  });

  it('says what is not a number, and keeps it', async () => {
    const { element, inputs, user } = await signUp({ 'default-country': 'DE' });
    await choice(element);
    await user.types('Phone number', '12');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.reads('This is not a complete phone number.');
    await user.isAt('Phone number');
    expect((await user.field('Phone number')).value).to.equal('12');
    expect(inputs).to.have.length(0);
  });

  it('tells the developer which country there is not, and goes on', async () => {
    const told = new Told();
    const { element } = await signUp({ 'default-country': 'Germany' });
    expect((await choice(element)).value).to.equal('US');
    expect(await told.has('error: "default-country" must be two letters of ISO 3166-1')).to.equal(1);
    told.stop();
  });

  it('stands in the sign-in of a pool for phone numbers, and in no other', async () => {
    const { element, user, client } = await stage({ signIn: { name: 'signIn' } });
    await user.field('Username');
    expect(element.querySelector('select')).to.equal(null);
    element.setAttribute('login-mechanisms', 'phone_number');
    element.setAttribute('default-country', 'DE');
    await choice(element);
    await user.types('Phone number', '030 123456');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await eventually(
      () => client.calls.includes('signIn'),
      () => user.view,
    );
    expect((await user.field('Phone number')).value).to.equal('030 123456');
  });
});
