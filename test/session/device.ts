import type { IssuedTokens } from '../../src/cognito/tokens.js';
import type { Environment, SessionStore } from '../../src/config/config.js';
import { uncounted } from '../../src/session/generation.js';
import type { Generation } from '../../src/session/generation.js';
import type { Keeper } from '../../src/session/keeper.js';
import { SessionKeeper } from '../../src/session/session-keeper.js';
import { SharedRecord } from '../../src/session/shared-record.js';
import type { Sharing } from '../../src/session/tabs.js';
import { userPoolKind } from '../../src/session/user-pool-kind.js';
import type { UserPoolSession } from '../../src/session/user-pool-session.js';
import { TestClock } from '../client/test-clock.js';
import { lockManager } from './lock-manager.js';
import { POOL } from './tokens.js';

export const KEY = 'auth-elements.abc123';

/** One tab: its keeper, what it did, and its refreshes, which a test answers. */
export interface Tab {
  readonly keeper: Keeper<UserPoolSession>;
  readonly ended: string[];
  readonly started: string[];
  readonly revoked: string[];
  readonly asked: { readonly refreshToken: string; answer(tokens: IssuedTokens): void; refuse(error: unknown): void }[];
  /** Shows this tab the current content of the store. */
  catchUp(): void;
}

/** A browser whose tabs share a store. As with localStorage, a tab may see late what another wrote. */
export class Device {
  readonly clock = new TestClock();
  readonly values = new Map<string, string>();
  /** Whether tabs see the writes of others at once. */
  isPrompt = true;
  /** Called before a write is counted: of a sign-in or a sign-out, which is forced, or of a refresh. */
  beforeCount: (isForced: boolean) => Promise<unknown> = () => Promise.resolve();
  /** Short waits take a turn of the event loop, so that a test can act meanwhile. */
  readonly #environment: Omit<Environment, 'fetch'> = {
    ...this.clock.environment,
    sleep: (milliseconds, signal) =>
      milliseconds < 1000
        ? new Promise((resolve) => setImmediate(resolve))
        : this.clock.environment.sleep(milliseconds, signal),
  };
  readonly #locks = lockManager();
  readonly #tabs: (() => void)[] = [];
  #generation = 0;

  /** Opens a tab. `environment` replaces parts of its browser. */
  open(sharing: Partial<Sharing> = {}): Tab {
    let seen = new Map(this.values);
    const catchUp = () => void (seen = new Map(this.values));
    this.#tabs.push(catchUp);
    const write = (change: (values: Map<string, string>) => void) => {
      for (const values of [seen, this.values]) change(values);
      if (this.isPrompt) for (const show of this.#tabs) show();
    };
    const store: SessionStore = {
      get: (key) => seen.get(key),
      set: (key, value) => write((values) => values.set(key, value)),
      remove: (key) => write((values) => values.delete(key)),
    };
    const tab: Omit<Tab, 'keeper'> = { ended: [], started: [], revoked: [], asked: [], catchUp };
    const requests = {
      refresh: (refreshToken: string) =>
        new Promise<IssuedTokens>((answer, refuse) => tab.asked.push({ refreshToken, answer, refuse })),
      revoke: (refreshToken: string) => void tab.revoked.push(refreshToken),
    };
    const shared = { generation: this.#count, locks: this.#locks, timeout: 10_000, tell: () => undefined, ...sharing };
    const keeper = new SessionKeeper({
      kind: userPoolKind(POOL, store, requests),
      record: new SharedRecord(store, KEY, shared, this.#environment),
      events: {
        ended: (reason) => void tab.ended.push(reason),
        started: ({ sub }) => void tab.started.push(sub),
      },
      environment: this.#environment,
    });
    return { ...tab, keeper };
  }

  /** The environment of a browser without locks and without a database. */
  static readonly POOR: Partial<Sharing> = { locks: undefined, generation: uncounted };

  readonly #count: Generation = {
    latest: async () => this.#generation,
    advance: async (known, commit, isForced = false) => {
      await this.beforeCount(isForced);
      if (this.#generation > known && !isForced) return false;
      this.#generation = Math.max(this.#generation, known) + 1;
      await commit(this.#generation);
      return true;
    },
  };
}
