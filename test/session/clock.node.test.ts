import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SessionClock } from '../../src/session/clock.js';
import type { Session } from '../../src/session/user-pool-session.js';
import { TestClock } from '../client/test-clock.js';
import { sessionOf } from './tokens.js';

const HOUR = 3_600_000;

/** A session that was issued now. */
const begin = (clock: TestClock): Session => ({
  ...sessionOf(),
  v: 1,
  gen: 1,
  receivedAt: clock.environment.now(),
});

describe('The lifetime of tokens', () => {
  for (const hours of [-24, -3, -1, 0, 1, 3, 24]) {
    it(`does not depend on a clock that is wrong by ${hours} hours`, () => {
      const clock = new TestClock();
      clock.skew = hours * HOUR;
      const session = begin(clock);
      const here = new SessionClock(clock.environment);
      assert.equal(here.remaining(session), HOUR);
      clock.advance(HOUR / 2);
      assert.equal(here.remaining(session), HOUR / 2);
      assert.equal(new SessionClock(clock.environment).remaining(session), HOUR / 2, 'after a reload');
    });
  }

  it('is not prolonged by a clock that is set back', () => {
    const clock = new TestClock();
    const session = begin(clock);
    const here = new SessionClock(clock.environment);
    here.remaining(session);
    clock.advance(HOUR / 2);
    clock.skew = -2 * HOUR;
    assert.equal(here.remaining(session), HOUR / 2);
    assert.ok(new SessionClock(clock.environment).remaining(session) < 0, 'after a reload, it is unknown');
  });

  it('ends early at worst when the clock is set ahead', () => {
    const clock = new TestClock();
    const session = begin(clock);
    const here = new SessionClock(clock.environment);
    here.remaining(session);
    clock.skew = 2 * HOUR;
    assert.ok(here.remaining(session) < 0);
  });

  it('continues while the device sleeps and its monotonic clock stands still', () => {
    const clock = new TestClock();
    const session = begin(clock);
    const here = new SessionClock({ ...clock.environment, elapsed: () => 7 });
    assert.equal(here.remaining(session), HOUR);
    clock.advance(2 * HOUR);
    assert.ok(here.remaining(session) < 0);
  });
});
