import type { AuthConfig } from '../config.js';
import type { ForeignMark } from '../foreign-marks.js';

/** Where another library keeps some of its keys, and which of ours they are. */
export interface Reader {
  /** The key at the top by which such a configuration is recognized. */
  readonly mark: ForeignMark;
  /** The keys that lead from the top to the object with these keys. */
  readonly path: readonly string[];
  /** Our keys by theirs. Those that are spelled alike are not listed. */
  readonly keys: Readonly<Record<string, keyof AuthConfig>>;
}
