import type { Call, Stage } from './call.js';
import { Describer } from './describe.js';
import type { Json } from './describe.js';
import { POOL } from './pools.js';
import type { LegacyHub, Listener, Open } from './subject.js';
import { World } from './world.js';

/** How a call can end: with an answer that is no promise, or as a promise does, or never. */
export const OUTCOMES = ['returns', 'throws', 'resolves', 'rejects', 'hangs'] as const;

/**
 * How a call has ended: one of these is there. A call that hangs has the reason of a rejection behind it that nothing
 * handles.
 */
export type Outcome = { readonly [Name in (typeof OUTCOMES)[number]]?: Json };

/** What a call did. */
export interface Entry extends Outcome {
  /** What `Hub` told on the channel `auth`, in order, until the call settled. */
  readonly events: readonly Json[];
  /** The operations that Cognito was asked for, in order, until the call settled. */
  readonly asked: readonly string[];
}

/** What all calls did, by their titles. */
export type Transcript = Readonly<Record<string, Entry>>;

/** Performs the calls one after another, each with a local Cognito of its own. */
export async function transcribe(open: Open, calls: readonly Call[]): Promise<Transcript> {
  const entries: [string, Entry][] = [];
  for (const call of calls) entries.push([call.title, await perform(open, call)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Performs a call, with a local Cognito of its own. */
export async function perform(open: Open, { pool = POOL, config, given, call }: Call): Promise<Entry> {
  const world = await World.open(pool ?? POOL);
  const stops: (() => void)[] = [];
  try {
    const { Auth, Hub: real } = await open();
    const Hub = stoppable(real, stops);
    const stage: Stage = {
      Auth,
      Hub,
      world,
      heard: (event) =>
        new Promise((resolve) => {
          Hub.listen('auth', ({ payload }) => {
            if (payload.event === event) resolve(payload.data);
          });
        }),
    };
    if (pool) Auth.configure({ ...world.config(pool), ...config });
    const before = await given?.(stage);
    const describer = new Describer();
    const events: Json[] = [];
    const hear: Listener = ({ payload: { event, message = null, data } }) =>
      events.push({ event, message: describer.describe(message), data: describer.describe(data) });
    Hub.listen('auth', hear);
    world.asked.length = 0;
    world.told.length = 0;
    const outcome = await outcomeOf(() => call(stage, before), describer);
    return { ...outcome, events: [...events], asked: [...world.asked] };
  } finally {
    for (const stop of stops) stop();
    await world.close();
  }
}

/** `Hub`, which lives as long as the process, with listeners that can be stopped all at once. */
const stoppable = (hub: LegacyHub, stops: (() => void)[]): LegacyHub => ({
  listen: (...input) => {
    const stop = hub.listen(...input);
    stops.push(stop);
    return stop;
  },
  remove: (channel, listener) => hub.remove(channel, listener),
  dispatch: (channel, payload, source) => hub.dispatch(channel, payload, source),
});

async function outcomeOf(act: () => unknown, describer: Describer): Promise<Outcome> {
  let answer: unknown;
  try {
    answer = act();
  } catch (error) {
    return { throws: describer.describe(error) };
  }
  if (!(answer instanceof Promise)) return { returns: describer.describe(answer) };
  const { reason, stop } = unhandled();
  const settled = answer.then(
    (value: unknown): Outcome => ({ resolves: describer.describe(value) }),
    (error: unknown): Outcome => ({ rejects: describer.describe(error) }),
  );
  try {
    return await Promise.race([settled, reason.then((cause): Outcome => ({ hangs: describer.describe(cause) }))]);
  } finally {
    stop();
  }
}

/** The reason of the next rejection that nothing handles. */
function unhandled(): { readonly reason: Promise<unknown>; readonly stop: () => void } {
  let hear: (reason: unknown) => void = () => undefined;
  const reason = new Promise((resolve) => {
    hear = resolve;
    process.on('unhandledRejection', hear);
  });
  return { reason, stop: () => void process.off('unhandledRejection', hear) };
}
