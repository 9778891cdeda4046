const actions = ['forgetStep', 'keepUsername', 'leave'] as const;

/** The ways out of a form. Back to the beginning leads everybody, also somebody who is signed in: to their app. */
export const links = {
  'go.signIn': { target: '#home', actions },
  'go.signUp': { target: '#signUp', actions },
  'go.forgotPassword': { target: '#forgotPassword', actions },
} as const;
