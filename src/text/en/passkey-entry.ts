/** What the sign-in form says in English about passkeys, where users can have some. */
export const passkeyEntryWords = {
  'sign-in.passkey': 'Sign in with a passkey',
  'last-used': 'Last used',
} as const;
