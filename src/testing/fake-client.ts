import type { AccountClient } from '../client/account-client.js';
import type {
  AuthClient,
  AwsCredentials,
  FlowClient,
  SessionChange,
  SignInMethod,
  Tokens,
} from '../client/auth-client.js';
import type { FederatedIdentity } from '../client/federated-identity.js';
import { forEachMethod } from '../client/flow-methods.js';
import type { AuthUser, CodeDelivery, Step, Ticket } from '../client/step.js';
import { AuthError } from '../cognito/errors.js';

/** What a method answers: a step, a failure, or a promise of either. */
export type FakeAnswer = Step | AuthError | Promise<Step | AuthError>;

type Method = keyof FlowClient;
type Input<M extends Method> = Parameters<FlowClient[M]>[0];

/** The answers of the client: constant, or depending on the input. */
export type FakeScript = Pick<AuthClient, 'authFlow'> & {
  readonly [M in Method]?: FakeAnswer | ((input: Input<M>) => FakeAnswer);
} & {
  /** The user whom the identity pool knows alone. */
  readonly identity?: FederatedIdentity;
  /** The method that was used last. */
  readonly lastMethod?: SignInMethod;
  /** The operations of the signed-in user's account. */
  readonly account?: Partial<AccountClient>;
};

/** The name of a method of the client, or (`account.passkeys`) of its account. */
export type FakeCall = keyof AuthClient | `account.${keyof AccountClient}`;

/**
 * A client with scripted answers, in place of the one that speaks to Cognito: in tests, or in a gallery of screens.
 */
export interface FakeClient extends AuthClient {
  /** The names of the methods called so far. */
  readonly calls: readonly FakeCall[];
  /** Changes the session from outside, as another tab or a revoked token would. */
  change(change: SessionChange): void;
}

/** An answer that never comes, until the call is aborted. */
export const never = (): Promise<Step> => new Promise(() => undefined);

/** A challenge in progress, for five minutes. */
export const ticket = (changes: Partial<Ticket> = {}): Ticket => ({
  username: 'jane',
  expiresAt: Date.now() + 300_000,
  ...changes,
});

/** A signed-in user. */
export const user = (changes: Partial<AuthUser> = {}): AuthUser => ({
  username: 'jane',
  sub: '11111111-2222-4333-8444-555555555555',
  attributes: {},
  ...changes,
});

/** Where a code was sent. */
export const delivery = (changes: Partial<CodeDelivery> = {}): CodeDelivery => ({
  medium: 'email',
  destination: 'j***@e***',
  ...changes,
});

const CREDENTIALS: AwsCredentials = {
  accessKeyId: 'key',
  secretAccessKey: 'secret',
  sessionToken: 'token',
  expiration: new Date(8.64e15),
  identityId: 'us-east-1:11111111-2222-4333-8444-555555555555',
  authenticated: true,
};

const TOKENS: Tokens = { accessToken: 'access', idToken: 'id', expiresAt: Number.MAX_SAFE_INTEGER };

/** A client with a script. A method that the script does not mention fails with an error that names it. */
export function fakeClient(script: FakeScript = {}): FakeClient {
  const calls: FakeCall[] = [];
  const listeners = new Set<(change: SessionChange) => void>();
  const lines: FakeScript = {
    restore: { name: 'signIn' },
    offerPasskey: new AuthError('passkey-unavailable'),
    signOut: { name: 'signIn' },
    ...script,
  };

  const play =
    <M extends Method>(method: M) =>
    async (input: Input<M>, signal?: AbortSignal): Promise<Step> => {
      calls.push(method);
      const line: FakeAnswer | ((input: never) => FakeAnswer) | undefined = lines[method];
      if (!line) throw new Error(`The script of this fakeClient has no ${method}.`);
      // The line of a method takes the input of that method; the compiler cannot tell by the name.
      const answer = await unlessAborted(typeof line === 'function' ? line(input as never) : line, signal);
      if (answer instanceof Error) throw answer;
      return answer;
    };

  return {
    calls,
    authFlow: script.authFlow,
    ...forEachMethod<FlowClient>(play),
    leave: () => undefined,
    prepare: async () => void calls.push('prepare'),
    getTokens: async () => {
      calls.push('getTokens');
      return TOKENS;
    },
    getCredentials: async () => {
      calls.push('getCredentials');
      return CREDENTIALS;
    },
    rememberMethod: async () => void calls.push('rememberMethod'),
    lastMethod: async () => {
      calls.push('lastMethod');
      return script.lastMethod;
    },
    identity: async () => {
      calls.push('identity');
      return script.identity;
    },
    account: async () => {
      calls.push('account');
      if (!script.account) throw new Error('The script of this fakeClient has no account.');
      return recorded(script.account, calls);
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change: (change) => [...listeners].forEach((listener) => listener(change)),
  };
}

/** An account that records its calls. Operations that the script does not mention do not exist. */
function recorded(account: Partial<AccountClient>, calls: FakeCall[]): AccountClient {
  const proxy = new Proxy(account, {
    get(target, name, receiver) {
      // The account has no other names.
      if (name in target) calls.push(`account.${String(name)}` as FakeCall);
      const operation: unknown = Reflect.get(target, name, receiver);
      return operation;
    },
  });
  // A script has the operations that its test needs.
  return proxy as AccountClient;
}

const unlessAborted = <Value>(value: Value | Promise<Value>, signal: AbortSignal | undefined): Promise<Value> =>
  new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new AuthError('cancelled')), { once: true });
    Promise.resolve(value).then(resolve, reject);
  });
