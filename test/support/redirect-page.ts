import '../../src/define.js';
import { createAuth } from '../../src/index.js';
import type { Auth, AuthErrorEvent, AuthSignedInEvent, UserPoolConfig } from '../../src/index.js';

/** The globals of the page. */
export interface RedirectPage {
  readonly auth: Auth;
  /** The events of the authenticator: their types, with what they say. */
  readonly heard: readonly string[];
  /** Another client for the same user pool. `changes`: settings of its own. */
  another(changes?: Partial<UserPoolConfig>): Auth;
}

const query = new URLSearchParams(location.search);
const domain = query.get('domain') ?? '';
const responseType = query.get('grant') === 'token' ? 'token' : 'code';
const kept = new URLSearchParams({ domain, ...(responseType === 'token' && { grant: responseType }) });
const here = `${location.origin}${location.pathname}?${kept.toString()}`;

const config: UserPoolConfig = {
  userPoolId: 'us-east-1_Example10',
  userPoolClientId: 'bcd890',
  userPoolEndpoint: `http://${domain}/`,
  oauth: { domain: `http://${domain}`, redirectSignIn: here, redirectSignOut: here, responseType },
  providers: ['google'],
};
const another = (changes: Partial<UserPoolConfig> = {}): Auth => createAuth({ ...config, ...changes });

const heard: string[] = [];
addEventListener('auth-signed-in', ({ user, customState = 'before' }: AuthSignedInEvent) =>
  heard.push(`signed in ${user.username}, ${customState}`),
);
addEventListener('auth-signed-out', () => heard.push('signed out'));
addEventListener('auth-error', ({ code }: AuthErrorEvent) => heard.push(`error ${code}`));

const auth = another();
document.querySelector('auth-authenticator')!.auth = auth;
document.querySelector('#hosted')!.addEventListener('click', () => auth.federate({ customState: 'from the test' }));
Object.assign(globalThis, { redirect: { auth, heard, another } satisfies RedirectPage });
