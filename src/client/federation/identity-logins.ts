import { AuthError } from '../../cognito/errors.js';
import { isGone, recoveryOf } from '../../cognito/identity-exceptions.js';
import type { IdentityPool } from '../../cognito/identity-pool.js';
import { fieldsOf, parseJson } from '../../cognito/json.js';
import type { Fields } from '../../cognito/json.js';
import { DEVELOPER, loginKeyOf } from '../../cognito/login-keys.js';
import { ownOf } from '../../cognito/own.js';
import { revealed } from '../../cognito/secret.js';
import type { AuthConfig, Environment } from '../../config/config.js';
import type { ProviderLogin } from '../../providers/provider.js';
import type { GuestIdentity } from '../../session/guest.js';
import { identitySession } from '../../session/identity-session.js';
import type { IdentitySession } from '../../session/identity-session.js';
import { identityPlaceOf } from '../../session/session-keys.js';
import { invalid } from '../input-checks.js';
import type { DirectLogins } from './direct-logins.js';
import { directProviderWith } from './direct-provider.js';
import { lifetimeOf } from './provider-logins.js';
import { askForToken, handlerOf } from './refresh-handlers.js';

/** A token of a provider, and what is known about its user. */
export interface LoginInput {
  /** The name of the provider, its issuer, or its key in `Logins`. */
  readonly provider: string;
  readonly login: ProviderLogin;
  readonly user?: Fields | undefined;
}

/** What sign-ins at an identity pool need. */
interface IdentityLoginServices {
  readonly config: AuthConfig;
  readonly environment: Environment;
  readonly direct: DirectLogins;
  readonly pool: IdentityPool;
  readonly guest: GuestIdentity;
}

/** Signs users in by tokens of providers, straight at the identity pool. */
export class IdentityLogins {
  readonly #services: IdentityLoginServices;

  constructor(services: IdentityLoginServices) {
    this.#services = services;
  }

  /** A user whose token the page has. The guest who was here before becomes that user. */
  async signIn({ provider, login: given, user = {} }: LoginInput): Promise<IdentitySession> {
    const { guest } = this.#services;
    const login = ownOf(given);
    const key = loginKeyOf(provider);
    if (key === DEVELOPER && !login.identityId) throw invalid('login.identityId: the identity that the token is for');
    const session = await this.#identify(key, login, user, { known: login.identityId ?? (await guest.read()) });
    await guest.forget();
    return session;
  }

  /** A user whom another library has signed in: by a newer token, if that one has expired. */
  async adopt(left: LoginInput): Promise<IdentitySession> {
    try {
      return await this.signIn(left);
    } catch (error) {
      if (recoveryOf(error) !== 'token') throw error;
      const { identityId } = ownOf(left.login);
      const login = await this.#newerToken(loginKeyOf(left.provider), left.login);
      return this.signIn({ ...left, login: { ...(identityId && { identityId }), ...login } });
    }
  }

  /** Who a newer token of the page or the provider is for: the keeper refuses that of another user. */
  async refresh(session: IdentitySession): Promise<IdentitySession> {
    const { provider, sub, user, refreshToken, token } = session;
    const held = { token, expiresAt: 0, user, ...(refreshToken && { refreshToken }) };
    const login = await this.#newerToken(provider, held);
    const next = { ...(refreshToken && { refreshToken }), ...login };
    return this.#identify(provider, next, user, { known: sub, isFixed: true });
  }

  /** The page comes first. */
  #newerToken(loginKey: string, held: ProviderLogin): Promise<ProviderLogin> {
    const { config, direct, environment } = this.#services;
    const handler = handlerOf(config, loginKey);
    if (handler) return askForToken(handler, loginKey, config, environment);
    const provider = directProviderWith(config, loginKey);
    if (!provider) throw new AuthError('session-expired');
    return direct.renew(provider, held);
  }

  /**
   * Asks the identity pool whose token that is.
   *
   * @param known The identity of the user, or of the guest who is to become one.
   * @param isFixed Whether a session is of that identity, and ends with it (`session-expired`).
   */
  async #identify(
    provider: string,
    login: ProviderLogin,
    user: Fields,
    { known, isFixed = false }: { readonly known: string | undefined; readonly isFixed?: boolean },
  ): Promise<IdentitySession> {
    const { config, environment, pool } = this.#services;
    const { token: given, refreshToken, user: more } = ownOf(login);
    const token = revealed(given);
    const logins = { [provider]: token };
    const use = async (id: string) => {
      try {
        return (await pool.credentialsOf(id, logins)).identityId;
      } catch (error) {
        if (isFixed && isGone(error)) throw new AuthError('session-expired', { cause: error });
        if (recoveryOf(error) !== 'identity') throw error;
        return undefined;
      }
    };
    const sub = (known && (await use(known))) ?? (await pool.idOf(logins));
    const lifetime = lifetimeOf(login, environment.now());
    return identitySession({
      ...{ sub, pool: identityPlaceOf(config) ?? '', provider, token, lifetime },
      // As it will be read back.
      user: fieldsOf(parseJson(JSON.stringify({ ...more, ...user }))),
      ...(refreshToken && { refreshToken: revealed(refreshToken) }),
    });
  }
}
