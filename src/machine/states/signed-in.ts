/** Somebody is signed in: the app has the page. */
export const signedIn = {
  id: 'signedIn',
  meta: { screen: 'signed-in' },
  on: { 'go.totpSetup': '#totpSetup.starting' },
} as const;
