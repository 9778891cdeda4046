import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describePool } from '../../src/config/readers/describe-pool.js';

const DESCRIPTION = {
  loginMechanisms: ['email'],
  signUpAttributes: ['email', 'given_name'],
  passwordPolicy: { length: 10, upper: true, lower: true, digit: true },
  mfaTypes: { sms: false, totp: true, email: false, optional: true },
};

const SPELLINGS: Readonly<Record<string, readonly [object, object]>> = {
  'aws-exports': [
    {
      aws_user_pools_id: 'us-east-1_Example1',
      aws_cognito_username_attributes: ['EMAIL'],
      aws_cognito_signup_attributes: ['EMAIL', 'GIVEN_NAME'],
      aws_cognito_mfa_configuration: 'OPTIONAL',
      aws_cognito_mfa_types: ['TOTP'],
      aws_cognito_sign_up_verification_method: 'link',
      aws_cognito_social_providers: ['FACEBOOK', 'GOOGLE', 'AMAZON', 'APPLE'],
      aws_cognito_password_protection_settings: {
        passwordPolicyMinLength: 10,
        passwordPolicyCharacters: ['REQUIRES_LOWERCASE', 'REQUIRES_UPPERCASE', 'REQUIRES_NUMBERS'],
      },
    },
    { ...DESCRIPTION, verification: 'link', providers: ['facebook', 'google', 'amazon', 'apple'] },
  ],
  amplify_outputs: [
    {
      auth: {
        user_pool_id: 'us-east-1_Example1',
        username_attributes: ['email'],
        standard_required_attributes: ['email', 'given_name'],
        user_verification_types: ['email'],
        mfa_configuration: 'OPTIONAL',
        mfa_methods: ['TOTP'],
        oauth: { identity_providers: ['GOOGLE', 'LOGIN_WITH_AMAZON', 'SIGN_IN_WITH_APPLE'] },
        password_policy: {
          min_length: 10,
          require_lowercase: true,
          require_uppercase: true,
          require_numbers: true,
          require_symbols: false,
        },
      },
    },
    { ...DESCRIPTION, providers: ['google', 'amazon', 'apple'] },
  ],
  'Auth of Amplify 6': [
    {
      Auth: {
        Cognito: {
          userPoolId: 'us-east-1_Example1',
          loginWith: { email: true, phone: false, oauth: { providers: ['Apple', { custom: 'Okta' }] } },
          userAttributes: { email: { required: true }, given_name: { required: true }, nickname: { required: false } },
          signUpVerificationMethod: 'code',
          mfa: { status: 'optional', totpEnabled: true, smsEnabled: false },
          passwordFormat: {
            minLength: 10,
            requireLowercase: true,
            requireUppercase: true,
            requireNumbers: true,
            requireSpecialCharacters: false,
          },
        },
      },
    },
    { ...DESCRIPTION, verification: 'code', providers: ['apple', 'Okta'] },
  ],
  'Auth of Amplify 5': [{ Auth: { signUpVerificationMethod: 'link' } }, { verification: 'link' }],
  'our own providers beside theirs': [
    { aws_user_pools_id: 'x', aws_cognito_social_providers: ['GOOGLE'], providers: ['Okta'] },
    { providers: ['Okta'] },
  ],
};

describe('What a configuration of another library says about its pool', () => {
  for (const [title, [config, expected]] of Object.entries(SPELLINGS)) {
    it(`is read: ${title}`, () => {
      assert.deepEqual(describePool(config), expected);
    });
  }

  it('is nothing where it is not understood', () => {
    for (const config of [
      {},
      null,
      'x',
      { aws_cognito_username_attributes: 'EMAIL', aws_cognito_password_protection_settings: [] },
      { aws_cognito_username_attributes: ['constructor', 7], aws_cognito_mfa_configuration: 'OFF' },
      { auth: { password_policy: { min_length: '10' }, mfa_configuration: 'NONE' } },
      { Auth: { Cognito: { loginWith: { email: 'yes' }, userAttributes: { email: null } } } },
    ])
      assert.deepEqual(describePool(config), {});
  });
});
