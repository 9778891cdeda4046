// Stand-in of Sign in with Apple JS: https://developer.apple.com/documentation/signinwithapplejs
import { askInWindow } from './popup.js';

interface Options {
  readonly clientId: string;
  readonly scope: string;
  readonly redirectURI: string;
  readonly state: string;
  readonly nonce: string;
  readonly usePopup: boolean;
}

const CLIENT_ID = 'local-apple';

/** What Apple's script rejects with. */
const REFUSALS: Readonly<Record<string, string>> = {
  popup_blocked: 'popup_blocked_by_browser',
  popup_closed: 'popup_closed_by_user',
  access_denied: 'user_cancelled_authorize',
};

/** Apple's script rejects with objects that are no errors: this one at least has the same member. */
const refusalOf = (error: string): Error => Object.assign(new Error(error), { error });

let options: Options | undefined;
let isFirst = true;

const auth = {
  init(given: Options): void {
    options = given;
  },

  signIn(): Promise<object> {
    const { clientId, nonce, state, redirectURI, usePopup } = options!;
    const isRight = clientId === CLIENT_ID && usePopup && new URL(redirectURI).origin === location.origin;
    if (!isRight) return Promise.reject(refusalOf('invalid_request'));
    return new Promise((resolve, reject) => {
      askInWindow({ clientId: CLIENT_ID, nonce }, ({ error, idToken, claims = {} }) => {
        const [firstName = '', lastName = ''] = (claims['name'] ?? '').split(' ');
        const user = isFirst ? { user: { name: { firstName, lastName }, email: claims['email'] } } : {};
        isFirst = false;
        if (error) reject(refusalOf(REFUSALS[error] ?? error));
        else resolve({ authorization: { code: crypto.randomUUID(), id_token: idToken, state }, ...user });
      });
    });
  },
};

Object.assign(globalThis, { AppleID: { auth } });
