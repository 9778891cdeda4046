const actions = ['forgetStep', 'keepUsername', 'leave'] as const;

/** The links out of a form. Back to the sign-in leads a user who is signed in to the app. */
export const links = {
  'go.signIn': { target: '#home', actions },
  'go.signUp': { target: '#signUp', actions },
  'go.forgotPassword': { target: '#forgotPassword', actions },
} as const;
