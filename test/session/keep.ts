import { AuthError } from '../../src/cognito/errors.js';
import type { IssuedTokens } from '../../src/cognito/tokens.js';
import type { SessionStore } from '../../src/config/config.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { SessionKeeper } from '../../src/session/session-keeper.js';
import { SharedRecord } from '../../src/session/shared-record.js';
import { ALONE } from '../../src/session/tabs.js';
import { userPoolKind } from '../../src/session/user-pool-kind.js';
import { TestClock } from '../client/test-clock.js';
import { KEY } from './device.js';
import { POOL } from './tokens.js';

/** A keeper whose refreshes a test answers, with a record of its calls. */
export function keep(store: SessionStore = memoryStore(), refresh?: () => Promise<IssuedTokens>) {
  const clock = new TestClock();
  const refreshed: string[] = [];
  const revoked: string[] = [];
  const ended: string[] = [];
  const started: string[] = [];
  /** The result of each refresh. */
  const outcomes: string[] = [];
  const answers: PromiseWithResolvers<IssuedTokens>[] = [];
  const requests = {
    refresh: (refreshToken: string) => {
      refreshed.push(refreshToken);
      if (refresh) return refresh();
      const answer = withResolvers<IssuedTokens>();
      answers.push(answer);
      return answer.promise;
    },
    revoke: (refreshToken: string) => void revoked.push(refreshToken),
  };
  const keeper = new SessionKeeper({
    kind: userPoolKind(POOL, store, requests),
    record: new SharedRecord(store, KEY, ALONE, clock.environment),
    events: {
      ended: (reason) => void ended.push(reason),
      started: ({ sub }) => void started.push(sub),
      refreshed: (error) => void outcomes.push(error === undefined ? 'refreshed' : AuthError.from(error).code),
    },
    environment: clock.environment,
  });
  return { keeper, clock, store, refreshed, revoked, ended, started, outcomes, answers };
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: unknown) => void;
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<Value>(): PromiseWithResolvers<Value> {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<Value>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}
