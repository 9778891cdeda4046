import type { ScreenFields } from '../../kit/context/settings.js';
import type { FieldOptions } from '../../kit/form/fields.js';
import type { LoginMechanism } from '../../kit/form/identifier-field.js';
import { I18n } from '../i18n.js';

/** A field of {@link SignUpConfig}. */
export interface SignUpField {
  /** The name of the attribute; `username` and `password` for those. */
  readonly key: string;
  /** Whether the attribute is one of the user pool's own, which Cognito names `custom:…`. Default: false. */
  readonly custom?: boolean;
  /** A sentence that {@link I18n} translates. */
  readonly label?: string;
  /** A sentence that {@link I18n} translates. Default: none. */
  readonly placeholder?: string;
  /** Whether it has to be filled in. Default: false, but for the username and the password. */
  readonly required?: boolean;
  /** The `type` of an input. Those that are no kind of text (`number`, `string`) are left out. */
  readonly type?: string;
  /** Where it stands: fields with a number come first, in their order; all others, and equal ones, by their keys. */
  readonly displayOrder?: number;
}

/** What the sign-up form of the guides asks for. */
export interface SignUpConfig {
  /** The heading: a sentence that {@link I18n} translates. */
  readonly header?: string;
  /** The code of a country that a phone number begins with, without a plus. Default: `1`. */
  readonly defaultCountryCode?: string | number;
  /** Whether the form has the listed fields alone. Default: false. */
  readonly hideAllDefaults?: boolean;
  /** The fields of the form that are left out, by their keys, unless they are listed. */
  readonly hiddenDefaults?: readonly string[];
  /** More fields, or others in place of those that the form has. */
  readonly signUpFields?: readonly SignUpField[];
}

/** How the guides label what identifies a user. The first that a pool takes is the username. */
const IDENTIFIERS: Readonly<Record<LoginMechanism, string>> = {
  username: 'Username',
  email: 'Email',
  phone_number: 'Phone Number',
};

/** What the form of this package has in all pools: an app has it left out, or lists it. */
const OWN = ['username', 'new-password', 'email', 'phone_number'];

const TYPES: ReadonlySet<string> = new Set(['text', 'email', 'tel', 'url', 'date'] satisfies FieldOptions['type'][]);
const isType = (type: string): type is NonNullable<FieldOptions['type']> => TYPES.has(type);

/** What is asked for where the app says nothing, in this order. */
function defaultsFor(identifier: LoginMechanism, mechanisms: readonly LoginMechanism[]): readonly SignUpField[] {
  const isAsked = (name: LoginMechanism) => identifier === 'username' || !mechanisms.includes(name);
  const contacts = (['email', 'phone_number'] as const).filter(isAsked);
  return [identifier, 'password', ...contacts].map((key, index) => ({ key, required: true, displayOrder: index + 1 }));
}

/** Fields with a number first, in their order; all others, and equal ones, by their keys. */
function compare(one: SignUpField, other: SignUpField): number {
  const { displayOrder: first = Infinity } = one;
  const { displayOrder: second = Infinity } = other;
  return first === second ? one.key.localeCompare(other.key) : first - second;
}

/** @throws TypeError that names the field. */
function checkKeys(fields: readonly SignUpField[]): void {
  // Called from scripts that no compiler has read.
  const index = fields.findIndex((field: Partial<SignUpField> | undefined) => typeof field?.key !== 'string');
  if (index >= 0) throw new TypeError(`signUpConfig.signUpFields[${index}].key must be the name of an attribute.`);
}

/**
 * The `signUpConfig` of the guides as changes to the fields of the screen `sign-up`. It speaks the language of the moment.
 *
 * @param mechanisms What identifies a user in the pool, as `login-mechanisms` has it.
 * @throws TypeError if a field has no key, or none of them is the username.
 */
export function signUpFields(
  { defaultCountryCode, hideAllDefaults = false, hiddenDefaults = [], signUpFields: listed = [] }: SignUpConfig = {},
  mechanisms: readonly LoginMechanism[] = ['username'],
): ScreenFields {
  checkKeys(listed);
  // The keys of a table are those of its type.
  const names = Object.keys(IDENTIFIERS) as LoginMechanism[];
  const identifier = names.find((name) => mechanisms.includes(name)) ?? 'username';
  const isIdentifier = ({ key, label }: SignUpField) =>
    key === 'username' || key === identifier || label === IDENTIFIERS[identifier];

  /** The name of the input. */
  const nameOf = (field: SignUpField): string => {
    if (isIdentifier(field)) return 'username';
    if (field.key === 'password') return 'new-password';
    return field.custom && !field.key.startsWith('custom:') ? `custom:${field.key}` : field.key;
  };

  const listedNames = new Set(listed.map(nameOf));
  const defaults = defaultsFor(identifier, mechanisms).filter(
    (field) => !hideAllDefaults && !hiddenDefaults.includes(field.key) && !listedNames.has(nameOf(field)),
  );
  const shown = [...defaults, ...listed].sort(compare);
  if (!shown.some(isIdentifier)) {
    throw new TypeError(
      `signUpConfig must have a field with the key "${identifier}" or the label "${IDENTIFIERS[identifier]}": it is the username.`,
    );
  }

  const options = shown.map((field, order): readonly [string, FieldOptions] => {
    const name = nameOf(field);
    const { label, placeholder, type } = field;
    const isDemanded = name === 'username' || name === 'new-password';
    const required = field.required ?? isDemanded;
    // One that is not required is not begun: the code alone is no number.
    const country = defaultCountryCode ?? (required ? 1 : undefined);
    return [
      name,
      {
        added: true,
        order,
        required,
        ...(label !== undefined && { label: I18n.get(label) }),
        ...(placeholder !== undefined && { placeholder: I18n.get(placeholder) }),
        ...(type !== undefined && isType(type) && !isDemanded && { type }),
        ...(name === 'phone_number' && country !== undefined && { value: `+${country}` }),
      },
    ];
  });
  const hidden = OWN.map((name): readonly [string, FieldOptions] => [name, { hidden: true }]);
  return Object.fromEntries([...hidden, ...options]);
}
