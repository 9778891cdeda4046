import { AuthError } from '../../cognito/errors.js';
import { CognitoException, errorOf, meaningOf } from '../../cognito/exceptions.js';
import { fieldsOf, listOf, textOf } from '../../cognito/json.js';
import { claimsOf } from '../../cognito/jwt.js';
import { checkIdToken } from '../../cognito/oauth/id-token.js';
import { pagesOf } from '../../cognito/oauth/pages.js';
import { isIssuerOf } from '../../cognito/oauth/pool-issuer.js';
import type { SendRequest } from '../../cognito/request.js';
import { userPoolOf } from '../../cognito/user-pool.js';
import type { AuthConfig } from '../../config/config.js';
import { providerNameOf } from '../../config/provider-names.js';
import { arrived, dropArrival } from '../../session/arrival.js';
import type { Arrival } from '../../session/arrival.js';
import type { Keeper } from '../../session/keeper.js';
import type { MethodMemory } from '../../session/method-memory.js';
import type { RedirectRecord, RedirectRecords } from '../../session/redirect-records.js';
import { isIdentity } from '../../session/signed-in.js';
import type { SignedIn } from '../../session/signed-in.js';
import { userPoolSession } from '../../session/user-pool-session.js';
import type { Attempt } from '../attempts.js';
import type { Listeners } from '../listeners.js';
import { signedIn } from '../signed-in.js';
import type { Step } from '../step.js';
import type { DirectLogins } from './direct-logins.js';
import { directProvidersIn, isIssuer, keyOf } from './direct-provider.js';
import type { IssuerProvider } from './direct-provider.js';
import type { LazyIdentities } from './lazy-identities.js';
import { GRANTS } from './grants.js';
import { Redemption } from './redemption.js';

/** What takes in an answer of the sign-in pages. */
interface ArrivalServices {
  readonly config: AuthConfig;
  readonly send: SendRequest;
  readonly records: RedirectRecords;
  readonly keeper: Keeper;
  readonly methods: MethodMemory;
  readonly listeners: Listeners;
  readonly direct: DirectLogins;
  readonly identities: LazyIdentities;
  /** Best effort, for tokens that are not needed any more. */
  readonly revoke: (refreshToken: string) => void;
}

/** An answer that is being taken in, and the redirect that it answers. */
interface Taking {
  readonly record: RedirectRecord;
  readonly redemption: Redemption;
}

/** What is being taken in on this page, whichever client has started that. */
let pending: Taking | undefined;

const lost = (why: string): AuthError => new AuthError('redirect-lost', { cause: new Error(why) });

/** The parameters of an answer, each of which is given once (RFC 6749, section 3.1); undefined where one is given twice. */
function answerIn({ parameters, isDouble }: Arrival): ReadonlyMap<string, string> | undefined {
  const given = [...new URLSearchParams(parameters)];
  const answer = new Map(given);
  return isDouble || answer.size < given.length ? undefined : answer;
}

const isAt = (address: string, redirectUri: string): boolean => {
  const [here, there] = [new URL(address), new URL(redirectUri)];
  return here.origin === there.origin && here.pathname === there.pathname;
};

/** Who identified the user: one who is not a user of the pool itself is named after the provider. */
function providerIn(idToken: string): string | undefined {
  const claims = claimsOf(idToken);
  const name = textOf(fieldsOf(listOf(claims, 'identities')[0]), 'providerName');
  const username = textOf(claims, 'cognito:username')?.toLowerCase();
  return name && username?.startsWith(`${name.toLowerCase()}_`) ? name : undefined;
}

/** Takes in what the sign-in pages have answered. */
export class Arrivals {
  readonly #services: ArrivalServices;
  /** The redirect whose answer was taken in. */
  #taken: RedirectRecord | undefined;

  constructor(services: ArrivalServices) {
    this.#services = services;
  }

  /** The step that the answer leads to; undefined when there is none for this client, or it changes nothing. */
  async take(attempt: Attempt): Promise<Step | undefined> {
    const { keeper } = this.#services;
    try {
      return await this.#take(attempt);
    } catch (error) {
      if (meaningOf(error).next === 'signIn') return undefined;
      const session = attempt.isOver() ? undefined : await keeper.restore();
      if (session) return { ...signedIn(session), redirect: { error: AuthError.from(error) } };
      const { loginHint: username } = this.#taken ?? {};
      if (username === undefined) throw error;
      return { name: 'signIn', username, asksPassword: true, error: AuthError.from(error) };
    }
  }

  async #take(attempt: Attempt): Promise<Step | undefined> {
    const { config, keeper, listeners, methods } = this.#services;
    const arrival = arrived();
    if (!arrival || !(config.oauth ?? directProvidersIn(config).some(isIssuer))) return undefined;
    const state = new URLSearchParams(arrival.parameters).get('state') ?? '';
    const taking = pending?.redemption.state === state ? pending : this.#start(arrival, state);
    // An answer for another client of this page is left for that.
    if (!taking || !this.#isOurs(taking.record)) return undefined;
    this.#taken = taking.record;
    const { customState } = taking.record;
    return taking.redemption.take(attempt.isOver, async (session) => {
      const done = signedIn(await keeper.begin(session));
      const { provider } = session;
      // The session calls an issuer by its key in `Logins`.
      methods.used({ provider: providerNameOf(taking.record.provider ?? provider ?? '') });
      const redirect = { ...(provider && { provider }), ...(customState !== undefined && { customState }) };
      listeners.tell({ name: 'started', step: { ...done, redirect } });
      return { ...done, redirect };
    });
  }

  #isOurs(record: RedirectRecord): boolean {
    const { config } = this.#services;
    if (this.#issuerOf(record)) return true;
    const pages = config.oauth && pagesOf(config);
    return pages?.clientId === record.clientId && pages.origin === record.origin;
  }

  /** The provider that a redirect led to, if it is an issuer. */
  #issuerOf({ clientId, origin, provider }: RedirectRecord): IssuerProvider | undefined {
    return directProvidersIn(this.#services.config)
      .filter(isIssuer)
      .find((each) => each.name === provider && each.clientId === clientId && each.issuer === origin);
  }

  /** Starts to take in an answer, if it is for this client. */
  #start(arrival: Arrival, state: string): Taking | undefined {
    const { records, revoke } = this.#services;
    const record = records.find(state);
    if (!record) {
      dropArrival();
      throw lost('This tab has not started such a redirect, or it is over.');
    }
    if (!this.#isOurs(record)) return undefined;
    // Before anything is awaited: an answer is used once.
    records.remove(state);
    const session = this.#redeem(arrival, record, state).finally(() => {
      dropArrival();
      pending = undefined;
    });
    const redemption = new Redemption(state, session, (unwanted) => {
      // No request ends what an issuer has issued.
      if (!isIdentity(unwanted) && unwanted.refreshToken) revoke(unwanted.refreshToken);
    });
    return (pending = { record, redemption });
  }

  async #redeem(arrival: Arrival, record: RedirectRecord, state: string): Promise<SignedIn> {
    const { records, send } = this.#services;
    const answer = answerIn(arrival);
    if (!answer) throw lost('The answer is not clear.');
    if (!records.isInTime(record)) throw lost('The answer came too late.');
    if (!isAt(arrival.address, record.redirectUri)) throw lost('The answer came to another address.');
    const provider = this.#issuerOf(record);
    if (provider) return this.#identify(provider, answer, { ...record, state });
    const config = userPoolOf(this.#services.config);
    const pages = pagesOf(config);
    const grant = GRANTS[pages.responseType ?? 'code'];
    const [error, issuer] = [answer.get('error'), answer.get('iss')];
    // RFC 9207: against answers of an issuer that was mixed up with Cognito.
    if (issuer && !isIssuerOf(config, issuer)) throw lost('The answer is of another issuer.');
    if (Boolean(answer.get(grant.parameter)) === Boolean(error))
      throw lost('The answer is neither a grant nor an error.');
    if (error) throw errorOf(new CognitoException(error, answer.get('error_description') ?? '', 'authorize'));
    const tokens = await grant.tokens({ config, pages, send }, answer, record);
    checkIdToken(tokens.idToken, record.nonce);
    const origin = record.provider ?? providerIn(tokens.idToken);
    return userPoolSession(tokens, config, { via: 'redirect', provider: origin });
  }

  /** The session of a user whom an issuer has identified. */
  async #identify(
    provider: IssuerProvider,
    answer: ReadonlyMap<string, string>,
    proof: RedirectRecord & { readonly state: string },
  ): Promise<SignedIn> {
    const { direct, identities } = this.#services;
    const login = await (await direct.issuer(provider)).redeem(new URLSearchParams([...answer]), proof);
    return (await identities.load()).logins.signIn({ provider: keyOf(provider), login });
  }
}
