import type { AppClient } from './pools.js';
import type { MethodName, Subject } from './subject.js';
import type { World } from './world.js';

/** What a call works with. */
export interface Stage extends Subject {
  readonly world: World;
  /** Resolves with the data of an event of `Hub`, channel `auth`, once it is told. */
  heard(event: string): Promise<unknown>;
}

/** One call of the transcript. What it answers or refuses is recorded, and what `Hub` tells meanwhile. */
export interface Call {
  /** Begins with the name of the method. */
  readonly title: `${MethodName | 'Hub.listen' | 'Hub.remove' | 'Hub.dispatch'}${string}`;
  /** Default: the pool with user names and an optional second factor. Null: there is no configuration. */
  readonly pool?: AppClient | null;
  /** Keys of the configuration besides those of the pool. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What comes before, and is not recorded. */
  readonly given?: (stage: Stage) => unknown;
  /** Gets what `given` resolved with. */
  readonly call: (stage: Stage, given: unknown) => unknown;
}
