import { Auth, Hub } from '../../src/compat/index.js';

/** The globals of the page. */
export interface GuidesPage {
  readonly Auth: typeof Auth;
  /** The events of the channel `auth`, with the names of their users and what they say of a state. */
  readonly told: readonly string[];
}

const query = new URLSearchParams(location.search);
const domain = query.get('domain') ?? '';
const here = `${location.origin}${location.pathname}?${new URLSearchParams({ domain }).toString()}`;

const told: string[] = [];
Hub.listen('auth', ({ payload: { event, data } }) => {
  if (event !== 'configured') told.push(`${event} ${describe(data)}`);
});

/** What data of an event are about. */
function describe(data: unknown): string {
  if (typeof data === 'string') return data;
  if (data instanceof Error) return `${data.name}: ${data.message}`;
  const { username, url } = { ...(data as { readonly username?: string; readonly url?: string } | null) };
  return username ?? url ?? '';
}

// As an app of the guides does it: it configures, and hears of the rest.
Auth.configure({
  region: 'us-east-1',
  userPoolId: 'us-east-1_Example10',
  userPoolWebClientId: 'bcd890',
  endpoint: `http://${domain}/`,
  oauth: {
    domain: `http://${domain}`,
    scope: ['openid', 'email', 'aws.cognito.signin.user.admin'],
    redirectSignIn: here,
    redirectSignOut: here,
    responseType: 'code',
  },
});
document
  .querySelector('#hosted')!
  .addEventListener('click', () => void Auth.federatedSignIn({ customState: 'from the test' }));
document.querySelector('#out')!.addEventListener('click', () => void Auth.signOut());
Object.assign(globalThis, { guides: { Auth, told } satisfies GuidesPage });
