import { AuthError } from '../../cognito/errors.js';
import { timeoutOf } from '../../cognito/request.js';
import type { AuthConfig, Environment } from '../../config/config.js';
import type { Issuer } from '../../providers/oidc.js';
import { isScripted, openProvider } from '../../providers/open-provider.js';
import type { Provider, ProviderLogin } from '../../providers/provider.js';
import { LazyCode } from '../lazy-code.js';
import { isIssuer } from './direct-provider.js';
import type { DirectProvider, IssuerProvider } from './direct-provider.js';

/** What providers without the user pool are opened with. */
interface DirectServices {
  readonly config: AuthConfig;
  readonly environment: Environment;
}

/** The logins that providers bring without the user pool. The code of each is loaded when it is first needed. */
export class DirectLogins {
  readonly #services: DirectServices;
  readonly #issuers = new Map<string, LazyCode<Issuer>>();
  readonly #scripted = new Map<string, LazyCode<Provider>>();

  constructor(services: DirectServices) {
    this.#services = services;
  }

  /** The issuer to which the user leaves. */
  issuer(provider: IssuerProvider): Promise<Issuer> {
    return codeOf(this.#issuers, provider.name, async () =>
      (await import('../../providers/oidc.js')).openIssuer(this.#with(provider)),
    );
  }

  /** Asks the user, in a window. */
  async signIn(provider: DirectProvider, signal?: AbortSignal): Promise<ProviderLogin> {
    return (await this.#provider(provider)).signIn(signal);
  }

  /**
   * A newer token of the same user.
   *
   * @throws AuthError `session-expired` when the provider has none without asking.
   */
  async renew(provider: DirectProvider, held: ProviderLogin): Promise<ProviderLogin> {
    const opened = isIssuer(provider) ? await this.issuer(provider) : await this.#provider(provider);
    if (!opened.renew) throw new AuthError('session-expired');
    return opened.renew(held);
  }

  /** Loads what a press of the button needs at once: a window that opens later is blocked. */
  async prepare(provider: DirectProvider): Promise<void> {
    if (isIssuer(provider)) await this.issuer(provider);
    else await (await this.#provider(provider)).prepare();
  }

  /** Ends what the script of the provider remembers on this page. */
  async signOff(provider: DirectProvider, isGlobal: boolean): Promise<void> {
    if (!isIssuer(provider)) await (await this.#provider(provider)).signOff?.(isGlobal);
  }

  #provider(provider: DirectProvider): Promise<Provider> {
    const { name } = provider;
    if (!isScripted(name)) throw new AuthError('configuration', { detail: 'providers.issuer' });
    return codeOf(this.#scripted, name, () => openProvider(name, this.#with(provider)));
  }

  #with<Config extends DirectProvider>(provider: Config) {
    const { config, environment } = this.#services;
    return { config: provider, environment, timeout: timeoutOf(config), scriptNonce: config.scriptNonce };
  }
}

function codeOf<Code>(known: Map<string, LazyCode<Code>>, name: string, load: () => Promise<Code>): Promise<Code> {
  const code = known.get(name) ?? new LazyCode(load);
  known.set(name, code);
  return code.load();
}
