import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Environment } from '../../src/config/config.js';
import type { Keeper } from '../../src/session/keeper.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { SessionKeeper } from '../../src/session/session-keeper.js';
import type { UserPoolSession } from '../../src/session/user-pool-session.js';
import { SharedRecord } from '../../src/session/shared-record.js';
import { ALONE } from '../../src/session/tabs.js';
import { userPoolKind } from '../../src/session/user-pool-kind.js';
import { userPoolSession } from '../../src/session/user-pool-session.js';
import { TestClock } from '../client/test-clock.js';
import { KEY } from './device.js';
import { POOL, tokens } from './tokens.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A device with a signed-in user, who needs tokens now and then. */
class Device {
  readonly clock = new TestClock();
  readonly store = memoryStore();
  /** The minutes at which tokens were refreshed. */
  readonly refreshed: number[] = [];
  readonly #environment: Omit<Environment, 'fetch'>;
  readonly #start = this.clock.now();
  /** When tokens were issued, in real time. */
  readonly #issued = new Map<string, number>();
  #keeper: Keeper<UserPoolSession>;

  constructor(skew = 0, environment: Partial<Environment> = {}) {
    this.clock.skew = skew;
    this.#environment = { ...this.clock.environment, ...environment };
    this.#keeper = this.#open();
  }

  async signIn(): Promise<void> {
    await this.#keeper.begin(userPoolSession(this.#issue(), POOL));
  }

  /** Reloads the page, which loses its memory. */
  reload(): void {
    this.#keeper = this.#open();
  }

  /** Gets tokens after so many minutes. They have to be valid, whatever the clock of the device. */
  async needsTokens(after: number): Promise<void> {
    this.clock.advance(after * MINUTE);
    const { refreshToken = '' } = await this.#keeper.fresh();
    assert.ok(this.clock.now() - this.#issued.get(refreshToken)! < HOUR - 30_000, 'the tokens are good');
  }

  #open(): Keeper<UserPoolSession> {
    const requests = {
      refresh: async () => {
        this.refreshed.push((this.clock.now() - this.#start) / MINUTE);
        return this.#issue();
      },
      revoke: () => undefined,
    };
    return new SessionKeeper({
      kind: userPoolKind(POOL, this.store, requests),
      record: new SharedRecord(this.store, KEY, ALONE, this.#environment),
      events: { ended: () => undefined, started: () => undefined },
      environment: this.#environment,
    });
  }

  #issue() {
    const issued = tokens({ mark: String(this.#issued.size) });
    this.#issued.set(issued.refreshToken, this.clock.now());
    return issued;
  }
}

describe('A clock that is wrong', () => {
  for (const hours of [-24, -12, -5, -1, 0, 1, 5, 12, 24]) {
    for (const reloads of [false, true]) {
      it(`by ${hours} hours costs no refresh${reloads ? ', though the page is reloaded again and again' : ''}`, async () => {
        const device = new Device(hours * HOUR);
        await device.signIn();
        for (let minute = 0; minute < 180; minute += 5) {
          if (reloads) device.reload();
          await device.needsTokens(5);
        }
        assert.deepEqual(device.refreshed, [60, 120, 180]);
      });
    }
  }

  for (const hours of [-2, 2]) {
    it(`from one moment to the next, by ${hours} hours, costs one refresh at most`, async () => {
      for (const reloads of [false, true]) {
        const device = new Device();
        await device.signIn();
        await device.needsTokens(20);
        device.clock.skew = hours * HOUR;
        if (reloads) device.reload();
        for (let minute = 20; minute < 180; minute += 5) await device.needsTokens(5);
        assert.ok(device.refreshed.length <= 4, device.refreshed.join());
      }
    });
  }
});

it('Tokens that expired while the device slept are not returned, though its monotonic clock stood still', async () => {
  const device = new Device(0, { elapsed: () => 7 });
  await device.signIn();
  await device.needsTokens(8 * 60);
  assert.deepEqual(device.refreshed, [480]);
});

it('Tokens with less than a minute left are refreshed first', async () => {
  const device = new Device();
  await device.signIn();
  await device.needsTokens(58);
  await device.needsTokens(1);
  assert.deepEqual(device.refreshed, [59]);
});
