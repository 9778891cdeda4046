import assert from 'node:assert/strict';
import { PASSWORD } from '../../../demo/cognito/index.js';
import { HostedBrowser } from '../../local-cognito/support/hosted-browser.js';
import { HOSTED_POOL } from '../../local-cognito/support/stage.js';
import { DEVICE_POOL, POOL } from '../transcript/pools.js';
import type { AppClient } from '../transcript/pools.js';
import type { CognitoTokens, LegacyAuth } from '../transcript/subject.js';
import { IDENTITY_POOL } from '../transcript/world.js';
import type { World } from '../transcript/world.js';

/** `Auth` of Amplify 5, with what it calls by itself once the sign-in pages have returned to the page. */
export type AmplifyAuth = LegacyAuth & { _handleAuthResponse(url: string): Promise<unknown> };

/** What a user signs in with. */
interface Stage {
  readonly Auth: AmplifyAuth;
  readonly world: World;
}

/** A user who signs in with Amplify 5. */
export interface Scene {
  readonly title: string;
  readonly pool: AppClient;
  /** The name in the pool. */
  readonly username: string;
  /** What the page configures besides the pool. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly signIn: (stage: Stage) => Promise<unknown>;
}

/** The page, which the sign-in pages return to. */
export const APP = 'http://localhost:5173/';
/** Where requests for the sign-in pages go to. */
const DOMAIN = 'guides.auth.us-east-1.amazoncognito.com';

/** Signs in on the pages at this address. Resolves with the address that they return to. */
async function onPages(address: string, { world }: Pick<Stage, 'world'>): Promise<string> {
  const browser = new HostedBrowser(world.cognito.domain);
  const { pathname, search } = new URL(address);
  const form = await browser.open(new URL(pathname + search, world.cognito.endpoint));
  const { url, status, markup } = await browser.submit(form, { username: 'hana', password: PASSWORD });
  assert.equal(status, undefined, markup);
  return url.href;
}

/** A user of the user pool signs in to an identity pool by their ID token, as with that of any provider. */
async function byToken({ Auth }: Stage): Promise<void> {
  await Auth.signIn('jane', PASSWORD);
  const tokens = (await Auth.currentSession()) as CognitoTokens;
  const token = tokens.getIdToken().getJwtToken();
  await Auth.signOut();
  const user = { name: 'Jane', email: 'jane@example.com' };
  const provider = `cognito-idp.us-east-1.amazonaws.com/${POOL.userPoolId}`;
  await Auth.federatedSignIn(provider, { token, expires_at: Date.UTC(3000, 0) }, user);
}

/** The ways to sign in that leave something else each. */
export const SCENES: readonly Scene[] = [
  {
    title: 'a password',
    pool: POOL,
    username: 'jane',
    signIn: async ({ Auth }) => Auth.signIn('jane', PASSWORD),
  },
  {
    title: 'a password and an alias',
    pool: POOL,
    username: 'jane',
    signIn: async ({ Auth }) => Auth.signIn('jane@example.com', PASSWORD),
  },
  {
    title: 'a password, on a device that is remembered',
    pool: DEVICE_POOL,
    username: 'dan',
    signIn: async ({ Auth }) => {
      await Auth.signIn('dan', PASSWORD);
      await Auth.rememberDevice();
    },
  },
  {
    title: 'a password, where there is an identity pool',
    pool: POOL,
    username: 'jane',
    config: { identityPoolId: IDENTITY_POOL },
    signIn: async ({ Auth }) => {
      await Auth.currentCredentials();
      await Auth.signIn('jane', PASSWORD);
      await Auth.currentCredentials();
    },
  },
  {
    title: 'a password, kept in cookies',
    pool: POOL,
    username: 'jane',
    config: { storage: undefined, cookieStorage: { domain: 'localhost', path: '/', expires: 30, secure: true } },
    signIn: async ({ Auth }) => Auth.signIn('jane', PASSWORD),
  },
  {
    title: 'the sign-in pages',
    pool: HOSTED_POOL,
    username: 'hana',
    config: {
      oauth: {
        domain: DOMAIN,
        scope: ['openid', 'email', 'aws.cognito.signin.user.admin'],
        redirectSignIn: APP,
        redirectSignOut: APP,
        responseType: 'code',
      },
    },
    signIn: async (stage) => {
      const leaving = new Promise<string>((urlOpener) => {
        const { oauth } = stage.Auth.configure() as { readonly oauth: object };
        stage.Auth.configure({ oauth: { ...oauth, urlOpener } });
      });
      await stage.Auth.federatedSignIn();
      await stage.Auth._handleAuthResponse(await onPages(await leaving, stage));
    },
  },
  {
    title: 'a token of a provider',
    pool: POOL,
    username: 'jane',
    config: { identityPoolId: IDENTITY_POOL },
    signIn: byToken,
  },
];
