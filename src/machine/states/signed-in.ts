/** A user is signed in: the app is shown. */
export const signedIn = {
  id: 'signedIn',
  meta: { screen: 'signed-in' },
  on: { 'go.totpSetup': '#totpSetup.starting' },
} as const;
