import type { IssuedTokens } from '../../src/cognito/tokens.js';
import type { SessionStore } from '../../src/config/config.js';
import { Keeper } from '../../src/session/keeper.js';
import type { Session } from '../../src/session/session.js';
import { memoryStore } from '../../src/session/memory-store.js';
import { TestClock } from '../client/test-clock.js';
import { POOL } from './tokens.js';

/** A keeper whose refreshes a test answers, with all that it did. */
export function keep(store: SessionStore = memoryStore(), refresh?: () => Promise<IssuedTokens>) {
  const clock = new TestClock();
  const refreshed: string[] = [];
  const revoked: string[] = [];
  const ended: string[] = [];
  const started: string[] = [];
  const answers: PromiseWithResolvers<IssuedTokens>[] = [];
  const port = {
    refresh: ({ refreshToken }: Session) => {
      refreshed.push(refreshToken);
      if (refresh) return refresh();
      const answer = withResolvers<IssuedTokens>();
      answers.push(answer);
      return answer.promise;
    },
    revoke: (refreshToken: string) => void revoked.push(refreshToken),
    ended: (reason: string) => void ended.push(reason),
    started: ({ sub }: Session) => void started.push(sub),
  };
  const keeper = new Keeper(POOL, store, port, clock.environment);
  return { keeper, clock, store, refreshed, revoked, ended, started, answers };
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
