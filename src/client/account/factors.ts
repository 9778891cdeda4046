import { changePassword } from '../../cognito/account/account.js';
import { configuredFactors } from '../../cognito/account/auth-factors.js';
import { getMfaPreference, setMfaPreference } from '../../cognito/account/mfa-preference.js';
import { associateSoftwareToken, verifySoftwareToken } from '../../cognito/software-token.js';
import type { FactorAccount } from '../account-client.js';
import type { Ask } from './account-request.js';

/** What the owner of an account signs in with. */
export const factorAccount = (ask: Ask): FactorAccount => ({
  authFactors: (options) => ask(configuredFactors, options),

  changePassword: ({ previous, proposed, ...options }) =>
    ask((post) => changePassword(post, { previous, proposed }), options),

  mfaPreference: (options) => ask(getMfaPreference, options),

  setMfaPreference: ({ signal, ...preference }) => ask((post) => setMfaPreference(post, preference), { signal }),

  setUpTotp: (options) =>
    ask(async (post, { accessToken }) => {
      const { secret } = await associateSoftwareToken(post, { AccessToken: accessToken });
      return secret;
    }, options),

  verifyTotp: ({ code, deviceName, ...options }) =>
    ask(async (post, { accessToken }) => {
      const answer = { answer: code, ...(deviceName && { deviceName }) };
      await verifySoftwareToken(post, { AccessToken: accessToken }, answer);
    }, options),
});
