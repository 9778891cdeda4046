/** Where the session of a client is kept in its store, what older libraries begin their keys with, and what was asked. */
export const keysOf = (userPoolClientId: string) => ({
  record: `auth-elements.${userPoolClientId}`,
  asked: `auth-elements.${userPoolClientId}.asked`,
  legacy: `CognitoIdentityServiceProvider.${userPoolClientId}.`,
});
