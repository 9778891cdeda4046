type Message = (username: string) => string;

/** What `Hub` says of each event, word for word as Amplify: apps may compare it. */
export const HUB_MESSAGES = {
  signIn: (username) => `A user ${username} has been signed in`,
  signIn_failure: (username) => `${username} failed to signin`,
  // Amplify has no name here.
  completeNewPassword_failure: () => 'null failed to complete the new password flow',
  autoSignIn: (username) => `${username} has signed in successfully`,
  autoSignIn_failure: () => 'Please use your credentials to sign in.',
  verify: (username) => `A user ${username} has been verified`,
  signUp: (username) => `${username} has signed up successfully`,
  signUp_failure: (username) => `${username} failed to signup`,
  confirmSignUp: (username) => `${username} has been confirmed successfully`,
  forgotPassword: (username) => `${username} has initiated forgot password flow`,
  forgotPassword_failure: (username) => `${username} forgotPassword failed`,
  forgotPasswordSubmit: (username) => `${username} forgotPasswordSubmit successful`,
  forgotPasswordSubmit_failure: (username) => `${username} forgotPasswordSubmit failed`,
  tokenRefresh: () => 'New token retrieved',
  tokenRefresh_failure: () => 'Failed to retrieve new token',
  signOut: () => 'A user has been signed out',
  userDeleted: () => 'The authenticated user has been deleted.',
  updateUserAttributes: () => 'Attributes successfully updated',
  updateUserAttributes_failure: () => 'Failed to update attributes',
} as const satisfies Readonly<Record<string, Message>>;
