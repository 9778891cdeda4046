import { AuthError } from '../cognito/errors.js';
import { CognitoException, errorOf } from '../cognito/exceptions.js';
import { objectOf, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { randomText } from '../cognito/random-text.js';
import { Secret } from '../cognito/secret.js';
import { answerOf, promptAnswerOf, requireActivation } from './answer.js';
import type { Provider, ProviderLogin } from './provider.js';
import { ended, ofSameUser } from './same-user.js';
import { findSdk, loadSdk } from './script.js';
import type { Place } from './script.js';
import type { ProviderServices } from './services.js';
import { expiryOf } from './token-login.js';

type Back = (answer: unknown) => void;

/**
 * What is used of the Login with Amazon SDK for JavaScript.
 *
 * {@link https://developer.amazon.com/docs/login-with-amazon/javascript-sdk-reference.html}
 */
interface AmazonLogin {
  setClientId(id: string): void;
  authorize(options: Readonly<Record<string, unknown>>, back: Back): void;
  retrieveToken(code: string, back: Back): void;
  retrieveProfile(token: string, back: Back): void;
  logout(): void;
}

const PLACE: Place<AmazonLogin> = {
  path: ['amazon', 'Login'],
  methods: ['setClientId', 'authorize', 'retrieveToken', 'retrieveProfile', 'logout'],
};

/** The id of the element that the SDK looks for in the page. */
const ROOT = 'amazon-root';

/** What Amazon refuses with (RFC 6749, section 4.1.2.1), as an AuthError. */
function requireSuccess(answer: Fields): void {
  const error = textOf(answer, 'error');
  if (error) throw errorOf(new CognitoException(error, textOf(answer, 'error_description') ?? '', 'authorize'));
}

/** Signs users in by Login with Amazon: a code, redeemed by the SDK with PKCE. */
export function amazon(services: ProviderServices): Provider {
  const { config, environment } = services;
  const { clientId, scopes = ['profile'] } = config;

  async function load(): Promise<AmazonLogin> {
    if (!document.getElementById(ROOT)) {
      const root = document.createElement('div');
      root.id = ROOT;
      document.body.append(root);
    }
    const api = await loadSdk('amazon', PLACE, services);
    api.setClientId(clientId);
    return api;
  }

  /** What Amazon says about the user: best effort, it is for display. */
  async function userOf(api: AmazonLogin, token: string): Promise<Readonly<Record<string, unknown>>> {
    const answer = await promptAnswerOf((back) => api.retrieveProfile(token, back), services).catch(() => ({}));
    const profile = objectOf(answer, 'profile');
    const [sub, name, email] = ['CustomerId', 'Name', 'PrimaryEmail'].map((key) => textOf(profile, key));
    return { ...(sub && { sub }), ...(name && { name }), ...(email && { email }) };
  }

  async function redeem(api: AmazonLogin, answer: Fields, state: string): Promise<ProviderLogin> {
    requireSuccess(answer);
    const code = textOf(answer, 'code');
    if (!code || textOf(answer, 'state') !== state) {
      throw new AuthError('bad-response', { cause: new Error('The code is not the answer to this request.') });
    }
    const redeemed = await promptAnswerOf((back) => api.retrieveToken(code, back), services);
    requireSuccess(redeemed);
    const token = textOf(redeemed, 'access_token');
    if (!token) throw new AuthError('bad-response', { cause: new Error('access_token is missing.') });
    return {
      token: new Secret(token),
      expiresAt: expiryOf(Number(redeemed['expires_in']), environment.now()),
      user: await userOf(api, token),
    };
  }

  const optionsFor = (state: string, interactive: 'always' | 'never') => ({
    scope: scopes.join(' '),
    state,
    interactive,
    popup: true,
    pkce: true,
    response_type: 'code',
  });

  return {
    async prepare() {
      await load();
    },

    async signIn(signal) {
      const api = await load();
      requireActivation();
      const state = randomText();
      const answer = await answerOf((back) => api.authorize(optionsFor(state, 'always'), back), signal);
      return redeem(api, answer, state);
    },

    // By a cookie of Amazon, which many browsers do not send.
    async renew(held) {
      const api = await load();
      const state = randomText();
      const answer = await promptAnswerOf((back) => api.authorize(optionsFor(state, 'never'), back), services);
      if (textOf(answer, 'error')) throw ended('Amazon wants to ask the user.');
      return ofSameUser(await redeem(api, answer, state), held);
    },

    async signOff() {
      findSdk(PLACE)?.logout();
    },
  };
}
