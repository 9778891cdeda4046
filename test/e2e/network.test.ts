import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addUsers, totpCode } from '../../demo/cognito/index.js';
import type { SeedUser } from '../../demo/cognito/index.js';
import { APP } from '../support/demo.js';
import { setDemoStage } from '../support/demo-stage.js';
import { startFaultyNetwork } from '../support/faults.js';
import type { Fault, FaultyNetwork } from '../support/faults.js';
import { Person } from '../support/person.js';
import { IS_LONG } from '../support/trials.js';

const MINUTE = 60_000;
const PASSWORD = 'Correct-Horse-7';
const NEW_PASSWORD = 'Battery-Staple-8';
const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const PHONE = '+15555550111';
const TROUBLE =
  /No connection|No answer came|answer that we do not understand|service has a problem|took too long|code is not right|code has expired/;

/** One screen of a flow: what the user fills in, the button, and the text of success. */
interface Act {
  readonly at: string;
  readonly fields: (
    name: string,
    person: Person,
  ) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  readonly button: string;
  readonly leadsTo: string;
  /** What a user does who reads that it was done already. */
  readonly retreat?: { readonly from: string; readonly by: string };
}

interface Flow {
  readonly pool: readonly [id: string, client: string];
  /** The account of the user, if they have one already. */
  readonly account?: Partial<SeedUser>;
  /** What the user presses before the first screen. */
  readonly link?: string;
  readonly acts: readonly Act[];
  /** Whether the flow is complete, on any screen. */
  readonly goals?: readonly string[];
  /** The operations of the flow without a fault. */
  readonly operations: readonly string[];
}

describe('a network that breaks at each request', () => {
  let now = Date.now();
  const stage = setDemoStage({ now: () => now });
  let network: FaultyNetwork;
  let count = 0;

  before(async () => {
    network = await startFaultyNetwork(stage.demo.cognito.endpoint);
  });
  after(() => network.close());

  const latestCode = (to: string): string => stage.demo.cognito.outbox.latest(to).code;
  const emailOf = (name: string): string => `${name}@example.com`;
  const signIn = (leadsTo: string, password = PASSWORD): Act => ({
    at: 'Sign in',
    fields: (name) => ({ Username: emailOf(name), Password: password }),
    button: 'Sign in',
    leadsTo,
  });

  const POOL_1 = ['us-east-1_Example1', 'abc123'] as const;
  const POOL_2 = ['us-east-1_Example2', 'def456'] as const;

  const FLOWS: Readonly<Record<string, Flow>> = {
    'signing in': {
      pool: POOL_1,
      account: {},
      acts: [signIn(APP)],
      operations: ['InitiateAuth', 'RespondToAuthChallenge'],
    },
    'signing in with an authenticator app': {
      pool: POOL_1,
      account: { totp: KEY },
      acts: [
        signIn('Enter your code'),
        {
          at: 'Enter your code',
          fields: () => ({ Code: totpCode(KEY, now) }),
          button: 'Verify',
          leadsTo: APP,
        },
      ],
      operations: ['InitiateAuth', 'RespondToAuthChallenge', 'RespondToAuthChallenge'],
    },
    'signing in with a text message': {
      pool: POOL_1,
      account: { sms: true },
      acts: [
        signIn('Enter your code'),
        { at: 'Enter your code', fields: () => ({ Code: latestCode(PHONE) }), button: 'Verify', leadsTo: APP },
      ],
      operations: ['InitiateAuth', 'RespondToAuthChallenge', 'RespondToAuthChallenge'],
    },
    'replacing a temporary password': {
      pool: POOL_1,
      account: { status: 'FORCE_CHANGE_PASSWORD' },
      acts: [
        signIn('Choose a new password'),
        {
          at: 'Choose a new password',
          fields: () => ({ 'New password': PASSWORD }),
          button: 'Save and continue',
          leadsTo: APP,
        },
      ],
      operations: ['InitiateAuth', 'RespondToAuthChallenge', 'RespondToAuthChallenge'],
    },
    'setting up an authenticator app during the sign-in': {
      pool: POOL_2,
      account: {},
      // When only the last response is lost, the app is set up, and its code is required from then on.
      goals: [APP, 'Enter your code'],
      acts: [
        signIn('Set up an authenticator app'),
        {
          at: 'Set up an authenticator app',
          fields: async (_, person) => ({ Code: totpCode(await person.readsKey(), now) }),
          button: 'Verify',
          leadsTo: APP,
        },
      ],
      operations: [
        'InitiateAuth',
        'RespondToAuthChallenge',
        'AssociateSoftwareToken',
        'VerifySoftwareToken',
        'RespondToAuthChallenge',
      ],
    },
    'creating an account': {
      pool: POOL_1,
      link: 'Create an account',
      acts: [
        {
          at: 'Create an account',
          fields: (name) => ({ Username: name, Email: emailOf(name), Password: PASSWORD }),
          button: 'Create account',
          leadsTo: 'Confirm your account',
        },
        {
          at: 'Confirm your account',
          fields: (name) => ({ Code: latestCode(emailOf(name)) }),
          button: 'Confirm',
          leadsTo: APP,
        },
      ],
      // The account is confirmed, also when the automatic sign-in after it fails.
      goals: [APP, 'Your account is confirmed. Please sign in.'],
      operations: ['SignUp', 'ConfirmSignUp', 'InitiateAuth', 'RespondToAuthChallenge'],
    },
    'resetting a password': {
      pool: POOL_1,
      account: {},
      link: 'Forgot password?',
      acts: [
        {
          at: 'Reset your password',
          fields: (name) => ({ Username: emailOf(name) }),
          button: 'Send code',
          leadsTo: 'Set a new password',
        },
        {
          at: 'Set a new password',
          fields: (name) => ({ Code: latestCode(emailOf(name)), 'New password': NEW_PASSWORD }),
          button: 'Set password',
          leadsTo: 'Sign in',
          // The first response was lost, but the code has been used.
          retreat: { from: 'This code has expired. Please ask for a new one.', by: 'Back to sign in' },
        },
        signIn(APP, NEW_PASSWORD),
      ],
      operations: ['ForgotPassword', 'ConfirmForgotPassword'],
    },
  };

  /** Does one screen until the next one. Returns whether the user saw an error. */
  async function perform(
    person: Person,
    act: Act,
    name: string,
    goals: readonly string[],
  ): Promise<'done' | 'in' | 'restart'> {
    for (let tries = 0; tries < 3; tries += 1) {
      const fields = Object.entries(await act.fields(name, person));
      for (const [label, value] of fields) await person.types(label, value);
      // Only then the screen is about this try, and not about the previous one.
      await Promise.all([network.next(), person.presses(act.button)]);
      const outcome = await person.readsFirst([act.leadsTo, ...goals], TROUBLE);
      if (goals.includes(outcome)) return 'in';
      if (outcome === act.leadsTo) return 'done';
      if (outcome === act.retreat?.from) {
        await person.presses(act.retreat.by);
        return 'done';
      }
      if (act.at !== 'Sign in' && (await person.sees('Forgot password?'))) return 'restart';
      const [identifier] = fields;
      if (identifier && ['Username', 'Email'].includes(identifier[0])) {
        assert.equal(await person.valueOf(identifier[0]), identifier[1], 'what was typed is still there');
      }
      now += MINUTE;
    }
    throw new Error(`“${act.button}” never led to “${act.leadsTo}”.`);
  }

  /** A new user for each run, so that runs do not affect each other. */
  function moveIn(poolId: string, name: string, account: Partial<SeedUser>): void {
    const pool = stage.demo.cognito.store.pools.find(({ id }) => id === poolId)!;
    const email = emailOf(name);
    addUsers(stage.demo.cognito.store, pool, [
      {
        username: pool.usernameAttributes.length ? email : name,
        password: PASSWORD,
        attributes: { email, email_verified: 'true', ...(account.sms && { phone_number: PHONE }) },
        note: '',
        ...account,
      },
    ]);
  }

  async function walk(flow: Flow, fault: Fault, nth: number): Promise<readonly string[]> {
    const context = await stage.browser.newContext();
    const problems: string[] = [];
    context.on('weberror', (error) => problems.push(String(error.error())));
    const person = new Person(await context.newPage());
    const [id, client] = flow.pool;
    const name = `person${(count += 1).toString()}`;
    if (flow.account) moveIn(id, name, flow.account);
    const query = new URLSearchParams({
      'user-pool-id': id,
      'user-pool-client-id': client,
      'user-pool-endpoint': network.endpoint,
    });
    await person.opens(`${stage.demo.url}?${query.toString()}`);
    now += MINUTE;
    network.plan(fault, nth);
    const { requests } = network;
    let isDone = false;
    for (let rounds = 0; rounds < 3 && !isDone; rounds += 1) {
      if (flow.link) await person.presses(flow.link);
      isDone = true;
      for (const act of flow.acts) {
        await person.isAt(act.at);
        const outcome = await perform(person, act, name, flow.goals ?? [APP]);
        if (outcome === 'restart') {
          isDone = false;
          now += MINUTE;
        }
        if (outcome !== 'done') break;
      }
    }
    assert.ok(isDone, 'the person gets through in the end');
    assert.deepEqual(problems, []);
    const asked = requests.map(({ operation }) => operation.replace(/:.*/, ''));
    await context.close();
    return asked;
  }

  // A lost response is the hardest. The other faults fail each request of the client and of each screen in `faults/`.
  const faults: readonly Fault[] = IS_LONG ? ['cut-after', 'cut-before', 'html'] : ['cut-after'];

  for (const [title, flow] of Object.entries(FLOWS)) {
    for (const fault of faults) {
      for (const [nth, operation] of flow.operations.entries()) {
        it(`lets a user continue with ${title}: ${fault} at request ${(nth + 1).toString()}, ${operation}`, async () => {
          const asked = await walk(flow, fault, nth);
          assert.equal(asked[nth], operation, 'the fault hit the request that it was meant for');
        });
      }
    }
  }
});
