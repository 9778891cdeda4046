/** The fields of the sign-in form, and of what may identify a user there: a part of `fields`, which has their type. */
export const signInFields = {
  username: { name: 'username', autocomplete: 'username', enterkeyhint: 'next', required: true },
  email: { name: 'email', type: 'email', autocomplete: 'email', inputmode: 'email', required: true },
  phone_number: { name: 'phone_number', type: 'tel', autocomplete: 'tel', inputmode: 'tel', required: true },
  password: {
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    enterkeyhint: 'go',
    required: true,
  },
} as const;
