import '../../src/define.js';
import { createAuth } from '../../src/index.js';
import type { Auth, AuthConfig, AuthErrorEvent, AuthSignedInEvent, AuthSignedOutEvent } from '../../src/index.js';

/** The globals of the page. */
export interface BesidePage {
  readonly auth: Auth;
  /** The events of the authenticator: their types, with what they say. */
  readonly heard: readonly string[];
}

declare global {
  interface Window {
    beside: BesidePage;
  }
}

const given = new URLSearchParams(location.search).get('config') ?? '{}';
const config = JSON.parse(given) as AuthConfig;
const home = `${location.origin}/?${new URLSearchParams({ config: given }).toString()}`;
// The issuer has to return to this page with its configuration, which cannot say so itself.
const providers = (config.providers ?? []).map((provider) =>
  typeof provider === 'object' && provider.issuer !== undefined
    ? { ...provider, redirectUri: home, logoutUri: home }
    : provider,
);
const auth = createAuth({ ...config, providers });
const heard: string[] = [];
addEventListener('auth-signed-in', ({ user, customState = 'before' }: AuthSignedInEvent) =>
  heard.push(`signed in ${user.username}, ${customState}`),
);
addEventListener('auth-signed-out', ({ reason }: AuthSignedOutEvent) => heard.push(`signed out ${reason}`));
addEventListener('auth-error', ({ code }: AuthErrorEvent) => heard.push(`error ${code}`));

const authenticator = document.createElement('auth-authenticator');
const template = document.createElement('template');
const heading = document.createElement('h2');
heading.textContent = 'Only signed-in people see this';
template.content.append(heading);
authenticator.append(template);
authenticator.auth = auth;
document.querySelector('section')!.append(authenticator);
window.beside = { auth, heard };
