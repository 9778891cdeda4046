import { signInFields } from './sign-in-fields.js';

/** One input of a form: its name, how it is filled in, and what a keyboard shows. */
export interface Field {
  /** The name of the input: of a Cognito attribute, or `username`, `password`, `new-password`, `code`. */
  readonly name: string;
  /** Words of the page for the label, instead of the vocabulary's `field.<name>`. */
  readonly label?: string;
  /** The part of the vocabulary's key that names the label, when it is not the name of the field. */
  readonly labelKey?: string;
  /** What stands in the input while it is empty. */
  readonly placeholder?: string;
  /**
   * Default: `text`. `password` can be shown and is boxed; `code` is boxed and cleaned to ASCII digits; `contact` takes an
   * email address or a phone number, and `identifier` a user name, too.
   */
  readonly type?: 'text' | 'email' | 'tel' | 'contact' | 'identifier' | 'url' | 'date' | 'password' | 'code';
  /** The `autocomplete` of HTML, by which browsers and password managers fill it in. Default: `off`. */
  readonly autocomplete?: string;
  /** The keyboard that a touch screen shows. */
  readonly inputmode?: 'email' | 'tel' | 'numeric' | 'url';
  /** What the Enter key of a screen keyboard says. */
  readonly enterkeyhint?: 'next' | 'go' | 'done' | 'send';
  /** Whether it has to be filled in. Default: false, which the label says. */
  readonly required?: boolean;
  /** Whether the value is boxed as a `Secret`, which only Cognito gets to see. Always so for passwords and codes. */
  readonly boxed?: boolean;
  /** Where it stands among the others. Default: as many as there are before it; passwords come last. */
  readonly order?: number;
  /** What it says at first. Never for passwords and codes. */
  readonly value?: string;
}

/** What a page can change about a field, or say about a new one. */
export type FieldOptions = Partial<Omit<Field, 'name'>> & {
  /** The field is left out. */
  readonly hidden?: boolean;
  /** The field is added where the form does not have it. So is one with a `type`. Anything else changes what is there. */
  readonly added?: boolean;
};

/** The fields of the screens. Those of attributes are in `attribute-fields.ts`. */
export const fields = {
  ...signInFields,
  newPassword: {
    name: 'new-password',
    type: 'password',
    autocomplete: 'new-password',
    enterkeyhint: 'done',
    required: true,
  },
  answer: { name: 'answer', enterkeyhint: 'done', required: true, boxed: true },
  code: {
    name: 'code',
    type: 'code',
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    enterkeyhint: 'done',
    required: true,
  },
} as const satisfies Record<string, Field>;
