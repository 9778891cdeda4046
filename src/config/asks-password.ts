import type { AuthFlow } from './config.js';

/** Whether a sign-in in a flow begins with a password. In the others, Cognito decides what comes after the username. */
export const asksPassword = (authFlow: AuthFlow | undefined): boolean =>
  authFlow !== 'USER_AUTH' && authFlow !== 'CUSTOM_WITHOUT_SRP';
