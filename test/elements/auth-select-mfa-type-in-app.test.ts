import { expect, fixture, html } from '@open-wc/testing';
import type { AccountClient, MfaPreference, MfaPreferenceInput } from '../../src/client/account-client.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import type { MfaTypes } from '../../src/kit/mfa/mfa-types.js';
import { de } from '../../src/text/de.js';
import { Text } from '../../src/text/text.js';
import { ticket, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { pseudo, untranslated } from '../support/pseudo.js';
import { scripted, stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

const HEADING = 'Second step of your sign-ins';
const NONE: MfaPreference = { sms: 'disabled', totp: 'disabled', email: 'disabled', passkey: 'disabled' };
const SMS: MfaPreference = { ...NONE, sms: 'preferred' };
const ALL: MfaTypes = { sms: true, totp: true, optional: true };
const done = { name: 'done', user: person() } as const;
const totpSetup = {
  name: 'totpSetup',
  secret: new Secret('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
  ticket: ticket(),
} as const;

/** A signed-in user, on a page of the app. */
async function opened(
  account: Partial<AccountClient>,
  { mfaTypes = ALL, script = {}, text }: { mfaTypes?: MfaTypes; script?: FakeScript; text?: Text } = {},
) {
  const { auth, client } = scripted({ restore: done, account, ...script });
  const page = await fixture(
    html`<main>
      <auth-provider .auth=${auth} .text=${text}
        ><auth-select-mfa-type .mfaTypes=${mfaTypes}></auth-select-mfa-type
      ></auth-provider>
    </main>`,
  );
  const element = page.querySelector('auth-select-mfa-type')!;
  return { auth, client, element, page, user: new User(page) };
}

/** An account that stores the preference. */
function remembering(before: MfaPreference) {
  const asked: MfaPreferenceInput[] = [];
  const account: Partial<AccountClient> = {
    mfaPreference: () => Promise.resolve(before),
    setMfaPreference: ({ signal: _, ...input }) => {
      asked.push(input);
      return Promise.resolve();
    },
  };
  return { account, asked };
}

const refusing = (...codes: AuthError['code'][]): Partial<AccountClient> => ({
  mfaPreference: () => Promise.resolve(SMS),
  setMfaPreference: () => Promise.reject(new AuthError(codes.shift() ?? 'unknown')),
});

describe('<auth-select-mfa-type> in an app', () => {
  for (const [title, preference, checked] of [
    ['the preferred one', { ...SMS, totp: 'enabled' }, 'Text message'],
    ['the only one', { ...NONE, totp: 'enabled' }, 'Authenticator app'],
    ['none at all', NONE, 'No second step'],
    ['neither, where sign-in asks which', { ...NONE, totp: 'enabled', sms: 'enabled' }, undefined],
  ] as const) {
    it(`shows the current preference: ${title}`, async () => {
      const { element, page, user } = await opened(remembering(preference).account);
      await user.heading(HEADING);
      await user.field('Text message');
      const radios = [...page.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      expect(radios.map(({ labels }) => labels?.[0]?.textContent.trim())).to.deep.equal([
        'Authenticator app',
        'Text message',
        'No second step',
      ]);
      expect(
        radios.filter((radio) => radio.checked).map(({ labels }) => labels?.[0]?.textContent.trim()),
      ).to.deep.equal(checked ? [checked] : []);
      await expect(element).to.be.accessible();
    });
  }

  it('takes the types in the spelling of the guides', async () => {
    const { account } = remembering(SMS);
    const { element, user } = await opened(account);
    await user.heading(HEADING);
    element.MFATypes = { SMS: true, Optional: true };
    await user.misses('Authenticator app');
    await user.reads('No second step');
    element.MFATypes = { SMS: true };
    await user.reads('fewer than two');
  });

  it('saves the choice, and says so on the screen and to screen readers', async () => {
    const { account, asked } = remembering({ ...NONE, totp: 'enabled', email: 'enabled' });
    const { element, user } = await opened(account);
    (await user.field('Text message')).click();
    await user.clicks('Save');
    await user.reads('Saved.');
    await user.hears('Saved.');
    expect(asked).to.deep.equal([{ sms: 'preferred' }]);
    await expect(element).to.be.accessible();
    (await user.field('Authenticator app')).click();
    await user.misses('Saved.');
  });

  it('turns everything off when the user wants no second step', async () => {
    const { account, asked } = remembering({
      sms: 'preferred',
      totp: 'enabled',
      email: 'enabled',
      passkey: 'disabled',
    });
    const { user } = await opened(account);
    (await user.field('No second step')).click();
    await user.clicks('Save');
    await user.reads('Saved.');
    expect(asked).to.deep.equal([{ sms: 'disabled', totp: 'disabled', email: 'disabled' }]);
  });

  it('works with the keyboard, too', async () => {
    const { account, asked } = remembering(SMS);
    const { user } = await opened(account);
    (await user.field('Text message')).focus();
    await user.presses('ArrowUp');
    await user.presses('Enter');
    await user.reads('Saved.');
    expect(asked).to.deep.equal([{ totp: 'preferred' }]);
  });

  it('shows an error for fewer than two options', async () => {
    for (const mfaTypes of [{}, { sms: true }, { totp: true, sms: false }]) {
      const { client, element, user } = await opened(remembering(SMS).account, { mfaTypes });
      await user.reads('fewer than two kinds of second step');
      expect(element.querySelector('input')).to.equal(null);
      expect(element.querySelector('[type=submit]')).to.equal(null);
      expect(client.calls).not.to.include('account');
    }
  });

  it('renders nothing without `mfaTypes`, nor without a signed-in user', async () => {
    const { auth, element, user } = await opened(remembering(SMS).account);
    await user.heading(HEADING);
    element.mfaTypes = undefined;
    await user.misses(HEADING);
    element.mfaTypes = ALL;
    await user.heading(HEADING);
    auth.signOut();
    await user.misses(HEADING);
    expect(element.children).to.have.length(0);
  });

  it('sets an authenticator app up in place, and shows that it is on', async () => {
    let preference = SMS;
    const { client, element, user } = await opened(
      {
        mfaPreference: () => Promise.resolve(preference),
        setMfaPreference: () => Promise.reject(new AuthError('mfa-not-set-up')),
      },
      {
        script: {
          setUpTotp: totpSetup,
          answer: () => {
            preference = { ...SMS, sms: 'enabled', totp: 'preferred' };
            return { name: 'done', user: person() };
          },
        },
      },
    );
    (await user.field('Authenticator app')).click();
    await user.clicks('Save');
    await user.heading('Set up an authenticator app');
    await user.misses(HEADING);
    await expect(element).to.be.accessible();
    await user.types('Code', '123456');
    await user.presses('Enter');
    await user.heading(HEADING);
    expect((await user.field('Authenticator app')).checked).to.equal(true);
    expect(client.calls).to.include.members([
      'account.mfaPreference',
      'account.setMfaPreference',
      'setUpTotp',
      'answer',
    ]);
  });

  it('returns to the current preference when the setup of the app is canceled, or fails', async () => {
    const { user } = await opened(refusing('mfa-not-set-up', 'mfa-not-set-up'), {
      script: { setUpTotp: totpSetup },
    });
    (await user.field('Authenticator app')).click();
    await user.clicks('Save');
    await user.clicks('Not now');
    await user.heading(HEADING);
    expect((await user.field('Text message')).checked).to.equal(true);

    const other = await opened(refusing('mfa-not-set-up'), { script: { setUpTotp: new AuthError('offline') } });
    (await other.user.field('Authenticator app')).click();
    await other.user.clicks('Save');
    await other.user.reads('No connection.');
    expect((await other.user.field('Text message')).checked).to.equal(true);
  });

  it('leaves the setup to the authenticator around it, which shows it instead of the app', async () => {
    const { element, user } = await stage(
      { restore: done, setUpTotp: totpSetup, account: refusing('mfa-not-set-up') },
      html`<auth-select-mfa-type .mfaTypes=${ALL}></auth-select-mfa-type>`,
    );
    (await user.field('Authenticator app')).click();
    await user.clicks('Save');
    await user.heading('Set up an authenticator app');
    expect(element.querySelectorAll('auth-totp-setup')).to.have.length(1);
    await user.clicks('Not now');
    await user.heading(HEADING);
  });

  it('shows and announces an error, unless the page cancels its event', async () => {
    const { element, user } = await opened(refusing('mfa-not-set-up', 'too-many-requests', 'offline'));
    const told: string[] = [];
    element.addEventListener('auth-error', (event) => {
      told.push(`${event.screen} ${event.code}`);
      if (event.code === 'offline') event.preventDefault();
    });
    (await user.field('Text message')).click();
    await user.clicks('Save');
    await user.reads('This second step is not set up yet.');
    await user.hears('This second step is not set up yet.');
    await expect(element).to.be.accessible();
    await user.clicks('Save');
    await user.reads('Too many requests.');
    await user.clicks('Save');
    await user.misses('Too many requests.');
    await user.misses('No connection.');
    expect(told).to.deep.equal([
      'select-mfa-type mfa-not-set-up',
      'select-mfa-type too-many-requests',
      'select-mfa-type offline',
    ]);
  });

  it('can be retried when it could not be loaded', async () => {
    let tries = 0;
    const { element, user } = await opened({
      mfaPreference: () => (tries++ ? Promise.resolve(SMS) : Promise.reject(new AuthError('offline'))),
    });
    await user.reads('No connection.');
    await expect(element).to.be.accessible();
    await user.clicks('Try again');
    expect((await user.field('Text message')).checked).to.equal(true);
    await user.misses('No connection.');
  });

  for (const [what, end] of [
    ['signs out', ({ auth }) => auth.signOut()],
    ['goes to another page of the app', ({ element }) => element.remove()],
  ] as const satisfies readonly (readonly [string, (set: Awaited<ReturnType<typeof opened>>) => void])[]) {
    it(`aborts a pending request when the user ${what}, and shows no error of it`, async () => {
      let given: AbortSignal | undefined;
      let fail = (): void => undefined;
      const set = await opened({
        mfaPreference: ({ signal } = {}) => {
          given = signal;
          return new Promise((_, reject) => (fail = () => reject(new AuthError('offline'))));
        },
      });
      let told = 0;
      set.element.addEventListener('auth-error', () => told++);
      await eventually(
        () => given,
        () => 'No request was sent.',
      );
      end(set);
      await set.user.misses(HEADING);
      await eventually(
        () => given?.aborted,
        () => 'The request goes on.',
      );
      fail();
      await new Promise((resolve) => setTimeout(resolve));
      expect(told).to.equal(0);
    });
  }

  /** An account whose user is replaced by another one, and the requests for the preference of each. */
  async function changingHands() {
    const requests: { signal: AbortSignal | undefined; answer: (preference: MfaPreference | AuthError) => void }[] = [];
    const set = await opened({
      mfaPreference: ({ signal } = {}) =>
        new Promise((resolve, reject) => {
          const answer = (given: MfaPreference | AuthError) =>
            given instanceof Error ? reject(given) : resolve(given);
          requests.push({ signal, answer });
        }),
    });
    const request = (nth: 0 | 1) =>
      eventually(
        () => requests[nth],
        () => `What user ${nth} has was not asked for.`,
      );
    const another = () => {
      set.client.change({ name: 'ended', reason: 'other-tab' });
      set.client.change({ name: 'started', step: { ...done, user: person({ username: 'tom', sub: 'tom' }) } });
    };
    return { ...set, request, another };
  }

  it('shows nothing of the last user when another one has signed in', async () => {
    const { user, request, another } = await changingHands();
    (await request(0)).answer(SMS);
    expect((await user.field('Text message')).checked).to.equal(true);
    another();
    const { answer } = await request(1);
    await user.reads('One moment');
    await user.misses('Text message');
    answer(NONE);
    expect((await user.field('No second step')).checked).to.equal(true);
  });

  it('aborts a request for the last user, and reports no error of it', async () => {
    const { element, user, request, another } = await changingHands();
    let told = 0;
    element.addEventListener('auth-error', () => told++);
    const first = await request(0);
    another();
    const second = await request(1);
    expect(first.signal?.aborted).to.equal(true);
    first.answer(new AuthError('offline'));
    await new Promise((resolve) => setTimeout(resolve));
    second.answer(SMS);
    expect((await user.field('Text message')).checked).to.equal(true);
    expect(told).to.equal(0);
  });

  it('sends one request, however often the button is pressed', async () => {
    let asked = 0;
    const { element, user } = await opened({
      mfaPreference: () => Promise.resolve(SMS),
      setMfaPreference: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
    });
    await user.field('Text message');
    await user.clicks('Save');
    await eventually(
      () => element.querySelector('form')?.ariaBusy === 'true',
      () => 'The form is not busy.',
    );
    await user.clicks('Save');
    expect(asked).to.equal(1);
    expect(element.matches(':state(busy)')).to.equal(true);
  });

  it('lets the page cancel the save', async () => {
    const { account, asked } = remembering(SMS);
    const { element, user } = await opened(account);
    const values: unknown[] = [];
    element.addEventListener('auth-submit', (event) => {
      values.push(event.values);
      event.preventDefault();
    });
    (await user.field('Authenticator app')).click();
    await user.clicks('Save');
    await eventually(
      () => values.length === 1,
      () => 'No request was sent.',
    );
    expect(values).to.deep.equal([{ choice: 'totp' }]);
    expect(asked).to.deep.equal([]);
  });

  it('has only text from the vocabulary, in any language', async () => {
    const { page, user } = await opened(remembering(SMS).account, { text: pseudo });
    await eventually(
      () => page.querySelector('input[type=radio]'),
      () => user.view,
    );
    expect(untranslated(page)).to.deep.equal([]);
    page.querySelector('auth-provider')!.text = new Text('de', de);
    await user.heading('Zweiter Schritt deiner Anmeldungen');
  });
});
