import { AuthError } from '../cognito/errors.js';
import { numberOf, objectOf, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { Secret } from '../cognito/secret.js';
import { answerOf, promptAnswerOf, requireActivation } from './answer.js';
import type { Provider, ProviderLogin } from './provider.js';
import { ended, ofSameUser } from './same-user.js';
import { findSdk, loadSdk } from './script.js';
import type { Place } from './script.js';
import type { ProviderServices } from './services.js';
import { expiryOf, userOf } from './token-login.js';

type Back = (answer: unknown) => void;

/**
 * What is used of the Facebook SDK for JavaScript.
 *
 * {@link https://developers.facebook.com/docs/reference/javascript/}
 */
interface Facebook {
  init(options: Readonly<Record<string, unknown>>): void;
  login(back: Back, options: Readonly<Record<string, unknown>>): void;
  getLoginStatus(back: Back, roundtrip: boolean): void;
  logout(back: Back): void;
  api(path: string, parameters: Readonly<Record<string, unknown>>, back: Back): void;
}

const PLACE: Place<Facebook> = { path: ['FB'], methods: ['init', 'login', 'getLoginStatus', 'logout', 'api'] };

/** Of the Graph API, each of which is served for two years. */
const VERSION = 'v26.0';

/** Signs users in by Facebook Login. */
export function facebook(services: ProviderServices): Provider {
  const { config, environment } = services;
  const { clientId, scopes = ['public_profile', 'email'], version = VERSION } = config;

  async function load(): Promise<Facebook> {
    const api = await loadSdk('facebook', PLACE, services);
    api.init({ appId: clientId, version, cookie: false, xfbml: false });
    return api;
  }

  /** What Facebook says about the user: best effort, it is for display. */
  const profileOf = (api: Facebook): Promise<Fields> =>
    promptAnswerOf((back) => api.api('/me', { fields: 'name,email' }, back), services).catch(() => ({}));

  async function loginOf(api: Facebook, answer: Fields): Promise<ProviderLogin> {
    const response = objectOf(answer, 'authResponse');
    const [token, sub] = [textOf(response, 'accessToken'), textOf(response, 'userID')];
    // A window that was closed, or is out of reach, counts as an unknown user.
    if (textOf(answer, 'status') !== 'connected' || !token || !sub) throw new AuthError('cancelled');
    const seconds = numberOf(response, 'expiresIn');
    return {
      token: new Secret(token),
      expiresAt: expiryOf(seconds, environment.now()),
      user: { ...userOf(await profileOf(api)), sub },
    };
  }

  return {
    async prepare() {
      await load();
    },

    async signIn(signal) {
      const api = await load();
      requireActivation();
      return loginOf(api, await answerOf((back) => api.login(back, { scope: scopes.join(',') }), signal));
    },

    // By a cookie of Facebook, which many browsers do not send.
    async renew(held) {
      const api = await load();
      const answer = await promptAnswerOf((back) => api.getLoginStatus(back, true), services);
      if (textOf(answer, 'status') !== 'connected') throw ended('Facebook wants to ask the user.');
      return ofSameUser(await loginOf(api, answer), held);
    },

    async signOff(isGlobal) {
      const api = findSdk(PLACE);
      // Ends the session at Facebook itself.
      if (api && isGlobal) await promptAnswerOf((back) => api.logout(back), services);
    },
  };
}
