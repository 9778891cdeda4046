// Stand-in of the Facebook SDK for JavaScript: https://developers.facebook.com/docs/reference/javascript/
import { askInWindow, askSilently } from './popup.js';
import type { WindowAnswer } from './popup.js';

interface Status {
  readonly status: 'connected' | 'unknown';
  readonly authResponse: {
    readonly accessToken: string;
    readonly expiresIn: number;
    readonly userID: string;
  } | null;
}

const CLIENT_ID = 'local-facebook';
const UNKNOWN: Status = { status: 'unknown', authResponse: null };

let isReady = false;
let claims: WindowAnswer['claims'] = {};

function statusOf({ accessToken, expiresIn = 0, claims: found = {} }: WindowAnswer): Status {
  if (!accessToken) return UNKNOWN;
  claims = found;
  return { status: 'connected', authResponse: { accessToken, expiresIn, userID: found['sub'] ?? '' } };
}

function requireInit(): void {
  if (!isReady) throw new Error('FB.login() called before FB.init().');
}

const FB = {
  init({ appId, version }: { readonly appId: string; readonly version: string }): void {
    if (appId !== CLIENT_ID || !/^v\d+\.\d+$/.test(version)) throw new Error('init not called with valid version');
    isReady = true;
  },

  login(back: (status: Status) => void, _options: object): void {
    requireInit();
    askInWindow({ clientId: CLIENT_ID }, (answer) => back(statusOf(answer)));
  },

  getLoginStatus(back: (status: Status) => void, _roundtrip: boolean): void {
    requireInit();
    askSilently({ clientId: CLIENT_ID }, (answer) => back(statusOf(answer)));
  },

  logout(back: (status: Status) => void): void {
    requireInit();
    claims = {};
    setTimeout(() => back(UNKNOWN));
  },

  api(_path: '/me', _parameters: object, back: (profile: object) => void): void {
    requireInit();
    const { sub: id, name, email } = claims ?? {};
    setTimeout(() => back({ id, name, email }));
  },
};

// The real one loads another script before it is ready.
setTimeout(() => {
  Object.assign(globalThis, { FB });
  (Reflect.get(globalThis, 'fbAsyncInit') as (() => void) | undefined)?.();
});
