import type { LocalPool } from '../parts/local-cognito.js';

/** The user whose ID token stands for that of a provider: no sample changes her password. */
const USERNAME = 'vera';

/** An ID token of the user pool, for samples that have one of a provider. `Auth` does not know of it. */
export async function providerToken(endpoint: string, pool: LocalPool): Promise<string> {
  const { password } = pool.people.find(({ username }) => username === USERNAME)!;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: pool.userPoolClientId,
      AuthParameters: { USERNAME, PASSWORD: password },
    }),
  });
  const { AuthenticationResult } = (await response.json()) as { AuthenticationResult: { IdToken: string } };
  return AuthenticationResult.IdToken;
}
