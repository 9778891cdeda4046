/** Whether a user has signed in on the sign-in pages, as aws-amplify 5 notes it. Read by aws-amplify 6, too. */
export const HOSTED_MARK = 'amplify-signin-with-hostedUI';

/** What aws-amplify 5 notes beside a session, once for all app clients. */
export const MARKS: readonly string[] = [
  HOSTED_MARK,
  'amplify-redirected-from-hosted-ui',
  'amplify-auto-sign-in',
  'amplify-polling-started',
];
