import { attributeField } from './attribute-fields.js';
import type { Field } from './fields.js';

/** A new password once more, which a page may ask for beside it. */
export const confirmPassword = {
  name: 'confirm_password',
  type: 'password',
  autocomplete: 'new-password',
  enterkeyhint: 'done',
  required: true,
} as const satisfies Field;

/** A field that a page adds by its name to a form for a new password: that password once more, or an attribute. */
export const addedField = (name: string): Field =>
  name === confirmPassword.name ? confirmPassword : attributeField(name);
