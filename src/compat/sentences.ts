import type { Key, Vocabulary } from '../text/text.js';

/**
 * The sentences of the guides and of the libraries of that time, and what says the same here. Of several rows with the same
 * key, the last that is translated counts.
 */
const SENTENCES: readonly (readonly [sentences: readonly string[], keys: readonly Key[]])[] = [
  [
    ['Sign in', 'Sign In'],
    ['sign-in.submit', 'sign-up.sign-in', 'sign-up.sign-in-instead', 'select-factor.submit'],
  ],
  [['Sign In Account', 'Sign in to your account'], ['sign-in.heading']],
  [['Username'], ['field.username']],
  [['Password'], ['field.password']],
  [['Email', 'Email Address'], ['field.email']],
  [['Phone Number'], ['field.phone_number']],
  [['Reset password', 'Forgot Password'], ['sign-in.forgot-password']],
  [['Forget your password?', 'Forgot your password?'], ['sign-in.forgot-password']],
  [['Forgot Password', 'Reset your password'], ['forgot-password.heading']],
  [['Reset your password'], ['reset-password.heading']],
  [['No account?'], ['sign-in.new-here']],
  [['Sign Up'], ['sign-in.sign-up', 'sign-up.submit']],
  [['Create account'], ['sign-in.sign-up']],
  [['Create Account'], ['sign-up.submit']],
  [['Sign Up Account', 'Create a new account'], ['sign-up.heading']],
  [['Have an account?'], ['sign-up.have-account']],
  [['Confirm Sign up', 'Confirm Sign Up'], ['confirm-sign-up.heading']],
  [['Code', 'Verification code', 'Confirmation Code'], ['field.code']],
  [['Resend a Code', 'Resend Code'], ['resend.action']],
  [['Confirm'], ['confirm-sign-up.submit', 'confirm-sign-in.submit']],
  [['Confirm Sign In', 'Confirm Code', 'Confirm TOTP Code', 'Confirm SMS Code'], ['confirm-sign-in.heading']],
  [['Back to Sign In'], ['back']],
  [
    ['Send', 'Send Code'],
    ['forgot-password.submit', 'email-setup.submit'],
  ],
  [['New password', 'New Password'], ['field.new-password']],
  [['Submit'], ['reset-password.submit', 'verify-contact.submit', 'custom-challenge.submit']],
  [['Change Password'], ['new-password.heading']],
  [['Change'], ['new-password.submit']],
  [
    ['Account recovery requires verified contact information'],
    ['verify-contact.heading', 'verify-contact.description'],
  ],
  [['Verify Contact'], ['verify-contact.heading']],
  [['Skip'], ['verify-contact.skip']],
  [['Select your preferred MFA Type', 'Select MFA Type'], ['select-mfa-type.prefer']],
  [['SMS'], ['mfa.sms']],
  [['TOTP'], ['mfa.totp']],
  [['No MFA'], ['select-mfa-type.none']],
  [['Verify'], ['select-mfa-type.save']],
  [['Success! Your MFA Type is now'], ['select-mfa-type.saved']],
  [['less than 2 mfa types available', 'Less than two MFA types available'], ['select-mfa-type.too-few']],
  [['TOTP Setup'], ['totp-setup.heading']],
  [['Scan then enter verification code'], ['totp-setup.scan']],
  [['Verify Security Token'], ['totp-setup.submit']],
  [['Hello'], ['signed-in.heading', 'signed-in.hello']],
  [['Sign Out'], ['signed-in.sign-out']],
  [['Loading...'], ['loading']],
  [['or'], ['federated.or']],
  [['Sign in with Google', 'Sign In with Google'], ['federated.google']],
  [['Sign in with Facebook', 'Sign In with Facebook'], ['federated.facebook']],
  [['Sign in with Amazon', 'Sign In with Amazon'], ['federated.amazon']],
  [['Sign in with AWS', 'Sign In with AWS'], ['federated.hosted']],
  [['Name', 'Full Name'], ['field.name']],
  [['Given Name', 'First Name'], ['field.given_name']],
  [['Middle Name'], ['field.middle_name']],
  [['Family Name'], ['field.family_name']],
  [['Nickname'], ['field.nickname']],
  [['Preferred Username'], ['field.preferred_username']],
  [['Birthdate', 'Birthday'], ['field.birthdate']],
  [['Gender'], ['field.gender']],
  [['Address'], ['field.address']],
  [['Website'], ['field.website']],
  [['Profile', 'Profile URL'], ['field.profile']],
  [['Picture', 'Picture URL'], ['field.picture']],
  [['Locale'], ['field.locale']],
  [['Zoneinfo', 'Time zone'], ['field.zoneinfo']],
  [
    ['User does not exist', 'Incorrect username or password'],
    ['error.credentials', 'error.credentials-of'],
  ],
  [['An account with the given email already exists.', 'User already exists'], ['error.username-exists']],
  [['Invalid password format'], ['error.password-policy']],
  [['Invalid phone number format'], ['field.phone_number.invalid', 'field.phone_number.incomplete']],
  [['Network error'], ['error.offline']],
  [['Password attempts exceeded'], ['error.locked']],
  [['User is disabled.'], ['error.disabled']],
  [['Invalid code received for user', 'Invalid verification code provided, please try again.'], ['error.wrong-code']],
  [['Attempt limit exceeded, please try after some time.'], ['error.too-many-attempts']],
  [['Password cannot start or end with whitespace'], ['password.spaces']],
];

/** What follows a sentence where it is a label. */
const bare = (sentence: string): string => sentence.replace(/[\s:*]+$/, '');

/**
 * Translations by the sentences of the guides, as a vocabulary of the elements. One by a key of the vocabulary is taken as it
 * is; sentences that no element says are left out by `Text`.
 */
export function vocabularyOf(translations: ReadonlyMap<string, string>): Vocabulary {
  const known = new Map([...translations].map(([sentence, text]) => [bare(sentence), bare(text)]));
  const found = SENTENCES.flatMap(([sentences, keys]) =>
    sentences.flatMap((sentence) => {
      const text = known.get(bare(sentence));
      return text === undefined ? [] : keys.map((key) => [key, inPlace(key, text)] as const);
    }),
  );
  return { ...Object.fromEntries(found), ...Object.fromEntries(translations) };
}

/** A greeting is followed by a name. */
const inPlace = (key: Key, text: string): string => (key === 'signed-in.hello' ? `${text} {name}` : text);
