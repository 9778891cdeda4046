import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { PASSWORD } from '../../../demo/cognito/index.js';
import type { SignInInput } from '../../../src/client/auth-client.js';
import { Secret } from '../../../src/cognito/secret.js';
import type { Discovery } from '../../../src/config/discovery.js';
import { expectError, expectStep } from '../../contracts/client.contract.js';
import { until } from '../../support/until.js';
import { HOME, setRoundTrip } from './round-trip.js';
import type { RoundTrip } from './round-trip.js';

const ANN = 'ann@Example.com';
const HANA = { username: 'hana', password: new Secret(PASSWORD) };

const there = setRoundTrip();
let trip: RoundTrip;
beforeEach(() => {
  trip = there();
});

/** Signs in, and returns where the page is left for. */
async function leaves(discovery: Discovery, input: SignInInput = { username: ANN }): Promise<URLSearchParams> {
  trip.config = { discovery };
  const left = trip.tab.left();
  const never = trip
    .at()
    .signIn(input)
    .then((step) => assert.fail(`The page was not left, but is at ${step.name}.`));
  return (await Promise.race([left, never])).searchParams;
}

/** Signs in with a discovery that finds nobody. */
const stays = async (discovery: unknown, input: SignInInput = HANA) => {
  // As a page without types may write it.
  trip.config = { discovery: discovery as Discovery };
  return trip.at().signIn(input);
};

describe('A sign-in that finds out who signs the user in', () => {
  it('leaves for the provider of their mail domain, and says there who they are', async () => {
    const asked = await leaves({ 'other.example': 'Other', 'example.com': 'ExampleCorp' });
    assert.equal(asked.get('identity_provider'), 'ExampleCorp');
    assert.equal(asked.get('login_hint'), ANN);
    assert.equal(trip.requested('InitiateAuth'), 0);
  });

  for (const [domain, key] of [
    ['EXAMPLE.com', 'Example.COM'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'Bücher.example'],
    ['example.com', '@example.com'],
    ['example.com.', 'example.com'],
    ['example.com', 'example.com.'],
    ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
  ] as const) {
    it(`leaves for the provider of their domain, however it is spelled: ${domain} by ${key}`, async () => {
      const asked = await leaves({ 'other.example': 'Other', [key]: 'ExampleCorp' }, { username: `ann@${domain}` });
      assert.equal(asked.get('identity_provider'), 'ExampleCorp');
    });
  }

  for (const [domain, key] of [
    ['', ''],
    ['', '@'],
    ['.', ''],
    ['a b', 'c d'],
    ['example.com/x', 'example.com'],
    ['example.com?', 'example.com'],
    ['example.com#x', 'example.com'],
    ['example.com:443', 'example.com'],
    ['exam\tple.com', 'example.com'],
    ['ex%61mple.com', 'example.com'],
    ['evil.example\\', 'evil.example'],
    ['1', '0.0.0.1'],
    ['[::1]', '[0::1]'],
    ['xn--a', 'xn--a'],
    ['sub.example.com', 'example.com'],
    ['example.com', 'ann@example.com'],
  ] as const) {
    it(`goes on where ${JSON.stringify(domain)} is asked of ${JSON.stringify(key)}`, async () => {
      trip.config = { discovery: { [key]: 'ExampleCorp' } };
      const left = trip.tab.left().then(({ href }) => assert.fail(`The page was left for ${href}.`));
      const step = await Promise.race([left, trip.at().signIn({ username: `ann@${domain}` })]);
      assert.equal(expectStep(step, 'signIn').asksPassword, true);
    });
  }

  it('leaves for what a function of the page finds: a provider, or an identifier of one', async () => {
    const google = await leaves(() => Promise.resolve({ provider: 'google' }));
    assert.equal(google.get('identity_provider'), 'Google');
    const asked: string[] = [];
    const saml = await leaves((identifier) => {
      asked.push(identifier);
      return { idpIdentifier: 'example.com' };
    });
    assert.equal(saml.get('idp_identifier'), 'example.com');
    assert.deepEqual(asked, [ANN]);
  });

  it('leaves by the identifier that the configuration has for a provider', async () => {
    trip.config = { providers: [{ name: 'ExampleCorp', idpIdentifier: 'corp.example' }] };
    const identified = { identity_provider: null, idp_identifier: 'corp.example' };
    const whomOf = ({ searchParams }: URL) => ({
      identity_provider: searchParams.get('identity_provider'),
      idp_identifier: searchParams.get('idp_identifier'),
    });
    assert.deepEqual(whomOf(await trip.leaves(undefined, { provider: 'ExampleCorp' })), identified);
    trip.config = { ...trip.config, discovery: { 'example.com': 'ExampleCorp' } };
    const left = trip.tab.left();
    void trip
      .at()
      .signIn({ username: ANN })
      .catch(() => undefined);
    assert.deepEqual(whomOf(await left), identified);
  });

  it('is asked before any factor, also where the password is there already', async () => {
    const asked = await leaves({ 'example.com': 'ExampleCorp' }, { username: ANN, password: HANA.password });
    assert.equal(asked.get('identity_provider'), 'ExampleCorp');
    assert.equal(trip.requested('InitiateAuth'), 0);
  });

  it('asks for the password where nobody else signs the user in', async () => {
    trip.config = { discovery: { 'example.com': 'ExampleCorp' } };
    const client = trip.at();
    assert.deepEqual(expectStep(await client.signIn({ username: 'hana' }), 'signIn'), {
      name: 'signIn',
      username: 'hana',
      asksPassword: true,
    });
    expectStep(await client.signIn(HANA), 'done');
  });

  it('goes on where nothing useful is found, or that fails', async () => {
    const useless: readonly unknown[] = [
      {},
      { 'hana.example': 'Other' },
      () => undefined,
      () => null,
      () => ({}),
      () => ({ provider: '' }),
      () => ({ provider: 7 }),
      () => 'Google',
      () => Object.create({ provider: 'Google' }) as object,
      () => {
        throw new Error('No network.');
      },
      () => Promise.reject(new TypeError('No network.')),
    ];
    for (const discovery of useless) expectStep(await stays(discovery), 'done');
  });

  it('goes on when the page’s own function takes longer than a request may', async () => {
    let isAsked = false;
    const signIn = stays(() => {
      isAsked = true;
      return new Promise(() => undefined);
    });
    await until(() => isAsked);
    trip.stage.clock.advance(10_000);
    expectStep(await signIn, 'done');
  });

  it('stops when the user cancels', async () => {
    const abort = new AbortController();
    trip.config = { discovery: () => new Promise(() => undefined) };
    const signIn = trip.at().signIn(HANA, abort.signal);
    abort.abort();
    await expectError(signIn, 'cancelled');
    assert.equal(trip.requested('InitiateAuth'), 0);
  });

  it('does not send a user away again who came back', async () => {
    trip.config = { discovery: { 'example.com': 'ExampleCorp' } };
    const client = trip.at();
    const left = trip.tab.left();
    const leaving = client.signIn({ username: ANN });
    await left;
    trip.tab.dispatch('pagehide', true);
    trip.tab.dispatch('pageshow', true);
    await expectError(leaving, 'cancelled');
    expectStep(await client.signIn({ username: ANN }), 'signIn');
    await expectError(client.signIn({ username: ANN, password: HANA.password }), 'credentials');
  });

  it('leads back to the form with what was typed, and asks for the password then', async () => {
    trip.config = { discovery: { 'example.com': 'ExampleCorp' } };
    const left = trip.tab.left();
    void trip.at().signIn({ username: ANN });
    const state = (await left).searchParams.get('state') ?? '';
    const { client, step } = await trip.takesIn(new URL(`${HOME}?error=access_denied&state=${state}`));
    const { error, ...back } = expectStep(step, 'signIn');
    assert.equal(error?.code, 'cancelled');
    assert.deepEqual(back, { name: 'signIn', username: ANN, asksPassword: true });
    await expectError(client.signIn({ username: ANN, password: HANA.password }), 'credentials');
  });

  it('takes the discovery of a call before that of the configuration', async () => {
    const asked = await leaves(
      { 'example.com': 'ExampleCorp' },
      { username: ANN, discovery: { 'example.com': 'Mine' } },
    );
    assert.equal(asked.get('identity_provider'), 'Mine');
  });

  it('says what it must be where it is something else', async () => {
    await expectError(stays({}, { ...HANA, discovery: 'Google' as never }), 'invalid-parameter');
    trip.config = { discovery: 'Google' as never };
    assert.throws(() => trip.at(), /"discovery" must be a function, or an object of strings\./);
  });
});
