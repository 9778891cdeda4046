// Stand-in of the Login with Amazon SDK: https://developer.amazon.com/docs/login-with-amazon/javascript-sdk-reference.html
import { askInWindow, askSilently } from './popup.js';
import type { WindowAnswer } from './popup.js';

interface Options {
  readonly scope: string;
  readonly state?: string;
  readonly interactive?: 'auto' | 'always' | 'never';
  readonly pkce?: boolean;
}

type Back = (response: object) => void;

const CLIENT_ID = 'local-amazon';

let clientId: string | undefined;
/** What each code is redeemed for, once. */
const codes = new Map<string, WindowAnswer>();
/** Whose each token is. */
const profiles = new Map<string, WindowAnswer['claims']>();

const later = (back: Back, response: object): void => void setTimeout(() => back(response));

const Login = {
  setClientId(id: string): void {
    clientId = id;
  },

  authorize({ state, interactive = 'auto', pkce }: Options, back: Back): void {
    const isSilent = interactive === 'never';
    // Amazon refuses browsers without PKCE.
    const refusal = clientId !== CLIENT_ID ? 'unauthorized_client' : pkce ? undefined : 'invalid_request';
    const answered = (answer: WindowAnswer): void => {
      const code = crypto.randomUUID();
      codes.set(code, answer);
      const error = isSilent ? 'invalid_grant' : 'access_denied';
      back({ status: 'complete', ...(answer.accessToken ? { code, state } : { error }) });
    };
    if (refusal) later(back, { status: 'complete', error: refusal });
    else if (isSilent) askSilently({ clientId: CLIENT_ID }, answered);
    else askInWindow({ clientId: CLIENT_ID }, answered);
  },

  retrieveToken(code: string, back: Back): void {
    const { accessToken, expiresIn, claims } = codes.get(code) ?? {};
    codes.delete(code);
    if (accessToken) profiles.set(accessToken, claims);
    const response = accessToken
      ? { success: true, access_token: accessToken, token_type: 'bearer', expires_in: expiresIn }
      : { success: false, error: 'invalid_grant' };
    later(back, response);
  },

  retrieveProfile(token: string, back: Back): void {
    const claims = profiles.get(token);
    const profile = claims && { CustomerId: claims['sub'], Name: claims['name'], PrimaryEmail: claims['email'] };
    later(back, profile ? { success: true, profile } : { success: false, error: 'invalid_token' });
  },

  logout(): void {
    codes.clear();
    profiles.clear();
  },
};

if (!document.getElementById('amazon-root')) throw new Error('The page has no element with the id amazon-root.');
Object.assign(globalThis, { amazon: { Login } });
(Reflect.get(globalThis, 'onAmazonLoginReady') as (() => void) | undefined)?.();
