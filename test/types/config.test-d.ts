// Compiled, never run: what must not compile is marked, and the compiler complains about a mark without an error.
import { configure, createAuth } from 'auth-elements';
import type { Discovery, ForeignConfig, PageOptions, PoolConfig, SessionStore } from 'auth-elements';
import type { ConfigError as AnyConfigError } from 'auth-elements';
import { ConfigError } from 'auth-elements/client';

const storage: SessionStore = {
  get: async (key) => localStorage.getItem(key),
  set: (key, value) => localStorage.setItem(key, value),
  remove: (key) => localStorage.removeItem(key),
};
const discovery: Discovery = { 'example.com': 'ExampleCorp' };
const config: PoolConfig = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', storage, discovery };
const options: PageOptions = { initialState: 'sign-up' };
const foreign: ForeignConfig = { aws_user_pools_id: 'us-east-1_Example1' };

/** A page that is told what its configuration lacks. */
export function keyOf(given: PoolConfig): string | undefined {
  try {
    configure(createAuth(given), options);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const problem: AnyConfigError = error;
    return problem.key;
  }
}
export const keys = [config, foreign].map(keyOf);

// @ts-expect-error A store has to remove, too.
export const forgetful: SessionStore = { get: () => null, set: () => undefined };
// @ts-expect-error No library has such a configuration.
export const unknown: ForeignConfig = { region: 'us-east-1' };
