/** What a form says in English about what was typed, before it is sent. Comes with what reads the form. */
export const flawWords = {
  'field.missing': '{label} is missing.',
  'field.email.invalid': 'This is not a complete email address.',
  'field.phone_number.incomplete': 'This is not a complete phone number.',
  'field.phone_number.invalid': 'Please begin with + and the country code.',
  'password.long': 'A password can have 256 characters at most.',
  'password.spaces': 'The password begins or ends with a space. Remove it, or you will have to type it each time.',
} as const;
