import { expect } from '@open-wc/testing';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import type { AuthSubmitEvent } from '../../src/kit/events/auth-events.js';
import type { ScreenFields } from '../../src/kit/context/settings.js';
import { delivery, ticket, user as jane } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { descriptionOf } from '../support/description-of.js';
import { eventually, nameOf } from '../support/user.js';
import { stage } from '../support/stage.js';
import { Told } from '../support/told.js';

/** The labels of the fields, from above. */
const labels = (root: Element): readonly string[] => [...root.querySelectorAll('input:not([hidden])')].map(nameOf);

/** The form for a new account, with the changes of a page, and what it is about to send. */
async function signUp(fields: ScreenFields) {
  const submitted: AuthSubmitEvent[] = [];
  const sent = { name: 'confirmSignUp', username: 'jane', delivery: delivery() } as const;
  const { element, user, client } = await stage({ signUp: sent }, '', { initialState: 'sign-up' });
  element.fields = { 'sign-up': fields };
  element.addEventListener('auth-submit', (event) => submitted.push(event));
  await user.heading('Create an account');
  await element.updateComplete;
  return { element, user, submitted, client };
}

describe('Fields that a page adds', () => {
  it('stand above the password, which comes last', async () => {
    const { element, user } = await signUp({
      given_name: { required: true, added: true },
      'custom:plan': { type: 'text', label: 'Plan' },
    });
    await user.field('First name');
    expect(labels(element)).to.deep.equal(['Username', 'Email', 'First name', 'Plan (optional)', 'Password']);
  });

  it('stand where their `order` says', async () => {
    const { element, user } = await signUp({
      given_name: { added: true, order: -1 },
      family_name: { added: true, order: 99 },
    });
    await user.field('First name (optional)');
    expect(labels(element)).to.deep.equal([
      'First name (optional)',
      'Username',
      'Email',
      'Password',
      'Last name (optional)',
    ]);
  });

  it('are secret where their name is that of a secret, whatever their type', async () => {
    const { user, submitted } = await signUp({
      old_password: { type: 'text', label: 'Old password' },
      code: { type: 'text', label: 'Voucher' },
    });
    expect((await user.field('Old password (optional)')).type).to.equal('password');
    await user.types('Old password (optional)', 'Secret-0');
    await user.types('Voucher (optional)', '4711');
    await user.types('Username', 'jane');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.heading('Confirm your account');
    const { values } = submitted[0]!;
    expect(values['old_password']).to.be.instanceOf(Secret);
    expect(values['code']).to.be.instanceOf(Secret);
  });
});

describe('Changes to a field that a form does not have', () => {
  it('add nothing where the flow asks for no password', async () => {
    const submitted: AuthSubmitEvent[] = [];
    const { element, user } = await stage({ authFlow: 'USER_AUTH', signIn: { name: 'signIn' } });
    element.fields = { 'sign-in': { password: { label: 'Passphrase' } } };
    element.addEventListener('auth-submit', (event) => submitted.push(event));
    await user.types('Username', 'jane');
    expect(labels(element)).to.deep.equal(['Username']);
    await user.presses('Enter');
    await eventually(
      () => submitted.length,
      () => 'Nothing is submitted.',
    );
    expect(Object.keys(submitted[0]?.values ?? {})).to.deep.equal(['username']);
  });

  it('add nothing to a sign-up, and the console is told how to add it', async () => {
    const told = new Told();
    const { element } = await signUp({ nickname: { label: 'What to call you' } });
    expect(labels(element)).to.deep.equal(['Username', 'Email', 'Password']);
    expect(
      await told.has('error: "nickname" in "fields" of <auth-sign-up> is not a field of this form: to add it'),
    ).to.equal(1);
    told.stop();
  });
});

describe('A password that has to be typed twice', () => {
  const added = { confirm_password: { added: true } };
  const forms: readonly (readonly [screen: string, script: FakeScript, label: string])[] = [
    ['sign-up', {}, 'Password'],
    ['new-password', { restore: { name: 'newPassword', requiredAttributes: [], ticket: ticket() } }, 'New password'],
    ['reset-password', { restore: { name: 'resetPassword', username: 'jane' } }, 'New password'],
  ];
  for (const [screen, script, label] of forms) {
    it(`is sent when both are the same: ${screen}`, async () => {
      const submitted: AuthSubmitEvent[] = [];
      const { element, user } = await stage(script, '', { initialState: screen === 'sign-up' ? 'sign-up' : 'sign-in' });
      element.fields = { [screen]: added };
      element.addEventListener('auth-submit', (event) => {
        submitted.push(event);
        event.preventDefault();
      });
      await user.field('Confirm password');
      for (const [name, value] of [
        ['Username', 'jane'],
        ['Email', 'jane@example.com'],
        ['Code', '123456'],
      ] as const) {
        if (labels(element).includes(name)) await user.types(name, value);
      }
      await user.types(label, 'Secret-1');
      await user.types('Confirm password', 'Secret-2');
      await user.presses('Enter');
      await user.reads('The two passwords are not the same.');
      await user.isAt('Confirm password');
      expect(submitted).to.have.length(0);
      await expect(element).to.be.accessible();
      await user.types('Confirm password', 'Secret-1');
      await user.presses('Enter');
      await eventually(
        () => submitted.length,
        () => `Nothing is submitted: ${user.view}`,
      );
      expect(submitted[0]?.values['confirm_password']).to.be.instanceOf(Secret);
    });
  }
});

describe('What a page finds wrong with a form', () => {
  it('comes too late after an `await`, which the console is told', async () => {
    const told = new Told();
    const { element, user } = await signUp({});
    const asked = Promise.resolve();
    element.addEventListener('auth-submit', (event) => {
      event.preventDefault();
      void asked.then(() => event.fail({ field: 'username', message: 'This name is reserved.' }));
    });
    await user.types('Username', 'admin');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    expect(await told.has('warning: fail() of "auth-submit" has no effect once the listener has returned')).to.equal(1);
    told.stop();
  });

  it('stands at the field, is announced and has the focus; and nothing is sent until it is mended', async () => {
    const { element, user, client } = await signUp({});
    element.addEventListener('auth-submit', (event) => {
      const name = event.values['username'];
      if (name === 'admin') event.fail({ field: 'username', message: 'This name is reserved.' });
    });
    await user.types('Username', 'admin');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.hears('This name is reserved.');
    await user.isAt('Username');
    const field = await user.field('Username');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(field)).to.equal('This name is reserved.');
    expect(client.calls).not.to.include('signUp');
    await expect(element).to.be.accessible();
    await user.types('Username', 'jane');
    await user.misses('This name is reserved.');
    await user.presses('Enter');
    await user.heading('Confirm your account');
  });

  it('stands above the form where it is about all of it, or about a field that is not there', async () => {
    const { element, user } = await signUp({});
    element.addEventListener('auth-submit', (event) => event.fail({ message: 'Please accept the terms.' }), {
      once: true,
    });
    await user.types('Username', 'jane');
    await user.types('Email', 'jane@example.com');
    await user.types('Password', 'Secret-1');
    await user.presses('Enter');
    await user.hears('Please accept the terms.');
    await user.isAt('Please accept the terms.');
    element.addEventListener('auth-submit', (event) => event.fail({ field: 'terms', message: 'Still not.' }), {
      once: true,
    });
    await user.clicks('Create account');
    await user.reads('Still not. Username');
    await user.clicks('Create account');
    await user.heading('Confirm your account');
  });

  it('is said of a choice, too', async () => {
    const contacts = [{ name: 'email', destination: 'j***@e***' }] as const;
    const verifyContact = { name: 'verifyContact', contacts, remindIn: 0, user: jane(), ticket: ticket() } as const;
    const { element, user, client } = await stage({ restore: verifyContact });
    element.addEventListener('auth-submit', (event) => event.fail({ message: 'Not now, please.' }));
    await user.clicks('Send a code to j***@e***');
    await user.hears('Not now, please.');
    expect(client.calls).not.to.include('answer');
  });
});
