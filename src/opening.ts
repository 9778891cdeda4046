import { LOADING, stateWithoutChart } from './auth-state.js';
import type { AuthState, Beginning } from './auth-state.js';
import type { AuthClient, SessionChange } from './client/auth-client.js';
import type { Step } from './client/step.js';
import { AuthError } from './cognito/errors.js';
import { ownOf } from './cognito/own.js';
import type { Chart, ChartOptions, startChart } from './machine/start-chart.js';
import type { AuthEvent } from './machine/types.js';
import { whenIdle } from './when-idle.js';

type SignOut = Extract<AuthEvent, { type: 'signOut' }>;

/** What can be set, and counts from the beginning. */
type Options = Pick<ChartOptions, 'initialState' | 'inspect'>;

/** What the opening tells the `Auth` that it opens. */
interface Stage {
  readonly state: () => AuthState;
  readonly show: (state: AuthState) => void;
  readonly handOver: (chart: Chart) => void;
}

/**
 * Stands in for the chart until that is loaded. The chart knows every way through a sign-in, which the first screen does
 * not need: it is loaded when that screen has been drawn, starts where the page is, and decides everything from then on.
 * What is sent before waits for it, in order; a sign-out and a cancellation wait for nothing.
 */
export class Opening {
  readonly #client: AuthClient;
  readonly #options: Options;
  readonly #stage: Stage;
  #queue: (AuthEvent | SessionChange)[] = [];
  /** The latest request for the beginning: the only one that counts. */
  #request = new AbortController();
  #beginning: Beginning | undefined;
  #startChart: typeof startChart | undefined;
  #stopWatching = (): void => undefined;
  #stopWaiting = (): void => undefined;
  #isOver = false;

  constructor(client: AuthClient, options: Options, stage: Stage) {
    this.#client = client;
    this.#options = options;
    this.#stage = stage;
  }

  start(): void {
    this.#stopWatching = this.#client.watch((change) => this.#wait(ownOf(change)));
    void this.#ask((signal) => this.#client.restore(undefined, signal));
  }

  send(event: AuthEvent): void {
    if (event.type === 'signOut') this.#signOut(event);
    else if (event.type === 'cancel') this.#cancel();
    else this.#wait(event);
  }

  /** Loads the chart now. */
  prepare(): void {
    void this.#load();
  }

  stop(): void {
    this.#isOver = true;
    this.#request.abort();
    this.#stopWaiting();
    this.#stopWatching();
  }

  /** Asks the client where the page begins. */
  async #ask(ask: (signal: AbortSignal) => Promise<Step>, known: Pick<Beginning, 'ended'> = {}): Promise<void> {
    this.#request.abort();
    const request = (this.#request = new AbortController());
    const beginning = await ask(request.signal).then(
      (step) => ({ ...known, step }),
      (cause: unknown) => ({ ...known, error: AuthError.from(cause) }),
    );
    if (!request.signal.aborted) this.#begin(beginning);
  }

  #begin(beginning: Beginning): void {
    this.#beginning = beginning;
    const state = stateWithoutChart(beginning, this.#options.initialState);
    if (state) this.#stage.show({ ...state, isBusy: this.#hasRequest });
    if (this.#startChart || this.#queue.length > 0 || !state) void this.#load();
    else this.#stopWaiting = whenIdle(() => void this.#load());
  }

  /** Whether something that the user asked for waits for the chart. */
  get #hasRequest(): boolean {
    return this.#queue.some((entry) => 'type' in entry && entry.type !== 'signIn.typing');
  }

  #wait(entry: AuthEvent | SessionChange): void {
    this.#queue.push(entry);
    if (this.#hasRequest) this.#stage.show({ ...this.#stage.state(), isBusy: true, error: undefined });
    void this.#load();
  }

  #dropRequests(): void {
    this.#queue = this.#queue.filter((entry) => !('type' in entry));
  }

  /** The revocation leaves at once: a user who signs out may leave the page before a chunk is loaded. */
  #signOut(event: SignOut): void {
    const isSignedOut = this.#beginning && !this.#stage.state().user && this.#queue.length === 0;
    if (isSignedOut) return;
    this.#queue = [];
    this.#beginning = undefined;
    const ended = 'user';
    this.#stage.show({ ...LOADING, ended });
    void this.#ask((signal) => this.#client.signOut(event, signal).catch(() => ({ name: 'signIn' })), { ended });
  }

  #cancel(): void {
    this.#dropRequests();
    const state = this.#stage.state();
    if (this.#beginning) {
      this.#stage.show({ ...state, isBusy: false });
      return;
    }
    this.#request.abort();
    this.#begin({ step: { name: 'signIn' }, ended: state.ended });
  }

  async #load(): Promise<void> {
    try {
      this.#startChart ??= (await import('./machine/start-chart.js')).startChart;
    } catch (cause) {
      this.#miss(new AuthError('offline', { cause }));
      return;
    }
    if (!this.#beginning || this.#isOver) return;
    this.stop();
    const { initialState, inspect } = this.#options;
    // Passwords may be in it, which the chart does not keep.
    const queue = this.#queue;
    this.#queue = [];
    const chart = this.#startChart(this.#client, {
      beginning: this.#beginning,
      queue,
      initialState,
      inspect,
      changed: this.#stage.show,
    });
    this.#stage.handOver(chart);
    this.#stage.show(chart.getState());
  }

  /** The chart could not be loaded. Whatever is sent next asks for it again. */
  #miss(error: AuthError): void {
    const state = this.#stage.state();
    const isStuck = state.screen === 'loading';
    const isMissed = this.#hasRequest || isStuck;
    this.#dropRequests();
    if (!this.#beginning || !isMissed) return;
    this.#stage.show({ ...state, screen: isStuck ? 'sign-in' : state.screen, isBusy: false, error });
  }
}
