import { AuthError, createAuthClient, Secret } from '../../src/client/index.js';
import type { AuthConfig, FlowClient, Step } from '../../src/client/index.js';

/** Calls of a client in a worker, one after the other. Each gets the ticket of the step before. */
export interface WorkerCalls {
  readonly config: AuthConfig;
  /** Passwords and answers are text here: a `Secret` cannot be sent to a worker. */
  readonly calls: readonly (readonly [method: keyof FlowClient, input?: Readonly<Record<string, string>>])[];
}

/** What came of them. */
export interface WorkerResult {
  /** The names of the steps, or the code of the error. */
  readonly steps: readonly string[];
  /** The access token, if a user is signed in then. */
  readonly accessToken: string | undefined;
  /** The databases of the origin. */
  readonly databases: readonly (string | undefined)[];
}

const SECRETS: readonly string[] = ['password', 'answer', 'code'];

const boxed = (input: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, SECRETS.includes(key) ? new Secret(value) : value]),
  );

addEventListener('message', ({ data }: MessageEvent<WorkerCalls>) => {
  void run(data).then((result) => postMessage(result));
});

async function run({ config, calls }: WorkerCalls): Promise<WorkerResult> {
  const client = createAuthClient(config);
  const steps: string[] = [];
  let step: Step | undefined;
  try {
    for (const [method, input] of calls) {
      const ticket = step && 'ticket' in step ? { ticket: step.ticket } : {};
      // The test says which input belongs to which method.
      step = await client[method]({ ...boxed(input), ...ticket } as never);
      steps.push(step.name);
    }
  } catch (error) {
    steps.push(AuthError.from(error).code);
  }
  const tokens = await client.getTokens({ forceRefresh: true }).catch(() => undefined);
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  return { steps, accessToken: tokens?.accessToken, databases };
}
