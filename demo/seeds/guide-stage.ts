import { loaders } from 'virtual:guides';
import * as compat from '../../src/compat/index.js';
import type { CompatUser } from '../../src/compat/index.js';
import { localCognito } from '../parts/local-cognito.js';
import type { LocalCognito, LocalPool } from '../parts/local-cognito.js';
import { readOutbox } from '../parts/outbox.js';
import { providerToken } from './provider-token.js';
import { isUser, shown } from './shown.js';
import type { Field } from './steps.js';
import { givenFor, modulesFor } from './given.js';
import type { Tell } from './given.js';

const { Auth, Hub } = compat;

/** The fields whose values the local Cognito knows. */
export type Codes = Readonly<Partial<Record<Field, string>>>;

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

/** Runs samples for a page, each with what is left open given to it. Fires `codes` when there are new ones. */
export class GuideStage extends EventTarget {
  readonly pool: LocalPool;
  readonly #cognito: LocalCognito;
  #codes: Codes = {};
  #user: CompatUser | undefined;
  #token: Promise<string> | undefined;
  /** Whether the user is setting up an authenticator app. */
  #setsUp = false;
  #tell: Tell = () => undefined;

  constructor(cognito: LocalCognito) {
    super();
    this.#cognito = cognito;
    this.pool = cognito.pools.find(({ title }) => title === 'Guides')!;
    Hub.listen('auth', ({ payload: { event, message = '' } }) => this.#tell('Hub', `${event}: ${message}`));
    window.addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      this.#tell('Not caught', shown(event.reason));
    });
  }

  /** Configures `Auth` for the pool of the guides. */
  static async open(): Promise<GuideStage> {
    const cognito = await localCognito();
    const stage = new GuideStage(cognito);
    Auth.configure({
      userPoolId: stage.pool.userPoolId,
      userPoolWebClientId: stage.pool.userPoolClientId,
      identityPoolId: cognito.identityPoolId,
      endpoint: cognito.endpoint,
      identityPoolEndpoint: cognito.identityEndpoint,
    });
    const user: unknown = await Auth.currentAuthenticatedUser().catch(() => undefined);
    if (isUser(user)) stage.#user = user;
    return stage;
  }

  /** The newest code that was sent, and that of the authenticator app. */
  get codes(): Codes {
    return this.#codes;
  }

  /** Runs a part of a sample, until no call of `Auth` is left. */
  async run(sample: string, part: number, values: Readonly<Record<string, string>>, tell: Tell): Promise<void> {
    this.#tell = tell;
    const token = await (this.#token ??= providerToken(this.#cognito.endpoint, this.pool));
    const situation = { cognito: this.#cognito, pool: this.pool, token, tell };
    const calls = new Set<Promise<unknown>>();
    const told = this.#told(tell, calls);
    const modules: Record<string, object> = {
      ...modulesFor(situation),
      'auth-elements/compat': { ...compat, Auth: told },
      'auth-elements/compat/auth': { default: told },
    };
    const variables = {
      ...values,
      ...(await givenFor(situation)),
      Auth: told,
      user: this.#user,
      console: { log: (...logged: unknown[]) => tell('console.log', logged.map(shown).join(' ')) },
      imported: (name: string) => modules[name],
      exported: {},
    };
    try {
      const { parts } = await loaders[sample]!();
      for (const [name, value] of Object.entries(await parts[part]!(variables))) tell(name, shown(await value));
    } catch (error) {
      tell('Error', shown(error));
    }
    do {
      await Promise.all(calls);
      await nextTurn();
    } while (calls.size > 0);
    await this.#loadCodes();
  }

  /** `Auth`, whose answers are told. */
  #told(tell: Tell, calls: Set<Promise<unknown>>): typeof Auth {
    const follow = (name: string, result: Promise<unknown>): void => {
      const ended = result.then(
        (value) => {
          if (isUser(value)) this.#user = value;
          if (name === 'setupTOTP') this.#setsUp = true;
          tell(`Auth.${name}`, shown(value));
        },
        (reason: unknown) => tell(`Auth.${name} refused`, shown(reason)),
      );
      calls.add(ended);
      void ended.then(() => calls.delete(ended));
    };
    return new Proxy(Auth, {
      get: (_, name) => {
        const member: unknown = Reflect.get(Auth, name);
        if (typeof member !== 'function') return member;
        return (...values: unknown[]): unknown => {
          const result: unknown = Reflect.apply(member, Auth, values);
          if (result instanceof Promise) follow(String(name), result);
          return result;
        };
      },
    });
  }

  async #loadCodes(): Promise<void> {
    const isAsked = this.#user?.challengeName === 'SOFTWARE_TOKEN_MFA';
    const [newest] = (await readOutbox()) ?? [];
    const ofApp = isAsked || this.#setsUp ? await this.#codeOfApp() : undefined;
    const code = isAsked ? ofApp : newest?.code;
    this.#codes = { ...(code && { code }), ...(ofApp && { challengeAnswer: ofApp }) };
    this.dispatchEvent(new Event('codes'));
  }

  async #codeOfApp(): Promise<string> {
    const url = new URL('/__dev/totp', this.#cognito.endpoint);
    url.search = new URLSearchParams({ user: this.#user!.getUsername(), pool: this.pool.userPoolId }).toString();
    return ((await (await fetch(url)).json()) as { code: string }).code;
  }
}
