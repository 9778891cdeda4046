import { expect } from '@open-wc/testing';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import '../../src/define.js';
import { ticket, user as person } from '../../src/testing/fake-client.js';
import { screenContract } from '../contracts/screen.contract.js';
import { anotherWayContract } from '../contracts/another-way.contract.js';
import { stage } from '../support/stage.js';
import { eventually } from '../support/user.js';

const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const totpSetup = { name: 'totpSetup', secret: new Secret(KEY), ticket: ticket({ username: 'jane' }) } as const;
const done = { name: 'done', user: person() } as const;

screenContract({
  tag: 'auth-totp-setup',
  at: { ...totpSetup, ticket: ticket({ username: '7' }) },
  heading: 'Set up an authenticator app',
  fields: { Code: ['one-time-code', '123456'] },
  asks: 'answer',
  button: 'Verify',
  error: ['wrong-code', 'Code'],
  focus: 'Set up an authenticator app',
});

anotherWayContract(totpSetup);

describe('<auth-totp-setup>', () => {
  it('shows the key as a QR code, with a text for screen readers', async () => {
    const { element } = await stage({ restore: totpSetup });
    const code = await eventually(
      () => element.querySelector('svg[role=img]'),
      () => 'There is no QR code.',
    );
    expect(code.getAttribute('aria-label')).to.equal(`QR code for ${location.hostname}, jane`);
    const path = code.querySelector('path');
    await eventually(
      () => /^M\d+ \d+h1v1h-1z/.test(path?.getAttribute('d') ?? ''),
      () => 'The QR code is empty.',
    );
  });

  it('has no QR code where the text is too long for one, but still the key', async () => {
    const { element, user } = await stage({
      restore: { ...totpSetup, ticket: ticket({ username: '🐎'.repeat(300) }) },
    });
    await user.control('Open in an authenticator app');
    await eventually(
      () => !element.querySelector('svg[role=img]'),
      () => 'There is a box without a code.',
    );
    await user.clicks('Can’t scan it?');
    await user.reads('JBSW Y3DP');
  });

  it('opens an app on the same device by a link', async () => {
    const { user } = await stage({ restore: totpSetup });
    const link = await user.control('Open in an authenticator app');
    expect(link.getAttribute('href')).to.match(/^otpauth:\/\/totp\/.+jane\?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP/);
  });

  it('names the account in the app as its owner knows it, not by an id of Cognito', async () => {
    const { sub } = person();
    const owner = person({ username: sub, attributes: { email: 'jane@example.com' } });
    const { auth, user } = await stage({
      restore: { name: 'done', user: owner },
      setUpTotp: { ...totpSetup, ticket: { username: sub } },
    });
    await user.heading('Hello, jane@example.com');
    auth.send({ type: 'go.totpSetup' });
    const link = await user.control('Open in an authenticator app');
    expect(link.getAttribute('href')).to.contain('jane%40example.com?');
  });

  it('shows the key in groups of four for users who type it', async () => {
    const { user } = await stage({ restore: totpSetup });
    await user.clicks('Can’t scan it?');
    await user.reads('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP');
  });

  it('selects the whole key of users who copy it by hand, in every engine', async () => {
    const { element, user } = await stage({ restore: totpSetup });
    await user.clicks('Can’t scan it?');
    await user.reads('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP');
    const style = getComputedStyle(element.querySelector('code')!);
    // WebKit has its own name alone.
    expect(style.getPropertyValue('user-select') || style.getPropertyValue('-webkit-user-select')).to.equal('all');
  });

  it('copies the key without the spaces, and says so', async () => {
    const { user } = await stage({ restore: totpSetup });
    let copied = '';
    const { clipboard } = navigator;
    const write = (text: string) => Promise.resolve(void (copied = text));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
    try {
      await user.clicks('Can’t scan it?');
      await user.clicks('Copy');
      await user.hears('Copied');
      await user.reads('Copied');
      expect(copied).to.equal(KEY);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('selects the key where the clipboard is blocked', async () => {
    const { user } = await stage({ restore: totpSetup });
    const { clipboard } = navigator;
    const write = () => Promise.reject(new DOMException('Not allowed.', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
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

  it('is offered to signed-in users, who can skip it', async () => {
    const { client, user } = await stage({ restore: done, setUpTotp: totpSetup }, 'App');
    await user.clicks('Set up an authenticator app');
    await user.heading('Set up an authenticator app');
    await user.misses('App');
    await user.clicks('Not now');
    await user.reads('Hello, jane');
    await user.sees('App');
    expect(client.calls).to.include('setUpTotp');
  });

  it('keeps the app in the page while a signed-in user enrolls', async () => {
    const template = document.createElement('template');
    template.content.append(Object.assign(document.createElement('p'), { id: 'app', textContent: 'App' }));
    const { user } = await stage({ restore: done, setUpTotp: totpSetup }, template);
    await user.sees('App');
    const app = document.querySelector('#app');
    await user.clicks('Set up an authenticator app');
    await user.heading('Set up an authenticator app');
    await user.clicks('Not now');
    await user.sees('App');
    expect(document.querySelector('#app')).to.equal(app);
  });

  it('shows an error to a signed-in user when there is no key', async () => {
    const { user } = await stage({ restore: done, setUpTotp: new AuthError('offline') });
    await user.clicks('Set up an authenticator app');
    await user.reads('No connection.');
    await user.reads('Hello, jane');
  });
});
