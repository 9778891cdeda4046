import type { AuthConfig, ForeignConfig } from './config.js';

/** A configuration in our words, and the words in which the page gave it, for error messages. */
export interface Reading {
  readonly config: AuthConfig;
  readonly names: Readonly<Record<string, string>>;
}

type Table = Readonly<Record<string, keyof AuthConfig>>;

/** `aws-exports.js`, as written by the Amplify CLI. */
const AWS_EXPORTS: Table = {
  aws_user_pools_id: 'userPoolId',
  aws_user_pools_web_client_id: 'userPoolClientId',
  aws_cognito_identity_pool_id: 'identityPoolId',
};

/** The part `auth` of `amplify_outputs.json`, as written by Amplify Gen 2. */
const AMPLIFY_OUTPUTS: Table = {
  user_pool_id: 'userPoolId',
  user_pool_client_id: 'userPoolClientId',
  identity_pool_id: 'identityPoolId',
};

/** `Auth` of Amplify 5, and the same keys without `Auth` around them; `Auth.Cognito` of Amplify 6. */
const AMPLIFY: Table = {
  userPoolId: 'userPoolId',
  userPoolWebClientId: 'userPoolClientId',
  userPoolClientId: 'userPoolClientId',
  identityPoolId: 'identityPoolId',
  userPoolEndpoint: 'userPoolEndpoint',
  identityPoolEndpoint: 'identityPoolEndpoint',
  endpoint: 'userPoolEndpoint',
  authenticationFlowType: 'authFlow',
  clientMetadata: 'clientMetadata',
  storage: 'storage',
  // Refused by the check: silently keeping tokens elsewhere than the page wants would be worse.
  cookieStorage: 'storage',
};

/** `oauth.options` of Amplify 5. */
const OAUTH_OPTIONS: Table = { AdvancedSecurityDataCollectionFlag: 'threatProtection' };

/** Our own keys, which a page may put beside those of another library. */
const OURS: Table = {
  userPoolEndpoint: 'userPoolEndpoint',
  identityPoolEndpoint: 'identityPoolEndpoint',
  authFlow: 'authFlow',
  clientMetadata: 'clientMetadata',
  validationData: 'validationData',
  threatProtection: 'threatProtection',
  passkeyPrompt: 'passkeyPrompt',
  verifyContact: 'verifyContact',
  skipVerifyFor: 'skipVerifyFor',
  storage: 'storage',
  timeout: 'timeout',
  autoSignIn: 'autoSignIn',
  authSessionValidity: 'authSessionValidity',
  resume: 'resume',
  environment: 'environment',
};

type Values = Readonly<Record<string, unknown>>;

// Any object may be read as one whose values are not known.
const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});

/** The blocks of a configuration, each with the path before its keys and the table that fits it. */
function blocksOf(config: Values): (readonly [path: string, block: Values, table: Table])[] {
  const amplify = valuesOf(config['Auth']);
  return [
    ['', config, OURS],
    ['', config, AWS_EXPORTS],
    ['auth.', valuesOf(config['auth']), AMPLIFY_OUTPUTS],
    ['Auth.', amplify, AMPLIFY],
    ['Auth.oauth.options.', valuesOf(valuesOf(amplify['oauth'])['options']), OAUTH_OPTIONS],
    ['Auth.Cognito.', valuesOf(amplify['Cognito']), AMPLIFY],
    ...('userPoolWebClientId' in config ? [['', config, AMPLIFY] as const] : []),
  ];
}

/** The storage of Amplify 5 has other names for its methods; `sync` fills one that is asynchronous inside. */
function storeOf(storage: unknown): unknown {
  const methods = valuesOf(storage);
  const call = (name: string, ...input: string[]): unknown => {
    const method = methods[name];
    return typeof method === 'function' ? Reflect.apply(method, storage, input) : undefined;
  };
  if (typeof methods['getItem'] !== 'function') return storage;
  const ready = Promise.resolve(call('sync'));
  return {
    get: (key: string) => ready.then(() => call('getItem', key)),
    set: (key: string, value: string) => ready.then(() => call('setItem', key, value)),
    remove: (key: string) => ready.then(() => call('removeItem', key)),
  };
}

/**
 * Reads what other libraries of Cognito are configured with: `aws-exports`, `amplify_outputs.json`, `Auth` of Amplify 5
 * and of Amplify 6. Keys that say nothing to us are passed over; those that hold a secret are handed on, to be refused.
 */
export function readConfig(foreign: ForeignConfig): Reading {
  const config: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  for (const [path, block, table] of blocksOf(valuesOf(foreign))) {
    for (const [key, value] of Object.entries(block)) {
      if (/client_?secret/i.test(key)) config[path + key] = value;
      if (!Object.hasOwn(table, key) || value === undefined) continue;
      const ours = table[key] ?? key;
      config[ours] = ours === 'storage' ? storeOf(value) : value;
      names[ours] = path + key;
    }
  }
  // The check that follows decides whether it is one.
  return { config: config as unknown as AuthConfig, names };
}
