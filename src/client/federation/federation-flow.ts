import { AuthError } from '../../cognito/errors.js';
import type { SessionStore } from '../../config/config.js';
import { arrived } from '../../session/arrival.js';
import type { IdentitySession } from '../../session/identity-session.js';
import { LeftIdentity } from '../../session/left-identity.js';
import type { Attempt, Attempts } from '../attempts.js';
import type { FederateInput, FlowClient } from '../auth-client.js';
import { invalid } from '../input-checks.js';
import { LazyCode } from '../lazy-code.js';
import { signedIn } from '../signed-in.js';
import type { Step } from '../step.js';
import { directProviderOf, directProviderWith, isIssuer, keyOf } from './direct-provider.js';
import type { LoginInput } from './identity-logins.js';
import type { Identities } from './open-identities.js';
import type { Federation, FederationServices } from './open-federation.js';

/** What a sign-in at another place needs. */
interface FederationFlowServices extends FederationServices {
  readonly attempts: Attempts;
  readonly store: SessionStore;
}

/** The sign-in at another place. Its code is loaded when it is needed. */
export class FederationFlow implements Pick<FlowClient, 'federate'> {
  readonly #services: FederationFlowServices;
  readonly #code: LazyCode<Federation>;
  readonly #left: LeftIdentity;

  constructor(services: FederationFlowServices) {
    this.#services = services;
    this.#code = new LazyCode(async () => (await import('./open-federation.js')).openFederation(services));
    this.#left = new LeftIdentity(services.config, services.store);
  }

  federate(input: FederateInput, signal?: AbortSignal): Promise<Step> {
    return this.#services.attempts.runLatest({ username: '' }, signal, (attempt) => this.begin(attempt, input));
  }

  /** The same, as a part of another call. */
  async begin(attempt: Attempt, input: FederateInput): Promise<Step> {
    const { provider, login, user } = input;
    const { config, direct } = this.#services;
    const { signal } = attempt;
    if (login) {
      if (!provider) throw invalid('provider: who has issued the token of the login');
      return this.#signIn(attempt, provider, { provider, login, user });
    }
    const beside = directProviderOf(config, provider);
    if (!beside || isIssuer(beside)) return (await this.#code.load()).departures.signIn(input, signal, beside);
    const brought = await direct.signIn(beside, signal);
    return this.#signIn(attempt, beside.name, { provider: keyOf(beside), login: brought, user });
  }

  /** The step of a page that a redirect has returned to; undefined when there is none. */
  async arrive(attempt: Attempt): Promise<Step | undefined> {
    return arrived() && (await this.#code.load()).arrivals.take(attempt);
  }

  /**
   * Signs the user in whom aws-amplify 5 has left. What is left there stays while the identity pool does not answer, and
   * is removed otherwise.
   *
   * @returns Nothing when there is none, or the pool does not take the token any more.
   */
  async adopt(attempt: Attempt): Promise<Step | undefined> {
    const left = await this.#left.read();
    if (!left || attempt.isOver()) return undefined;
    try {
      return await this.#keep(attempt, ({ logins }) => logins.adopt(left));
    } catch (error) {
      if (!isPassing(error)) await this.dropLeft();
      return undefined;
    }
  }

  /** Removes what aws-amplify 5 has left of a user. */
  dropLeft(): Promise<void> {
    return this.#left.drop();
  }

  /** Ends the session of the sign-in pages, if there is one. Never rejects: the user is signed out here. */
  async signOut(): Promise<void> {
    await this.#leave();
  }

  /**
   * Ends what the provider of a user remembers who has signed in without the user pool. Never rejects.
   *
   * @param redirect Whether the page is left for that.
   */
  async signOff(
    { provider, token }: Pick<IdentitySession, 'provider' | 'token'>,
    { isGlobal, redirect = true }: { readonly isGlobal: boolean; readonly redirect?: boolean | undefined },
  ): Promise<void> {
    const { config, direct } = this.#services;
    const found = directProviderWith(config, provider);
    if (!found) return;
    await direct.signOff(found, isGlobal).catch(() => undefined);
    if (isIssuer(found) && found.logoutUri !== undefined && redirect) await this.#leave({ issuer: found, token });
  }

  async #leave(identity?: Parameters<Federation['departures']['signOut']>[0]): Promise<void> {
    try {
      await (await this.#code.load()).departures.signOut(identity);
    } catch {
      // The page was not left: the session there ends by itself.
    }
  }

  /** @param name What the page calls the provider. */
  async #signIn(attempt: Attempt, name: string, input: LoginInput): Promise<Step> {
    const step = await this.#keep(attempt, ({ logins }) => logins.signIn(input));
    this.#services.methods.used({ provider: name });
    return step;
  }

  async #keep(attempt: Attempt, signIn: (identities: Identities) => Promise<IdentitySession>): Promise<Step> {
    const { identities, keeper, listeners } = this.#services;
    const session = await signIn(await identities.load());
    if (attempt.isOver()) throw new AuthError('cancelled');
    const step = signedIn(await keeper.begin(session));
    listeners.tell({ name: 'started', step });
    return step;
  }
}

/** Whether a sign-in has failed for now, so that the same token may do later. */
const isPassing = (error: unknown): boolean =>
  ['offline', 'timeout', 'service', 'too-many-requests', 'cancelled'].includes(AuthError.from(error).code);
