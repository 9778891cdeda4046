import { AuthError } from '../../src/cognito/errors.js';
import { environmentOf } from '../../src/cognito/environment.js';
import { Secret } from '../../src/cognito/secret.js';
import type { ProviderConfig } from '../../src/config/provider-config.js';
import { openProvider } from '../../src/providers/open-provider.js';
import type { Provider, ProviderLogin } from '../../src/providers/provider.js';
import type { ProviderServices, ScriptedName } from '../../src/providers/services.js';

/** What a provider brought, or why it brought nothing. */
interface Outcome {
  readonly token?: string;
  readonly user?: ProviderLogin['user'];
  readonly code?: string;
  readonly detail?: string | undefined;
}

/** The globals of the page. */
export interface ProviderPage {
  /** What came of the last press of a button. */
  outcome: Outcome | undefined;
  /** A newer token, by the provider that brought the last one. */
  renew(): Promise<Outcome>;
  /** Draws Google's own button. */
  drawGoogle(): Promise<Outcome | undefined>;
  signOff(): Promise<void>;
}

declare global {
  interface Window {
    providers: ProviderPage;
  }
}

let held: { readonly provider: Provider; readonly login: ProviderLogin } | undefined;

const servicesOf = (name: ScriptedName, more: Partial<ProviderConfig> = {}): ProviderServices => ({
  config: { name, clientId: `local-${name}`, ...more },
  environment: environmentOf(),
  timeout: 10_000,
});

const outcomeOf = ({ token, user }: ProviderLogin): Outcome => ({
  token: token instanceof Secret ? token.reveal() : token,
  user,
});

const failureOf = (error: unknown): Outcome => {
  const { code, detail } = AuthError.from(error);
  return { code, detail };
};

async function signIn(name: ScriptedName): Promise<Outcome> {
  try {
    const provider = await openProvider(name, servicesOf(name));
    const login = await provider.signIn();
    held = { provider, login };
    return outcomeOf(login);
  } catch (error) {
    return failureOf(error);
  }
}

const page: ProviderPage = {
  outcome: undefined,

  async renew() {
    try {
      return outcomeOf(await held!.provider.renew!(held!.login));
    } catch (error) {
      return failureOf(error);
    }
  },

  async drawGoogle() {
    const { google } = await import('../../src/providers/google.js');
    const provider = google(servicesOf('google'));
    const box = document.querySelector<HTMLElement>('#google-button')!;
    try {
      await provider.renderButton(box, { locale: 'en', theme: 'outline', type: 'standard' }, (answer) => {
        if ('login' in answer) held = { provider, login: answer.login };
        page.outcome = 'login' in answer ? outcomeOf(answer.login) : failureOf(answer.error);
      });
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  },

  async signOff() {
    await held!.provider.signOff?.(true);
  },
};

for (const name of ['google', 'facebook', 'amazon', 'apple'] as const) {
  const button = document.createElement('button');
  button.textContent = `Sign in by ${name}`;
  button.addEventListener('click', () => {
    page.outcome = undefined;
    void signIn(name).then((outcome) => (page.outcome = outcome));
  });
  document.querySelector('main')!.append(button);
}
window.providers = page;
// Nobody clicks: a script of the page signs in. The console tells what comes of it, as tools that look count as users.
if (location.hash) void signIn(location.hash.slice(1) as ScriptedName).then(({ code }) => console.log(code));
