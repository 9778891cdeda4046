/** The ways out of a form that everybody has who is not signed in. */
export const links = {
  'go.signIn': { target: '#signIn', guard: 'isSignedOut', actions: ['forgetStep', 'keepUsername'] },
  'go.signUp': { target: '#signUp', guard: 'isSignedOut', actions: ['forgetStep', 'keepUsername'] },
  'go.forgotPassword': { target: '#forgotPassword', guard: 'isSignedOut', actions: ['forgetStep', 'keepUsername'] },
} as const;
