import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authMachine } from '../../src/machine/auth-machine.js';
import { chart } from '../../src/machine/setup.js';
import { STEPS } from './forms.js';
import { TRANSITIONS, follow, pathOf } from './transitions.js';
import type { Transition } from './transitions.js';

/** Throws unless a chart has a transition. */
function expectTransition(machine: typeof authMachine, transition: Transition): void {
  const { snapshot, does } = follow(machine, transition);
  assert.equal(pathOf(snapshot.value), transition.to);
  for (const [key, expected] of Object.entries(transition.then ?? {})) {
    assert.deepEqual(Reflect.get(snapshot.context, key), expected, key);
  }
  if (transition.does) assert.ok(does.includes(transition.does), transition.does);
}

const nameOf = ({ from, when, to, given }: Transition): string => {
  const event =
    'type' in when
      ? when.type
      : 'answer' in when
        ? `the answer ${when.answer.name}`
        : 'failure' in when
          ? `“${when.failure.code}”`
          : `beginning with ${when.beginning?.step?.name ?? when.beginning?.error?.code ?? 'nothing'}`;
  const who = [given?.user && 'signed in', given?.initialState && `beginning at ${given.initialState}`].filter(Boolean);
  return `leads from ${from}${who.length ? ` (${who.join()})` : ''} by ${event} to ${to}`;
};

describe('The chart', () => {
  for (const transition of TRANSITIONS) it(nameOf(transition), () => expectTransition(authMachine, transition));

  it('has a screen for every state', () => {
    const states = [...leaves(authMachine.root)];
    assert.ok(states.length > 20);
    for (const { path, screens } of states) {
      assert.equal(screens.length, 1, `${path} has ${screens.length.toString()} screens`);
    }
  });

  it('differs from every chart without one of its transitions, guards or actions', () => {
    const cuts = [...transitionsIn(authMachine.config)].filter((cut) => cut.join('.') !== LAST_GUARD);
    assert.ok(cuts.length > 200, cuts.length.toString());
    const unmissed = cuts.filter((cut) => {
      const without = rebuild(copy(authMachine.config, cut));
      return !TRANSITIONS.some((transition) => fails(() => expectTransition(without, transition)));
    });
    assert.deepEqual(unmissed, []);
  });
});

/** The last row of the switchboard needs no guard: the compiler checks that the others are complete. */
const LAST_GUARD = `states.next.always.${(Object.keys(STEPS).length - 1).toString()}.guard`;

// A modified copy of a configuration has lost its type.
const rebuild = chart.createMachine as (config: unknown) => typeof authMachine;

interface Node {
  readonly path: readonly string[];
  readonly type: string;
  readonly meta?: unknown;
  readonly always?: unknown;
  readonly states: Readonly<Record<string, Node>>;
}

/** The atomic states of the chart, with the screens of each and its ancestors. */
function* leaves(node: Node, around: readonly string[] = []): Generator<{ path: string; screens: readonly string[] }> {
  const screens = node.meta ? [...around, JSON.stringify(node.meta)] : around;
  for (const child of Object.values(node.states)) yield* leaves(child, screens);
  if (node.type === 'atomic' && !node.always) yield { path: node.path.join('.'), screens };
}

type Path = readonly (string | number)[];

/** The paths of the transitions in a configuration, also of several for one event. */
function* transitionsIn(config: unknown, path: Path = []): Generator<Path> {
  if (typeof config !== 'object' || config === null) return;
  for (const [key, value] of Object.entries(config)) {
    const at = [...path, key];
    if (key === 'on') for (const [type, given] of Object.entries(value as object)) yield* each(given, [...at, type]);
    else if (['always', 'onDone', 'onError'].includes(key)) yield* each(value, at);
    else if (key === 'states' || key === 'invoke' || path.at(-1) === 'states') yield* transitionsIn(value, at);
  }
}

/** A transition, its guard, and each of its actions. */
function* each(given: unknown, path: Path): Generator<Path> {
  if (Array.isArray(given)) {
    for (const [index, one] of given.entries()) yield* each(one, [...path, index]);
    return;
  }
  yield path;
  if (typeof given !== 'object' || given === null) return;
  if ('guard' in given) yield [...path, 'guard'];
  if ('actions' in given) yield* each(given.actions, [...path, 'actions']);
}

/** A configuration without what is at a path. */
function copy(config: unknown, [key, ...rest]: Path): unknown {
  if (Array.isArray(config)) {
    return config.flatMap((item: unknown, index) => (index === key ? (rest.length ? [copy(item, rest)] : []) : [item]));
  }
  const entries = Object.entries(config as object).flatMap(([name, value]: [string, unknown]) =>
    name !== key ? [[name, value]] : rest.length ? [[name, copy(value, rest)]] : [],
  );
  return Object.fromEntries(entries);
}

function fails(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}
