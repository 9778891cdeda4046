import { abortable } from '../cognito/abortable.js';
import { AuthError } from '../cognito/errors.js';
import type { AuthErrorCode } from '../cognito/errors.js';
import { CognitoException, errorOf } from '../cognito/exceptions.js';
import { fieldsOf, objectOf, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { randomText } from '../cognito/random-text.js';
import { requireActivation } from './answer.js';
import type { Provider, ProviderLogin } from './provider.js';
import { loadSdk } from './script.js';
import type { Place } from './script.js';
import type { ProviderServices } from './services.js';
import { tokenLogin } from './token-login.js';

/**
 * What is used of Sign in with Apple JS.
 *
 * {@link https://developer.apple.com/documentation/signinwithapplejs}
 */
interface AppleAuth {
  init(options: Readonly<Record<string, unknown>>): void;
  signIn(): Promise<unknown>;
}

const PLACE: Place<AppleAuth> = { path: ['AppleID', 'auth'], methods: ['init', 'signIn'] };

/** What it rejects with that is no error of OAuth. */
const REFUSALS: ReadonlyMap<string, AuthErrorCode> = new Map([
  ['popup_closed_by_user', 'cancelled'],
  ['user_cancelled_authorize', 'cancelled'],
  // The button was pressed a second time.
  ['user_trigger_new_signin_flow', 'cancelled'],
  ['popup_blocked_by_browser', 'popup-blocked'],
]);

function refusalOf(cause: unknown): AuthError {
  const error = textOf(fieldsOf(cause), 'error') ?? '';
  const code = REFUSALS.get(error);
  return code
    ? new AuthError(code, { cause: new Error(error) })
    : errorOf(new CognitoException(error, '', 'authorize'));
}

/** The name and address, which Apple tells with the first sign-in only. */
function userOf(answer: Fields): Readonly<Record<string, unknown>> {
  const user = objectOf(answer, 'user');
  const parts = ['firstName', 'lastName'].map((part) => textOf(objectOf(user, 'name'), part));
  const [name, email] = [parts.filter(Boolean).join(' '), textOf(user, 'email')];
  return { ...(name && { name }), ...(email && { email }) };
}

/** Signs users in by Sign in with Apple. There is no way to renew its tokens without a server. */
export function apple(services: ProviderServices): Provider {
  const { config, environment } = services;
  const { clientId, scopes = ['name', 'email'], redirectUri = location.origin + location.pathname } = config;

  const load = () => loadSdk('apple', PLACE, services);

  async function signIn(signal?: AbortSignal): Promise<ProviderLogin> {
    const api = await load();
    requireActivation();
    const [state, nonce] = [randomText(), randomText()];
    api.init({ clientId, scope: scopes.join(' '), redirectURI: redirectUri, state, nonce, usePopup: true });
    const asked = api.signIn().then(fieldsOf, (cause: unknown) => {
      throw refusalOf(cause);
    });
    const answer = await abortable(asked, signal);
    const authorization = objectOf(answer, 'authorization');
    if (textOf(authorization, 'state') !== state) {
      throw new AuthError('bad-response', { cause: new Error('The answer is for another request.') });
    }
    const login = tokenLogin(textOf(authorization, 'id_token') ?? '', { nonce, clientId, now: environment.now() });
    return { ...login, user: { ...login.user, ...userOf(answer) } };
  }

  return {
    signIn,

    async prepare() {
      await load();
    },
  };
}
