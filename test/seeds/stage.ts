import { findUser, GUIDES, startLocalCognito } from '../../demo/cognito/index.js';
import type { LocalCognito, Triggers } from '../../demo/cognito/index.js';
import type { User } from '../../demo/cognito/store/model.js';
import * as compat from '../../src/compat/index.js';
import type { CompatUser } from '../../src/compat/index.js';
import * as authModule from '../../src/compat/auth.js';
import { runSample } from './run-sample.js';
import type { Run, Surroundings } from './run-sample.js';
import { Tracked } from './tracked.js';

export const USER_POOL_ID = GUIDES.pool.id;
export const CLIENT_ID = GUIDES.client.id;
/** The password of all users: the guides write it so. */
export const PASSWORD = 'oldPassword';

/** The `Auth` that samples and tests share. */
export const { Auth } = compat;

/** A local Cognito, and the package configured for it, as the app has done it that a sample belongs to. */
export class Stage {
  readonly cognito: LocalCognito;
  readonly #auth = new Tracked(Auth);

  constructor(cognito: LocalCognito) {
    this.cognito = cognito;
  }

  static async open(triggers: Triggers = {}): Promise<Stage> {
    const stage = new Stage(await startLocalCognito({ seed: [{ ...GUIDES, pool: { ...GUIDES.pool, triggers } }] }));
    Auth.configure(stage.config);
    return stage;
  }

  /** What the app has configured: all that a sample may change. */
  get config() {
    const { endpoint, identityEndpoint: identityPoolEndpoint } = this.cognito;
    const authenticationFlowType = 'USER_SRP_AUTH';
    return {
      userPoolId: USER_POOL_ID,
      userPoolWebClientId: CLIENT_ID,
      endpoint,
      identityPoolEndpoint,
      authenticationFlowType,
    };
  }

  /** The code in the newest message to an address. */
  code(address: string): string {
    return this.cognito.outbox.latest(address).code;
  }

  /** A user as Cognito has it. */
  user(username: string): User {
    return findUser(this.cognito.store.pools[0]!, username)!;
  }

  /** Makes a code that was sent to a user the one that a guide writes. */
  replaceCode(username: string, purpose: string, value: string): void {
    const { codes } = this.user(username);
    codes.set(purpose, { ...codes.get(purpose)!, value });
  }

  /** The operations that were requested so far, and are among these. */
  requested(...operations: readonly string[]): readonly string[] {
    return this.cognito.received.map(({ operation }) => operation).filter((name) => operations.includes(name));
  }

  run(sample: string, { names = {}, modules = {}, ...rest }: Surroundings = {}): Run {
    const { object } = this.#auth;
    const ours = { 'auth-elements/compat': { ...compat, Auth: object }, 'auth-elements/compat/auth': authModule };
    return runSample(sample, { names: { Auth: object, ...names }, modules: { ...ours, ...modules }, ...rest });
  }

  /** Runs a sample that logs nothing, to the end of all that it begins. */
  async runThrough(sample: string, surroundings: Surroundings = {}): Promise<void> {
    await this.run(sample, surroundings).ended;
    await this.#auth.settled();
  }

  async close(): Promise<void> {
    await Auth.signOut();
    await this.cognito.close();
  }
}

/** What a sample logs next: a user. */
export async function loggedUser(run: Run): Promise<CompatUser> {
  const user = (await run.logged()) as CompatUser | Error;
  if (user instanceof Error) throw user;
  return user;
}
