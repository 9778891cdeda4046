import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { until } from '../support/until.js';
import { Device, KEY } from './device.js';
import type { Tab } from './device.js';
import { refusal, sessionOf, tokens } from './tokens.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The sign-in and the user of a record or a refresh token, and how often it was refreshed. */
const originOf = (text: string): readonly [login: string, sub: string, count: number] => {
  const [, login = '', sub = '', count = ''] = /refresh ((\D+)\d+)\.(\d+)/.exec(text) ?? [];
  return [login, sub, Number(count)];
};

/** Tabs of one browser, and a Cognito with rotation of refresh tokens that refuses replaced ones. */
class Play {
  readonly device = new Device();
  readonly tabs: readonly Tab[] = [this.device.open(), this.device.open(), this.device.open()];
  /** What must not happen. */
  readonly faults: string[] = [];
  /** Sign-ins that were signed out. */
  readonly #over = new Set<string>();
  readonly #replaced = new Set<string>();
  readonly #begun: Promise<unknown>[] = [];
  #logins = 0;

  constructor() {
    // Each tab sees what the others write when it is its turn.
    this.device.isPrompt = false;
    const set = this.device.values.set.bind(this.device.values);
    this.device.values.set = (key, value) => {
      const [login] = originOf(value);
      if (this.#over.has(login)) this.faults.push(`${login} came back`);
      return set(key, value);
    };
  }

  /** What users, networks and browsers do. No action waits for the end of the previous one. */
  readonly acts = {
    alice: (tab: Tab) => this.#signIn(tab, 'alice'),
    bob: (tab: Tab) => this.#signIn(tab, 'bob'),
    signOut: (tab: Tab) => {
      const out = tab.keeper.end();
      this.#begin(out.then((session) => session && this.#over.add(originOf(session.refreshToken ?? '')[0])));
    },
    refresh: (tab: Tab) => this.#begin(tab.keeper.fresh(true)),
    answer: (tab: Tab) => {
      const asked = tab.asked.shift();
      if (!asked) return;
      const { refreshToken } = asked;
      const [login, sub, count] = originOf(refreshToken);
      if (this.#replaced.has(refreshToken)) {
        this.faults.push(`${refreshToken} was used twice`);
        asked.refuse(refusal('', 'RefreshTokenReuseException'));
        return;
      }
      this.#replaced.add(refreshToken);
      asked.answer(tokens({ sub, mark: `${login}.${count + 1}` }));
    },
    lose: (tab: Tab) => tab.asked.shift()?.refuse(new TypeError('Failed to fetch')),
    look: (tab: Tab) => this.#begin(tab.keeper.read()),
    see: (tab: Tab) => tab.catchUp(),
    wait: turn,
  } as const;

  /** Alice is in every tab, and one of them refreshes. */
  async begin(): Promise<void> {
    const [first] = this.tabs as readonly [Tab];
    this.acts.alice(first);
    await turn();
    for (const tab of this.tabs) {
      this.acts.see(tab);
      this.acts.look(tab);
    }
    this.acts.refresh(first);
    await until(() => first.asked.length > 0);
  }

  /** Waits until nothing is pending. */
  async finish(): Promise<void> {
    for (let rounds = 0; rounds < 60; rounds += 1) {
      for (const tab of this.tabs) {
        this.acts.answer(tab);
        this.acts.see(tab);
      }
      await turn();
    }
    await Promise.all(this.#begun);
  }

  #signIn(tab: Tab, sub: string): void {
    this.#logins += 1;
    this.#begin(tab.keeper.begin(sessionOf({ sub, mark: `${sub}${this.#logins}.0` })));
  }

  #begin(promise: Promise<unknown>): void {
    this.#begun.push(promise.catch(() => undefined));
  }
}

it('Tabs agree in the end after any order of events, no signed-out user returns, and no refresh token is used twice', async () => {
  const act = fc.constantFrom<keyof Play['acts']>(
    ...(['alice', 'bob', 'signOut', 'refresh', 'answer', 'lose', 'look', 'see', 'wait', 'wait'] as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, fc.nat(2)), { maxLength: 30 }), async (acts) => {
      const play = new Play();
      await play.begin();
      for (const [name, tab] of acts) await play.acts[name](play.tabs[tab]!);
      await play.finish();
      const [login] = originOf(play.device.values.get(KEY) ?? '');
      for (const { keeper } of play.tabs) {
        const session = await keeper.read();
        assert.equal(originOf(session?.refreshToken ?? '')[0], login);
        assert.equal(session?.sub, login ? originOf(session?.refreshToken ?? '')[1] : undefined);
      }
      assert.deepEqual(play.faults, []);
    }),
    { numRuns: 1_000 },
  );
});
