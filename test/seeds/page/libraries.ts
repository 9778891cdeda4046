// The libraries of providers, as far as samples of the guides use them: each has a user who signs in at once.

/** What a provider knows of its user. */
export interface Profile {
  readonly name: string;
  readonly email: string;
}

/** What a library brings. */
export interface Login {
  readonly token: string;
  readonly profile: Profile;
}

const HOUR = 3_600_000;

type Answer = (response: object) => void;

/** `window.gapi` of Google. */
const gapi = ({ token, profile }: Login) => {
  const googleUser = {
    getAuthResponse: () => ({ id_token: token, expires_at: Date.now() + HOUR }),
    getBasicProfile: () => ({ getEmail: () => profile.email, getName: () => profile.name }),
  };
  const instance = { signIn: () => Promise.resolve(googleUser) };
  return { auth2: { getAuthInstance: () => instance } };
};

/** `window.FB` of Facebook. */
const facebook = ({ token, profile }: Login) => ({
  getLoginStatus: (answer: Answer) => answer({ status: 'unknown' }),
  login: (answer: Answer) => answer({ authResponse: { accessToken: token, expiresIn: HOUR / 1000 } }),
  api: (_path: string, _options: object, answer: Answer) => answer(profile),
});

/** The module `expo`. */
const expo = ({ token }: Login) => {
  const login = { type: 'success', token, expires: Date.now() + HOUR };
  return { default: { Facebook: { logInWithReadPermissionsAsync: () => Promise.resolve(login) } } };
};

/** What a sample finds when it looks for them: globals, and a module. */
export const libraries = (login: Login) => ({
  globals: { gapi: gapi(login), FB: facebook(login) },
  modules: { expo: expo(login) },
});
