import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { createActor } from 'xstate';
import type { InitialState } from '../../src/auth-state.js';
import type { SessionChange } from '../../src/client/auth-client.js';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { authMachine } from '../../src/machine/auth-machine.js';
import { provide } from '../../src/machine/provide.js';
import { stateOf } from '../../src/machine/state-of.js';
import type { AuthEvent } from '../../src/machine/types.js';
import { STEPS, SUBMITS } from './forms.js';
import { pathOf } from './transitions.js';
import { SlowClient } from './slow-client.js';

/** Must not appear anywhere. */
const SENTINEL = 'Correct-Horse-7';

/** One event of a walk. */
type Happening =
  | { readonly kind: 'sends'; readonly event: AuthEvent }
  | { readonly kind: 'uses the form'; readonly nth: number }
  | { readonly kind: 'answers' | 'answers late'; readonly with: Step | AuthError; readonly nth: number }
  | { readonly kind: 'session'; readonly change: SessionChange };

const EVENTS: readonly AuthEvent[] = [
  ...SUBMITS,
  { type: 'signIn.typing' },
  { type: 'go.signIn', username: 'joan' },
  { type: 'go.signUp' },
  { type: 'go.forgotPassword' },
  { type: 'go.totpSetup' },
  { type: 'go.signedIn' },
  { type: 'cancel' },
  { type: 'challenge.expired', error: new AuthError('challenge-expired') },
  { type: 'signOut' },
  { type: 'signOut', global: true },
];

const CHANGES: readonly SessionChange[] = [
  { name: 'ended', reason: 'expired' },
  { name: 'ended', reason: 'other-tab' },
  { name: 'started', step: STEPS.done },
  { name: 'degraded' },
];

const answer = fc.oneof(
  fc.constantFrom(...Object.values(STEPS)),
  fc
    .constantFrom('wrong-code', 'challenge-expired', 'challenge-failed', 'offline', 'credentials')
    .map((code) => new AuthError(code)),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...EVENTS).map((event) => ({ kind: 'sends', event }) as const) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('uses the form' as const), nth: fc.nat(1) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('answers', 'answers', 'answers late'),
      with: answer,
      nth: fc.nat(9),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom(...CHANGES).map((change) => ({ kind: 'session', change }) as const) },
);

const walk = fc.record({
  initialState: fc.constantFrom<InitialState>('sign-in', 'sign-up', 'forgot-password', 'totp-setup'),
  happenings: fc.array(happening, { minLength: 5, maxLength: 40 }),
});

class Walk {
  readonly client = new SlowClient();
  readonly seen: string[] = [];
  readonly actor;

  constructor(initialState: InitialState, isInspected: boolean) {
    this.actor = createActor(provide(this.client), {
      input: { initialState },
      ...(isInspected && { inspect: (event) => this.seen.push(inspect(event, { depth: 4 })) }),
    });
    this.actor.start();
  }

  get snapshot() {
    return this.actor.getSnapshot();
  }

  get path(): string {
    return pathOf(this.snapshot.value);
  }

  async happens(happening: Happening): Promise<void> {
    const { client, actor } = this;
    if (happening.kind === 'sends') actor.send(happening.event);
    else if (happening.kind === 'uses the form') {
      const [state = ''] = this.path.split('.');
      const events = SUBMITS.filter(({ type }) => type.startsWith(`${state}.`));
      const event = events[happening.nth % events.length];
      if (event) actor.send(event);
    } else if (happening.kind === 'session') client.change(happening.change);
    else {
      const { awaited, abandoned } = client;
      const requests = happening.kind === 'answers' ? awaited : abandoned;
      requests[happening.nth % requests.length]?.settle(happening.with);
    }
    await setImmediate();
  }
}

/** What is true in every state. */
function expectSense({ client, snapshot, path }: Walk): void {
  const { screen, isBusy, user, error } = stateOf(snapshot);
  assert.equal(snapshot.status, 'active', path);
  assert.equal(client.awaited.length, isBusy ? 1 : 0, `${path} waits for as many answers as it says`);
  assert.equal(screen === 'loading', ['restoring', 'signingOut'].includes(path), path);
  if (screen === 'signed-in') assert.ok(user, 'a user is signed in');
  if (['sign-in', 'loading'].includes(screen)) assert.equal(user, undefined, `no user is signed in at ${path}`);
  if (isBusy && path !== 'signingOut') assert.equal(error, undefined, `no old error while busy at ${path}`);
  assert.ok(client.isWatched);
}

/** Many walks of many steps. Fails with the shortest that breaks the promise. */
const walks = (
  check: (walk: Walk, happenings: readonly Happening[]) => Promise<void>,
  numRuns: number,
  isInspected = false,
) =>
  fc.assert(
    fc.asyncProperty(walk, async ({ initialState, happenings }) => {
      const one = new Walk(initialState, isInspected);
      try {
        await check(one, happenings);
      } finally {
        one.actor.stop();
      }
    }),
    { numRuns },
  );

describe('A random walk through the chart', () => {
  it('is valid in every state, reaches every state, and always gets back', async () => {
    const visited = new Set<string>();
    await walks(async (one, happenings) => {
      for (const happening of happenings) {
        const before = one.snapshot;
        await one.happens(happening);
        visited.add(one.path);
        expectSense(one);
        if (happening.kind === 'answers late') assert.equal(one.snapshot, before, 'a late answer changes nothing');
      }
      for (const type of ['cancel', 'go.signedIn', 'go.signIn'] as const) one.actor.send({ type });
      assert.ok(['signIn.editing', 'signedIn'].includes(one.path), `no way out of ${one.path}`);
      expectSense(one);
    }, 3000);
    assert.deepEqual([...visited].sort(), [...restingPlaces()].sort());
  });

  it('aborts every request when it ends', async () => {
    await walks(async (one, happenings) => {
      for (const happening of happenings) await one.happens(happening);
      one.actor.stop();
      assert.deepEqual(one.client.awaited, []);
      assert.equal(one.client.isWatched, false);
    }, 300);
  });

  it('never shows a secret: to snapshots, inspectors, logs', async () => {
    assert.equal(new Secret(SENTINEL).reveal(), SENTINEL);
    await walks(
      async (one, happenings) => {
        for (const happening of happenings) {
          await one.happens(happening);
          one.seen.push(JSON.stringify(one.actor.getPersistedSnapshot()), inspect(one.snapshot.context, { depth: 9 }));
        }
        for (const text of one.seen) assert.ok(!text.includes(SENTINEL), text);
      },
      20,
      true,
    );
  });
});

/** Every atomic state. */
function* restingPlaces(node = authMachine.root): Generator<string> {
  if (node.type === 'atomic' && !node.always) yield node.path.join('.');
  for (const child of Object.values(node.states)) yield* restingPlaces(child);
}
