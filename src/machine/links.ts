/** The ways out of a form. Back to the beginning leads everybody, also somebody who is signed in: to their app. */
export const links = {
  'go.signIn': { target: '#home', actions: ['forgetStep', 'keepUsername'] },
  'go.signUp': { target: '#signUp', actions: ['forgetStep', 'keepUsername'] },
  'go.forgotPassword': { target: '#forgotPassword', actions: ['forgetStep', 'keepUsername'] },
} as const;
