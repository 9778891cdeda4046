import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { addUsers } from '../../demo/cognito/index.js';
import type { AuthClient } from '../../src/client/auth-client.js';
import { FLOW_METHODS } from '../../src/client/flow-methods.js';
import type { Step } from '../../src/client/step.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Stage } from '../client/stage.js';
import { HOME } from '../client/federation/round-trip.js';
import { askedBy, startFaultyNetwork } from '../support/faults.js';
import type { Asked, FaultyNetwork } from '../support/faults.js';
import { NodeTab } from '../support/node-tab.js';
import { PasskeyBrowser } from '../support/passkey-browser.js';
import { until } from '../support/until.js';
import type { Expected, Mode } from './expected.js';
import { POOLS } from './flow.js';
import type { Flow } from './flow.js';
import { registerPasskey } from './passkey-of.js';
import { Visitor } from './visitor.js';

const PASSWORD = 'Correct-Horse-7';
const NEW_PASSWORD = 'Battery-Staple-8';
/** The client's deadline, which passes on the stage's clock. */
const TIMEOUT = 10_000;
/** A call that takes longer in real time hangs. */
const PATIENCE = 30_000;

/** No flow has more actions. */
const LONGEST = 20;

/** The outcome of a failed request. */
export interface Found extends Expected {
  /** Other things that should not have happened. */
  readonly damage: readonly string[];
}

/** The outcome of an action of the user. */
type Outcome = Step | AuthError;

/** A local Cognito behind a network that fails, and users who walk through flows. */
export class Bench {
  readonly stage: Stage;
  readonly network: FaultyNetwork;
  /** The methods of the client that were called so far. */
  readonly called = new Set<string>();
  readonly #nowhere: string;
  #refusedFrom = Infinity;
  #asked: Asked[] = [];
  #underWay = 0;
  #people = 0;
  #browser = new PasskeyBrowser();
  readonly #tab = new NodeTab();

  private constructor(stage: Stage, network: FaultyNetwork, nowhere: string) {
    this.stage = stage;
    this.network = network;
    this.#nowhere = nowhere;
  }

  static async open(): Promise<Bench> {
    const stage = await Stage.open();
    const network = await startFaultyNetwork(stage.cognito.endpoint, () => stage.clock.advance(TIMEOUT));
    return new Bench(stage, network, await deadEnd());
  }

  async close(): Promise<void> {
    this.#browser.close();
    this.#tab.close();
    await this.network.close();
    await this.stage.close();
  }

  /** The requests of a flow without a fault, action by action. */
  async requestsOf(flow: Flow): Promise<readonly (readonly Asked[])[]> {
    const visitor = await this.#arrive(flow);
    const acts: (readonly Asked[])[] = [];
    const act = async (doing: () => Promise<Step>): Promise<Step> => {
      this.network.plan(undefined, 0);
      const step = await doing();
      await this.#quiet();
      acts.push([...this.network.requests]);
      return step;
    };
    let step = await act(() => this.#begin(flow, visitor));
    while (step.name !== (flow.goal ?? 'done')) {
      assertEnds(acts.length, step);
      step = await act(() => visitor.go(step));
    }
    return acts;
  }

  /** Walks through a flow, fails a request, and returns the outcome. */
  async fail(flow: Flow, nth: number, mode: Mode): Promise<Found> {
    const visitor = await this.#arrive(flow);
    const { kept } = this.stage;
    const goal = flow.goal ?? 'done';
    const damage: string[] = [];
    this.#break(mode, nth);

    let act = () => this.#begin(flow, visitor);
    let before: string;
    let outcome: Outcome;
    for (let acts = 0; ; acts += 1) {
      before = this.#record();
      outcome = await settle(act());
      await this.#quiet();
      if (this.#asked.length > nth) break;
      const step = stepIn(outcome);
      assertEnds(acts, step);
      act = () => visitor.go(step);
    }
    const requests = this.#sent(nth);
    const isSignOut = goal === 'signIn' && !(flow.staysIn && outcome instanceof AuthError);
    const isIn = !(outcome instanceof AuthError) && 'user' in outcome;
    if (!isSignOut && !isIn && this.#record() !== before) damage.push('the store has changed');
    if (isSignOut && kept.size > 0) damage.push('something is left in the store');

    this.#heal();
    const again = outcome instanceof AuthError ? await settle(act()) : outcome;
    const next = again instanceof AuthError || again.name === 'unsupported' ? 'over' : 'on';
    damage.push(...(await this.#finish(visitor, again, goal)));
    return { outcome: wordOf(outcome), requests, next, damage };
  }

  #begin(flow: Flow, visitor: Visitor): Promise<Step> {
    return flow.begin?.(visitor, this.#tab) ?? visitor.signIn();
  }

  /** Checks that the user completes the flow in the end, if need be from the start. */
  async #finish(visitor: Visitor, from: Outcome, goal: Step['name']): Promise<readonly string[]> {
    let outcome = from;
    const errors: string[] = [];
    for (let acts = 0; outcome instanceof AuthError || outcome.name !== goal; acts += 1) {
      if (outcome instanceof AuthError) {
        errors.push(outcome.code);
        visitor.learn(outcome);
      }
      if (errors.length > 4) return [`no way in: ${errors.join(', ')}`];
      const lost = outcome instanceof AuthError || outcome.name === 'unsupported';
      const step: Step = lost ? { name: 'signIn' } : stepIn(outcome);
      if (step.name === goal) return [];
      assertEnds(acts, step);
      outcome = await settle(visitor.go(step));
    }
    if (goal !== 'done') return [];
    const tokens = await visitor.client.getTokens().catch(String);
    return typeof tokens === 'string' ? [`no tokens: ${tokens}`] : [];
  }

  /** A new user with a new account, at an unused page. */
  async #arrive(flow: Flow): Promise<Visitor> {
    const { stage, network } = this;
    this.#heal();
    this.#browser.close();
    this.#tab.close();
    stage.kept.clear();
    const name = `person${(this.#people += 1).toString()}`;
    const phone = `+1555${this.#people.toString().padStart(7, '0')}`;
    const email = `${name}@example.com`;
    const { userPoolId } = POOLS[flow.pool];
    const pool = stage.cognito.store.pools.find(({ id }) => id === userPoolId)!;
    const username = pool.usernameAttributes.length > 0 ? email : name;
    const habits = { username, email, phone, passwords: [PASSWORD], newPassword: NEW_PASSWORD, ...flow.habits };
    const [password] = habits.passwords;
    const isReachable = flow.account && flow.account.status !== 'UNCONFIRMED';
    if (flow.account) {
      const attributes = {
        email,
        ...(isReachable && { email_verified: 'true' }),
        ...(flow.phone && { phone_number: phone, phone_number_verified: 'true' }),
      };
      addUsers(stage.cognito.store, pool, [
        { username, attributes, note: '', ...(password && { password }), ...flow.account },
      ]);
    }
    if (flow.passkey) await this.#givePasskey(flow, username);
    stage.intercept = (request, pass) => this.#pass(flow, request, pass);
    const client = stage.client({
      ...POOLS[flow.pool],
      ...(flow.pool === 'hosted' && { oauth: { domain: network.endpoint, redirectSignIn: HOME, ...flow.oauth } }),
      userPoolEndpoint: network.endpoint,
      ...flow.config,
    });
    const visitor = new Visitor(stage, this.#counted(client), habits);
    if (flow.signedInFor !== undefined || flow.comesBack) await visitor.walk({ name: 'signIn' });
    if (flow.comesBack) await client.signOut({});
    if (flow.elsewhere) await visitor.at(stage.client({ ...POOLS[flow.pool], storage: 'memory' })).signIn();
    stage.clock.advance(flow.signedInFor ?? 0);
    await this.#quiet();
    this.#asked = [];
    return visitor;
  }

  async #givePasskey(flow: Flow, username: string): Promise<void> {
    const { stage } = this;
    this.#browser = new PasskeyBrowser();
    if (flow.passkey !== 'registered') {
      this.#browser.canKeep = flow.passkey === 'welcome';
      this.#browser.open();
      return;
    }
    stage.intercept = (_, pass) => pass();
    await registerPasskey(stage, POOLS[flow.pool], { username, password: PASSWORD }, this.#browser);
    this.#browser.open();
  }

  /** The same client, with its calls recorded. */
  #counted(client: AuthClient): AuthClient {
    const counted = FLOW_METHODS.map((method) => {
      const call = (...input: readonly unknown[]): unknown => {
        this.called.add(method);
        const ended: unknown = Reflect.apply(client[method], client, input);
        // What leaves the page ends with it.
        return method === 'federate' ? ended : ending(method, ended);
      };
      return [method, call] as const;
    });
    return Object.assign(Object.create(client) as AuthClient, Object.fromEntries(counted), {
      getTokens: client.getTokens.bind(client),
      account: client.account.bind(client),
    });
  }

  /** Between the client and the network. A refused connection is one to a port without a server. */
  async #pass(flow: Flow, request: Request, pass: () => Promise<Response>): Promise<Response> {
    const { method, url, headers } = request;
    const target = headers.get('x-amz-target') ?? undefined;
    const asked = askedBy(method, new URL(url).pathname, target, await request.clone().text());
    if (!asked) throw new Error(`The client has requested a page: ${url}`);
    if (asked.operation === flow.unknown) {
      return Response.json({ __type: 'UnknownOperationException' }, { status: 400 });
    }
    const number = this.#asked.push(asked) - 1;
    this.#underWay += 1;
    try {
      const response = number >= this.#refusedFrom ? await fetch(this.#nowhere, { method: 'POST' }) : await pass();
      const { status, headers } = response;
      const body = await response.arrayBuffer();
      return new Response(body.byteLength > 0 ? body : null, { status, headers });
    } finally {
      this.#underWay -= 1;
    }
  }

  #break(mode: Mode, nth: number): void {
    this.#asked = [];
    this.#refusedFrom = mode === 'refused' ? nth : Infinity;
    if (mode === 'refused') this.network.plan(undefined, 0);
    else if (mode === '1× cut-before') this.network.plan('cut-before', nth);
    else if (mode === '1× cut-after') this.network.plan('cut-after', nth);
    else this.network.plan(mode, nth, true);
  }

  #heal(): void {
    this.#refusedFrom = Infinity;
    this.network.heal();
  }

  /** What is stored, except the record for the passkey offer. */
  #record(): string {
    return JSON.stringify([...this.stage.kept].filter(([key]) => !key.endsWith('.passkeys')));
  }

  /** How often the nth request was sent in all. */
  #sent(nth: number): number {
    const wanted = this.#asked[nth];
    const isSame = ({ operation, challenge }: Asked) =>
      operation === wanted?.operation && challenge === wanted.challenge;
    return this.#asked.slice(nth).filter(isSame).length;
  }

  /** Waits until no request is pending, in the background either. */
  async #quiet(): Promise<void> {
    for (let turns = 0; turns < 5; turns += 1) {
      if (this.#underWay > 0) turns = 0;
      await until(() => this.#underWay === 0, { what: 'every request has an answer' });
      await turn();
    }
  }
}

const wordOf = (outcome: Outcome): string => (outcome instanceof AuthError ? outcome.code : `→ ${outcome.name}`);

function stepIn(outcome: Outcome): Step {
  if (outcome instanceof AuthError) throw outcome;
  return outcome;
}

/** Fails when a flow does not end. */
function assertEnds(acts: number, step: Step): void {
  if (acts > LONGEST) throw new Error(`The flow has no end. After ${String(acts)} acts, it is at ${step.name}.`);
}

/** The outcome of a call of the client. A call that does not end is a bug. */
async function ending(method: string, call: unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${method}() never settles.`)), PATIENCE);
  });
  try {
    return await Promise.race([call, never]);
  } finally {
    clearTimeout(timer);
  }
}

/** How a call ends. One that fails with anything but an AuthError is a bug. */
const settle = (call: Promise<Step>): Promise<Outcome> =>
  call.catch((error: unknown) => {
    if (error instanceof AuthError) return error;
    throw error;
  });

/** The address of a port without a server. */
async function deadEnd(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  // `address()` is a string only for pipes and sockets.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://localhost:${port}/`;
}
