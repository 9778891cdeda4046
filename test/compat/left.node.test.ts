// Before the library, which may keep `fetch` from when it is loaded.
import './transcript/network.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { PASSWORD } from '../../demo/cognito/index.js';
import { AuthClass } from '../../src/compat/index.js';
import { MemoryStorage } from '../local-cognito/support/memory-storage.js';
import { NodeTab } from '../support/node-tab.js';
import { filled, issuedIn, OF_DEVICE } from './left/left.js';
import type { Issued, Left, Recordings } from './left/left.js';
import { APP } from './left/scenes.js';
import { World } from './transcript/world.js';

/** What Amplify 5.6 has written: recorded by `scripts/record-amplify.ts`. */
const amplify = JSON.parse(readFileSync(new URL('left/amplify-5.6.json', import.meta.url), 'utf8')) as Recordings;

let [world, tab]: [World?, NodeTab?] = [];
afterEach(async () => {
  tab?.close();
  await world?.close();
});

/** What Cognito issues to a user now, on a device of theirs. */
async function issue({ cognito }: World, { pool, username }: Left): Promise<Issued> {
  const Storage = new MemoryStorage();
  const { userPoolId: UserPoolId, clientId: ClientId } = pool;
  const Pool = new CognitoUserPool({ UserPoolId, ClientId, endpoint: cognito.endpoint, Storage });
  const user = new CognitoUser({ Username: username, Pool, Storage });
  const details = new AuthenticationDetails({ Username: username, Password: PASSWORD });
  await new Promise((onSuccess, onFailure) => user.authenticateUser(details, { onSuccess, onFailure }));
  return issuedIn(Storage.getItem, { pool, username });
}

/** A browser in which Amplify has signed a user in, and the pages of this library that are opened in it. */
async function browserOf(left: Left) {
  world = await World.open(left.pool);
  tab = new NodeTab();
  tab.open(APP);
  const { storage, cognito } = world;
  const issued = await issue(world, left);
  for (const [key, value] of Object.entries(left.storage)) storage.setItem(key, filled(value, issued));
  const before = cognito.received.length;
  // Keys of older libraries are taken for those of AWS itself, which is where these pages send their requests to.
  const config = { ...world.config(left.pool), ...left.config, endpoint: undefined };
  return {
    issued,
    storage,
    page: (more: object = {}) => new AuthClass({ ...config, ...more }),
    asked: () => cognito.received.slice(before).map(({ operation }) => operation),
  };
}

const isOfDevice = (key: string): boolean => OF_DEVICE.some((name) => key.endsWith(`.${name}`));

/** The keys that Amplify has written and that are still there, but for those of devices. */
const remains = (left: Left, storage: MemoryStorage): readonly string[] =>
  Object.keys(left.storage).filter((key) => !isOfDevice(key) && storage.getItem(key) !== null);

const isSignedOut = async (Auth: AuthClass): Promise<void> => {
  await assert.rejects(Auth.currentSession(), (reason) => reason === 'No current user');
  await assert.rejects(Auth.currentAuthenticatedUser(), (reason) => reason === 'The user is not authenticated');
};

/** A page on which nothing leads to the sign-in pages. */
const STAYS = { oauth: undefined };

const TOKEN = 'a token of a provider';
const PAGES = 'the sign-in pages';
const DEVICE = 'a password, on a device that is remembered';

for (const [title, left] of Object.entries(amplify).filter(([, { cookies }]) => cookies.length === 0)) {
  describe(`A user whom Amplify 5.6 has signed in by ${title}`, () => {
    it('is signed in here, and Amplify has left nothing', async () => {
      const { page, storage, asked } = await browserOf(left);
      const user = await page().currentAuthenticatedUser();
      assert.equal('name' in user ? user.name : user.getUsername(), title === TOKEN ? 'Jane' : left.username);
      assert.deepEqual(remains(left, storage), []);
      assert.ok(!asked().includes('InitiateAuth'));
      assert.ok(await page().currentAuthenticatedUser(), 'and still is after a reload');
    });

    it('is signed out for good', async () => {
      const { page, storage } = await browserOf(left);
      const Auth = page(STAYS);
      await Auth.currentAuthenticatedUser();
      await Auth.signOut();
      assert.deepEqual(remains(left, storage), []);
      await isSignedOut(page(STAYS));
    });

    it('is signed out for good by a page that has asked for nothing before', async () => {
      const { page, storage } = await browserOf(left);
      await page(STAYS).signOut();
      assert.deepEqual(remains(left, storage), []);
      await isSignedOut(page(STAYS));
    });
  });
}

describe('A user whom Amplify 5.6 has signed in with tokens', () => {
  it('has a session of the same sign-in', async () => {
    const { page, issued } = await browserOf(amplify['a password']!);
    const session = await page().currentSession();
    assert.equal(session.getRefreshToken().getToken(), issued.refreshToken);
    assert.equal(session.getIdToken().decodePayload()['sub'], issued.sub);
  });

  it('is recognized on the same device by the next sign-in', async () => {
    const left = amplify[DEVICE]!;
    const { page, storage, issued } = await browserOf(left);
    const Auth = page();
    await Auth.currentSession();
    await Auth.signOut();
    for (const [key, value] of Object.entries(left.storage))
      if (isOfDevice(key)) assert.equal(storage.getItem(key), filled(value, issued));
    await Auth.signIn(left.username, PASSWORD);
    const devices = await Auth.fetchDevices();
    assert.deepEqual(
      devices.map(({ id }) => id),
      [issued.deviceKey],
    );
  });

  it('leaves for the sign-in pages when signing out, if that is where the session began', async () => {
    const { oauth } = amplify[PAGES]!.config as { readonly oauth: object };
    const { page } = await browserOf(amplify[PAGES]!);
    const opened: string[] = [];
    const urlOpener = (url: string) => {
      opened.push(url);
      // The user comes back.
      tab!.dispatch('pageshow', true);
    };
    await page({ oauth: { ...oauth, urlOpener } })
      .signOut()
      .catch(() => undefined);
    const { pathname, searchParams } = new URL(opened.at(-1) ?? assert.fail('The page was not left.'));
    assert.deepEqual([pathname, searchParams.get('logout_uri')], ['/logout', APP]);
  });

  it('stays on the page when signing out, if the session began there', async () => {
    const { oauth } = amplify[PAGES]!.config as { readonly oauth: object };
    const { page } = await browserOf(amplify['a password']!);
    const urlOpener = () => assert.fail('The page was left.');
    await page({ oauth: { ...oauth, urlOpener } }).signOut();
  });
});
