import type { Discovery } from '../discovery.js';
import type { LoginMechanism, MfaTypes, PasswordPolicy, PoolDescription } from '../pool-description.js';
import { federatedIn } from './amplify-federated.js';
import { ownProviders, providersOf } from './amplify-providers.js';
import { readForeign } from './read-foreign.js';
import { valuesOf } from './values.js';
import type { Values } from './values.js';

/** A description of which some parts are not known. */
type Reading = { readonly [Part in keyof PoolDescription]: PoolDescription[Part] | undefined };

/** A kind of characters. */
type Kind = Exclude<keyof PasswordPolicy, 'length'>;

/** The strings of a list, in lower case; undefined without any. */
function wordsOf(list: unknown): readonly string[] | undefined {
  const words = Array.isArray(list) ? list.filter((word): word is string => typeof word === 'string') : [];
  return words.length > 0 ? words.map((word) => word.toLowerCase()) : undefined;
}

/** The names whose values are true, or that are objects with something true in them. */
const namesIn = (value: unknown, isMeant = (entry: unknown): boolean => entry === true): readonly string[] =>
  Object.entries(valuesOf(value)).flatMap(([name, entry]) => (isMeant(entry) ? [name] : []));

/** Our own key beside those of another library. */
const ownDiscovery = (value: unknown): Discovery | undefined =>
  // That is what the rules have found out.
  value ? (value as Discovery) : undefined;

const ownText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What each library calls a mechanism. */
const MECHANISMS: Readonly<Record<string, LoginMechanism>> = {
  username: 'username',
  preferred_username: 'username',
  email: 'email',
  phone: 'phone_number',
  phone_number: 'phone_number',
};

function mechanismsOf(words: readonly string[] = []): readonly LoginMechanism[] | undefined {
  const known = words.flatMap((word) => (Object.hasOwn(MECHANISMS, word) && MECHANISMS[word]) || []);
  return known.length > 0 ? [...new Set(known)] : undefined;
}

/** @param rules Which kinds of characters are required. */
function policyOf(length: unknown, rules: Readonly<Record<Kind, unknown>>): PasswordPolicy | undefined {
  const kinds = namesIn(rules);
  if (typeof length !== 'number' && kinds.length === 0) return undefined;
  return { length: typeof length === 'number' ? length : 8, ...Object.fromEntries(kinds.map((kind) => [kind, true])) };
}

function mfaTypesOf(configuration: unknown, words: readonly string[] = []): MfaTypes | undefined {
  const how = typeof configuration === 'string' ? configuration.toLowerCase() : 'off';
  if (how === 'off' || how === 'none') return undefined;
  const has = (word: string) => words.includes(word);
  return { sms: has('sms'), totp: has('totp'), email: has('email'), optional: how === 'optional' };
}

const verificationOf = (value: unknown): 'code' | 'link' | undefined =>
  value === 'code' || value === 'link' ? value : undefined;

/** Where each library describes the pool, and how. */
const SPELLINGS: readonly (readonly [path: readonly string[], read: (block: Values) => Reading])[] = [
  // aws-exports.js
  [
    [],
    (block) => {
      const settings = valuesOf(block['aws_cognito_password_protection_settings']);
      const required = wordsOf(settings['passwordPolicyCharacters']);
      const isRequired = (kind: string) => required?.includes(`requires_${kind}`) ?? false;
      return {
        loginMechanisms: mechanismsOf(wordsOf(block['aws_cognito_username_attributes'])),
        signUpAttributes: wordsOf(block['aws_cognito_signup_attributes']),
        passwordPolicy: policyOf(settings['passwordPolicyMinLength'], {
          upper: isRequired('uppercase'),
          lower: isRequired('lowercase'),
          digit: isRequired('numbers'),
          symbol: isRequired('symbols'),
        }),
        verification: verificationOf(block['aws_cognito_sign_up_verification_method']),
        mfaTypes: mfaTypesOf(block['aws_cognito_mfa_configuration'], wordsOf(block['aws_cognito_mfa_types'])),
        providers: providersOf(block['aws_cognito_social_providers']),
      };
    },
  ],
  // amplify_outputs.json
  [
    ['auth'],
    (block) => {
      const policy = valuesOf(block['password_policy']);
      return {
        loginMechanisms: mechanismsOf(wordsOf(block['username_attributes'])),
        signUpAttributes: wordsOf(block['standard_required_attributes']),
        passwordPolicy: policyOf(policy['min_length'], {
          upper: policy['require_uppercase'],
          lower: policy['require_lowercase'],
          digit: policy['require_numbers'],
          symbol: policy['require_symbols'],
        }),
        mfaTypes: mfaTypesOf(block['mfa_configuration'], wordsOf(block['mfa_methods'])),
        providers: providersOf(valuesOf(block['oauth'])['identity_providers']),
      };
    },
  ],
  // Amplify 5
  [['Auth'], (block) => ({ verification: verificationOf(block['signUpVerificationMethod']) })],
  // Amplify 6
  [
    ['Auth', 'Cognito'],
    (block) => {
      const [policy, mfa] = [valuesOf(block['passwordFormat']), valuesOf(block['mfa'])];
      const isRequired = (attribute: unknown) => valuesOf(attribute)['required'] === true;
      const attributes = namesIn(block['userAttributes'], isRequired);
      return {
        loginMechanisms: mechanismsOf(namesIn(block['loginWith'])),
        signUpAttributes: attributes.length > 0 ? attributes : undefined,
        passwordPolicy: policyOf(policy['minLength'], {
          upper: policy['requireUppercase'],
          lower: policy['requireLowercase'],
          digit: policy['requireNumbers'],
          symbol: policy['requireSpecialCharacters'],
        }),
        verification: verificationOf(block['signUpVerificationMethod']),
        mfaTypes: mfaTypesOf(
          mfa['status'],
          namesIn(mfa).map((name) => name.replace('Enabled', '')),
        ),
        providers: providersOf(valuesOf(valuesOf(block['loginWith'])['oauth'])['providers']),
      };
    },
  ],
  // Beside the user pool.
  [[], (block) => ({ providers: ownProviders(federatedIn(block)) })],
  // Ours come last: they overrule the others.
  [
    [],
    (block) => ({
      providers: ownProviders(block['providers']),
      discovery: ownDiscovery(block['discovery']),
      scriptNonce: ownText(block['scriptNonce']),
    }),
  ],
];

/**
 * What a configuration of another library says about its user pool. What it does not say, or not in a way that is
 * understood, is left out: the defaults of the elements apply.
 */
export function describePool(config: unknown): PoolDescription {
  const parts = SPELLINGS.flatMap(([path, read]) =>
    Object.entries(read(path.reduce((outer, name) => valuesOf(outer[name]), valuesOf(config)))),
  );
  const given = valuesOf(config);
  const { userPoolId, identityPoolId } = readForeign(given)?.values ?? given;
  const isWithoutForm = userPoolId === undefined && identityPoolId !== undefined;
  const known = parts.filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), ...(isWithoutForm && { isWithoutForm }) };
}
