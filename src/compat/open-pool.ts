import type {
  AuthenticationDetails,
  ChallengeName,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  CognitoUserSession,
  ISignUpResult,
} from 'amazon-cognito-identity-js';
import type { AuthClient } from '../client/auth-client.js';
import { AuthError } from '../cognito/errors.js';
import { readForeignConfig } from '../client/foreign-config.js';
import type { Wire } from '../client/wire.js';
import { Bridge } from './bridge.js';
import { clientConfigOf } from './compat-config.js';
import type { CompatConfig } from './compat-config.js';
import type { PoolAccess } from './pool-access.js';
import type * as Library from './pool-user.js';
import { promised } from './promised.js';
import { UserDataCache } from './user-data.js';

/** Texts by name, as Cognito or a Lambda function has sent them; and what a new password needs. */
export type ChallengeParameters = Readonly<Record<string, string>> & {
  /** The attributes of a user who needs a new password. */
  readonly userAttributes: Readonly<Record<string, string>>;
  /** Names of the attributes that are required with it. */
  readonly requiredAttributes: readonly string[];
};

/** A user of amazon-cognito-identity-js, with what this library writes on it. */
export type CompatUser = Omit<Library.PoolUser, 'challengeName' | 'getSignInUserSession'> & {
  getSignInUserSession(): CognitoUserSession | null;
  /**
   * Cognito's ChallengeName while the user is asked something. Of the library's type, for apps that take the user for its
   * `CognitoUser`. That type is older than `EMAIL_OTP`, which comes too.
   */
  challengeName?: ChallengeName;
  /**
   * ChallengeParameters; of a new password, `userAttributes` and `requiredAttributes`. There while `challengeName` is set, and
   * not before or after.
   */
  challengeParam: ChallengeParameters;
  /** The user's attributes by name, once they were asked for. */
  attributes?: Record<string, string | boolean>;
  /** `NOMFA`, or Cognito's name of the preferred second factor. */
  preferredMFA?: string;
};

/** The user object that a call takes: one of `Auth`, or one that the app has made of its own copy of the library. */
export type GivenUser = CompatUser | CognitoUser;

/** A user who signs up. */
interface NewUser {
  readonly username: string;
  readonly password: string;
  readonly attributes: CognitoUserAttribute[];
  readonly validationData: CognitoUserAttribute[] | null;
  readonly clientMetadata: CompatConfig['clientMetadata'];
}

/** What Cognito answers to a sign-up. */
export type SignUpResult = Omit<ISignUpResult, 'user'> & { readonly user: CompatUser };

/** One configuration at work: its client, and the users of its pool. */
export class OpenPool implements PoolAccess {
  readonly client: AuthClient;
  readonly wire: Wire;
  readonly #library: typeof Library;
  readonly #config: CompatConfig;
  #made: CognitoUserPool | undefined;
  readonly #data = new UserDataCache();
  #settled: Promise<unknown> = Promise.resolve();

  constructor({ client, wire }: Pick<PoolAccess, 'client' | 'wire'>, library: typeof Library, config: CompatConfig) {
    this.client = client;
    this.wire = wire;
    this.#library = library;
    this.#config = config;
    client.watch(() => this.#data.clear());
  }

  /** Made when it is needed: there may be an identity pool alone. */
  get #pool(): CognitoUserPool {
    if (this.#made) return this.#made;
    const { userPoolId = '', userPoolWebClientId = '' } = this.#config;
    const ids = { UserPoolId: userPoolId, ClientId: userPoolWebClientId };
    this.#made = new this.#library.CognitoUserPool({ ...ids, Storage: this.#data });
    // Missing in the types. All requests of the pool and of its users go through it.
    return Object.assign(this.#made, { client: new Bridge(this.wire) });
  }

  /** A user object. Nothing is requested for it. */
  userOf(username: string): CompatUser {
    const user = new this.#library.PoolUser({ Username: username, Pool: this.#pool, Storage: this.#data }, this);
    // Without parameters of a challenge: apps read them only where there is one.
    return user as Library.PoolUser & Pick<CompatUser, 'challengeParam'>;
  }

  /** The user of the user pool who is signed in. Nothing is requested. Undefined without one. */
  async heldUser(): Promise<CompatUser | undefined> {
    const held = await this.wire.read();
    return held && held.kind !== 'identity' ? this.userOf(held.username) : undefined;
  }

  /** What a user signs in with. */
  credentialsOf(data: ConstructorParameters<typeof AuthenticationDetails>[0]): AuthenticationDetails {
    return new this.#library.AuthenticationDetails(data);
  }

  /** Attributes as Cognito takes them. */
  attributesOf(attributes: Readonly<Record<string, string>>): CognitoUserAttribute[] {
    return Object.entries(attributes).map(([Name, Value]) => new this.#library.CognitoUserAttribute({ Name, Value }));
  }

  /** SignUp. The user object in the answer is one of this pool. */
  async signUp({ username, password, attributes, validationData, clientMetadata }: NewUser): Promise<SignUpResult> {
    // Null means that there are none, which the types leave out.
    const data = validationData as CognitoUserAttribute[];
    const result = await promised<ISignUpResult>((callback) =>
      this.#pool.signUp(username, password, attributes, data, callback, { ...clientMetadata }),
    );
    return { ...result, user: this.userOf(username) };
  }

  settle(work: Promise<unknown>): void {
    this.#settled = Promise.all([this.#settled, work]);
  }

  /** Resolves when what was begun without a promise is done. */
  async settled(): Promise<void> {
    await this.#settled;
  }
}

const PACKAGE = 'amazon-cognito-identity-js';

/** The users of the pool, and the classes of the library that they extend. The app may not have installed it. */
const importLibrary = (): Promise<typeof Library> =>
  import('./pool-user.js').catch((cause: unknown) => {
    // Whatever runs the page, its error names the package between quotation marks. Any other may pass with the next call.
    const isMissing = cause instanceof Error && new RegExp(`['"“]${PACKAGE}['"”]`).test(cause.message);
    if (!isMissing) throw cause;
    throw new AuthError('configuration', { cause, detail: `The package ${PACKAGE} is missing.` });
  });

/** Loads what a configuration needs. */
export async function openPool(config: CompatConfig): Promise<OpenPool> {
  // amazon-cognito-identity-js expects the name that Node has for it.
  if (!('global' in globalThis)) Object.assign(globalThis, { global: globalThis });
  const [{ createWiredClient }, { AuthenticationDetails, CognitoUserAttribute, CognitoUserPool, PoolUser }] =
    await Promise.all([import('../client/cognito-client.js'), importLibrary()]);
  const opened = createWiredClient(readForeignConfig(clientConfigOf(config)));
  return new OpenPool(opened, { AuthenticationDetails, CognitoUserAttribute, CognitoUserPool, PoolUser }, config);
}
