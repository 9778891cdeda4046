import { Auth } from './auth-class.js';
import { Cache } from './cache.js';
import type { CacheConfig } from './cache.js';
import type { CompatConfig } from './compat-config.js';
import { Hub } from './hub.js';
import { I18n } from './i18n.js';

/** A configuration of all parts: `aws-exports`, or an object with `Auth`, `Cache` and `I18n`. */
export type AmplifyConfig = CompatConfig & {
  readonly Auth?: CompatConfig;
  readonly Cache?: CacheConfig;
  readonly I18n?: { readonly language?: string };
};

/** A part of another library, which takes part in a configuration. */
interface Category {
  configure(config: AmplifyConfig): unknown;
}

/** What an app configures at its start. */
class AmplifyClass {
  readonly Auth = Auth;
  readonly Hub = Hub;
  readonly Cache = Cache;
  readonly I18n = I18n;
  #config: AmplifyConfig = {};
  readonly #others = new Set<Category>();

  /** Adds to the configuration, and passes it on. Returns all of it. Keys of other categories are kept. */
  configure(config?: AmplifyConfig | null): AmplifyConfig {
    if (!config) return this.#config;
    this.#config = { ...this.#config, ...config };
    Auth.configure(config);
    Cache.configure(config.Cache);
    I18n.configure(config.I18n);
    for (const other of this.#others) other.configure(this.#config);
    return this.#config;
  }

  /** Has another part configured too, with each later configuration. */
  register(category: Category): void {
    this.#others.add(category);
  }
}

/** The parts of this library that a page configures together. */
export const Amplify = new AmplifyClass();
