import type { Provider } from './provider.js';
import type { ProviderServices, ScriptedName } from './services.js';

/** The code of each provider, which is loaded when it is needed. */
const PROVIDERS: Readonly<Record<ScriptedName, (services: ProviderServices) => Promise<Provider>>> = {
  google: async (services) => (await import('./google.js')).google(services),
  facebook: async (services) => (await import('./facebook.js')).facebook(services),
  amazon: async (services) => (await import('./amazon.js')).amazon(services),
  apple: async (services) => (await import('./apple.js')).apple(services),
};

/** Whether a provider has a script of its own. */
export const isScripted = (name: string): name is ScriptedName => Object.hasOwn(PROVIDERS, name);

/** A provider whose own script signs users in. */
export const openProvider = (name: ScriptedName, services: ProviderServices): Promise<Provider> =>
  PROVIDERS[name](services);
