import { changePassword } from '../../cognito/account/account.js';
import { configuredFactors } from '../../cognito/account/auth-factors.js';
import { getMfaPreference, setMfaPreference } from '../../cognito/account/mfa-preference.js';
import { associateSoftwareToken, verifySoftwareToken } from '../../cognito/software-token.js';
import type { FactorAccount } from '../account-client.js';
import type { AccountRequest } from './account-request.js';

/** The factors that the owner of an account signs in with. */
export const factorAccount = (request: AccountRequest): FactorAccount => ({
  authFactors: (options) => request(configuredFactors, options),

  changePassword: ({ previous, proposed, ...options }) =>
    request((post) => changePassword(post, { previous, proposed }), options),

  mfaPreference: (options) => request(getMfaPreference, options),

  setMfaPreference: ({ signal, ...preference }) => request((post) => setMfaPreference(post, preference), { signal }),

  setUpTotp: (options) =>
    request(async (post, { accessToken }) => {
      const { secret } = await associateSoftwareToken(post, { AccessToken: accessToken });
      return secret;
    }, options),

  verifyTotp: ({ code, deviceName, ...options }) =>
    request(async (post, { accessToken }) => {
      const answer = { answer: code, ...(deviceName && { deviceName }) };
      await verifySoftwareToken(post, { AccessToken: accessToken }, answer);
    }, options),
});
