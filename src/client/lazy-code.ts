import { AuthError } from '../cognito/errors.js';

/** Code that is loaded when it is first wanted, and kept. */
export class LazyCode<Loaded> {
  readonly #import: () => Promise<Loaded>;
  #loading: Promise<Loaded> | undefined;

  constructor(load: () => Promise<Loaded>) {
    this.#import = load;
  }

  /** What is loaded, or being loaded; undefined as long as nothing has wanted it. */
  get current(): Promise<Loaded> | undefined {
    return this.#loading;
  }

  /** @throws AuthError `offline` when it cannot be loaded. The next call tries again: the network may be back. */
  load(): Promise<Loaded> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<Loaded> {
    try {
      return await this.#import();
    } catch (cause) {
      this.#loading = undefined;
      throw new AuthError('offline', { cause });
    }
  }
}
