import { AuthError } from '../cognito/errors.js';
import type { ProviderServices, ScriptedName } from './services.js';

/** A script of a provider. */
interface Script {
  readonly address: string;
  /** The global function that it calls once it is ready. Missing: it is, once it is loaded. */
  readonly hook?: string;
}

/** The scripts that may be loaded, and no other. */
const SCRIPTS: Readonly<Record<ScriptedName, Script>> = {
  google: { address: 'https://accounts.google.com/gsi/client' },
  // Loads another script, which calls this.
  facebook: { address: 'https://connect.facebook.net/en_US/sdk.js', hook: 'fbAsyncInit' },
  amazon: { address: 'https://assets.loginwithamazon.com/sdk/na/login1.js', hook: 'onAmazonLoginReady' },
  apple: { address: 'https://appleid.cdn-apple.com/appleauth/static/jsapi/appleid/1/en_US/appleid.auth.js' },
};

/** The name of the Trusted Types policy, which the page has to allow (`trusted-types`). */
const POLICY = 'auth-elements';

/** What is used of Trusted Types. */
interface ScriptPolicy {
  createScriptURL(address: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string }): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

const unavailable = (detail: string, cause?: unknown): AuthError =>
  new AuthError('provider-unavailable', { detail, cause });

/** The address, as the page's policy lets a script have it. */
function trusted(address: string): unknown {
  // TypeScript does not know Trusted Types.
  const factory = Reflect.get(globalThis, 'trustedTypes') as PolicyFactory | undefined;
  if (!factory) return address;
  try {
    policy ??= factory.createPolicy(POLICY, {
      createScriptURL(asked) {
        if (Object.values(SCRIPTS).some((script) => script.address === asked)) return asked;
        throw new TypeError('Not a script of a provider.');
      },
    });
  } catch (cause) {
    throw unavailable(`Content-Security-Policy: trusted-types ${POLICY}`, cause);
  }
  return policy.createScriptURL(address);
}

/** The nonce that the page gives to its scripts. */
function nonceOfPage(): string | undefined {
  const ofLit: unknown = Reflect.get(globalThis, 'litNonce');
  if (typeof ofLit === 'string') return ofLit;
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}

/** Calls back when the script calls this global function. What the page has put there is called too. */
function onCalled(hook: string, back: () => void): void {
  const before: unknown = Reflect.get(globalThis, hook);
  Reflect.set(globalThis, hook, () => {
    if (typeof before === 'function') Reflect.apply(before, globalThis, []);
    back();
  });
}

/** Adds the script to the page, and waits until it is ready. Removes it again if that fails. */
async function insert({ address, hook }: Script, { environment, timeout, scriptNonce }: ProviderServices) {
  const script = document.createElement('script');
  Reflect.set(script, 'src', trusted(address));
  script.async = true;
  script.nonce = scriptNonce ?? nonceOfPage() ?? '';
  const settled = new AbortController();
  const { signal } = settled;
  let violation: string | undefined;
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI, effectiveDirective }) => {
      if (address.startsWith(blockedURI)) violation = `Content-Security-Policy: ${effectiveDirective} ${address}`;
    },
    { signal },
  );
  try {
    await new Promise<void>((resolve, reject) => {
      if (hook) onCalled(hook, resolve);
      else script.addEventListener('load', () => resolve(), { signal });
      // The report of a violation comes with an event of its own.
      const fail = () => void environment.sleep(0, signal).then(() => reject(unavailable(violation ?? address)));
      script.addEventListener('error', fail, { signal });
      void environment.sleep(timeout, signal).then(() => reject(unavailable(address)));
      document.head.append(script);
    });
  } catch (error) {
    script.remove();
    throw navigator.onLine ? error : new AuthError('offline', { cause: error });
  } finally {
    settled.abort();
  }
}

/** The scripts of this document that are loaded or being loaded. */
const loading = new Map<ScriptedName, Promise<void>>();

/** Loads a script, once for a document. One that failed is tried again by the next call. */
function loadScript(name: ScriptedName, services: ProviderServices): Promise<void> {
  const known = loading.get(name);
  if (known) return known;
  const started = insert(SCRIPTS[name], services).catch((error: unknown) => {
    loading.delete(name);
    throw error;
  });
  loading.set(name, started);
  return started;
}

async function loadByPage(load: () => unknown): Promise<void> {
  try {
    await load();
  } catch (cause) {
    throw unavailable('providers.load', cause);
  }
}

/** Where a script puts what it defines, and the functions of it that are called. */
export interface Place<Api> {
  readonly path: readonly string[];
  readonly methods: readonly (keyof Api & string)[];
}

/** What a script has defined; undefined before, and where something else is in its place. */
export function findSdk<Api>({ path, methods }: Place<Api>): Api | undefined {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const found = path.reduce<unknown>(
    (outer, name) => (isObject(outer) && Object.hasOwn(outer, name) ? Reflect.get(outer, name) : undefined),
    globalThis,
  );
  const isReady = isObject(found) && methods.every((method) => typeof Reflect.get(found, method) === 'function');
  // It has the functions that are called; what they answer is checked where it is read.
  return isReady ? (found as Api) : undefined;
}

/**
 * What the script of a provider defines. Loads the script, unless the page has it already.
 *
 * @throws AuthError `provider-unavailable` when it was not loaded: `detail` names the directive of the content security
 * policy that refused it, or its address. `offline`.
 */
export async function loadSdk<Api>(name: ScriptedName, place: Place<Api>, services: ProviderServices): Promise<Api> {
  const { load } = services.config;
  if (!findSdk(place)) await (load ? loadByPage(load) : loadScript(name, services));
  const api = findSdk(place);
  if (!api) throw unavailable(SCRIPTS[name].address);
  return api;
}
