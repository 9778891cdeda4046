import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SessionStore } from '../../src/config/config.js';
import { cookieStore } from '../../src/session/cookie-store.js';
import { resilientStore } from '../../src/session/store.js';
import { storeContract } from '../contracts/store.contract.js';

const KEY = 'auth-elements.test';
const RECORD = JSON.stringify({ accessToken: 'a'.repeat(2_500), idToken: 'i'.repeat(2_000) });

const names = (): readonly string[] => document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? '');

const ours = (): readonly string[] => names().filter((name) => decodeURIComponent(name).startsWith(KEY));

/** Removes all cookies of this page that it can see. */
function empty(): void {
  for (const name of names()) document.cookie = `${name}=; path=/; secure; max-age=0`;
}

/** The window of a page below a path. What it shows is of no matter. */
async function deepPage(): Promise<Window & typeof globalThis> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Deep" src="about:blank"></iframe>`);
  const loaded = oneEvent(frame, 'load');
  frame.src = '/deep/page';
  await loaded;
  // A frame that has loaded has a window.
  return frame.contentWindow as Window & typeof globalThis;
}

/** A store that falls back to memory, and how often it had to. */
function kept(store: SessionStore): SessionStore & { losses: number } {
  const counted = Object.assign(
    resilientStore(store, () => (counted.losses += 1)),
    { losses: 0 },
  );
  return counted;
}

describe('The cookies', () => {
  storeContract(() => resilientStore(cookieStore({})));
});

describe('A session in cookies', () => {
  beforeEach(empty);
  afterEach(empty);

  it('takes several, and leaves none behind', async () => {
    const store = kept(cookieStore({ expires: new Date(Date.now() + 60_000), sameSite: 'strict' }));
    await store.set(KEY, RECORD);
    await store.set(KEY, RECORD);
    expect(ours().length).to.equal(3);
    expect(store.losses).to.equal(0);
    expect(await cookieStore({}).get(KEY)).to.equal(RECORD);
    expect([...(store.keys?.() ?? [])]).to.deep.equal([KEY]);
    await store.remove(KEY);
    expect(ours()).to.deep.equal([]);
  });

  it('is none when a cookie was lost', async () => {
    const store = cookieStore({});
    await store.set(KEY, RECORD);
    const piece = ours().find((name) => name.endsWith('.1')) ?? '';
    document.cookie = `${piece}=; path=/; secure; max-age=0`;
    expect(await store.get(KEY)).to.equal(undefined);
    await store.set(KEY, 'next');
    expect(await store.get(KEY)).to.equal('next');
    expect(ours().length).to.equal(2);
  });

  it('is the former one, or in memory, when the jar is full', async () => {
    const store = kept(cookieStore({}));
    await store.set(KEY, 'former');
    for (let index = 0; index < 400; index += 1) {
      document.cookie = `filler${index}=x; path=/; secure; max-age=600`;
      expect([undefined, 'former']).to.include(await cookieStore({}).get(KEY));
    }
    await store.set(KEY, RECORD);
    expect(await store.get(KEY)).to.equal(RECORD);
  });

  it('is that of the last of two writers', async () => {
    const [one, other] = [cookieStore({}), cookieStore({})];
    await one.set(KEY, 'one'.repeat(2_000));
    await other.set(KEY, 'other');
    expect(await one.get(KEY)).to.equal('other');
    expect(ours().length).to.equal(2);
  });

  for (const path of ['/deep', '/deep/', '/deep/page']) {
    it(`is in memory while one of before is under ${path}, which is removed`, async () => {
      const page = await deepPage();
      const before = cookieStore({ path }, page);
      await before.set(KEY, 'before');
      const store = kept(cookieStore({}, page));
      expect(await store.get(KEY)).to.equal('before');
      await store.set(KEY, RECORD);
      expect(await store.get(KEY)).to.equal(RECORD);
      expect(store.losses).to.equal(1);
      expect(await before.get(KEY)).to.equal(undefined);
      await store.set(KEY, 'next');
      expect(await before.get(KEY)).to.equal('next');
    });
  }

  it('is removed where it was written for the domain, and is for the host alone now', async () => {
    const before = cookieStore({ domain: location.hostname });
    await before.set(KEY, 'before');
    const store = cookieStore({});
    await store.set(KEY, RECORD);
    await store.remove(KEY);
    expect(ours()).to.deep.equal([]);
  });

  for (const [what, options] of [
    ['with a domain that is not that of the page', { domain: 'example.com' }],
    ['with a path that is not that of the page', { path: '/elsewhere' }],
    ['that have expired', { expires: -1 }],
  ] as const) {
    it(`is in memory with cookies ${what}, and the page is told`, async () => {
      const store = kept(cookieStore(options));
      await store.set(KEY, RECORD);
      expect(await store.get(KEY)).to.equal(RECORD);
      expect(store.losses).to.equal(1);
      expect(ours()).to.deep.equal([]);
    });
  }

  it('is in memory where the browser blocks cookies, and the page is told', async () => {
    const blocked = () => {
      throw new DOMException('The document is sandboxed.', 'SecurityError');
    };
    Object.defineProperty(document, 'cookie', { configurable: true, get: blocked, set: blocked });
    try {
      const store = kept(cookieStore({}));
      expect(await store.get(KEY)).to.equal(undefined);
      await store.set(KEY, RECORD);
      expect(await store.get(KEY)).to.equal(RECORD);
      expect(store.losses).to.equal(1);
      expect([...(store.keys?.() ?? [])]).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(document, 'cookie');
    }
  });

  it('has the names that js-cookie encodes, and removes them', async () => {
    const key = 'CognitoIdentityServiceProvider.abc123.jane@example.com.idToken';
    document.cookie = `${encodeURIComponent(key)}=a%7Cb; path=/; secure`;
    const store = cookieStore({});
    expect([...(store.keys?.() ?? [])]).to.include(key);
    expect(await store.get(key)).to.equal('a|b');
    await store.remove(key);
    expect(await store.get(key)).to.equal(undefined);
  });
});
