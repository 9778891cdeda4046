import { expect, fixture, html } from '@open-wc/testing';
import { createAuth } from '../../src/auth.js';
import '../../src/define.js';
import type { PoolConfig } from '../../src/kit/controllers/pool-controller.js';
import { fakeClient, user as person } from '../../src/testing/fake-client.js';
import type { FakeScript } from '../../src/testing/fake-client.js';
import { User } from '../support/user.js';

/** As the Amplify CLI writes it. */
const AWS_EXPORTS = {
  aws_user_pools_id: 'us-east-1_Example1',
  aws_user_pools_web_client_id: 'abc123',
  aws_cognito_username_attributes: ['EMAIL'],
  aws_cognito_signup_attributes: ['EMAIL', 'GIVEN_NAME'],
  aws_cognito_sign_up_verification_method: 'link',
  aws_cognito_mfa_configuration: 'OPTIONAL',
  aws_cognito_mfa_types: ['TOTP'],
  aws_cognito_password_protection_settings: { passwordPolicyMinLength: 11, passwordPolicyCharacters: [] },
};

const scripted = (script: FakeScript = {}) => createAuth(AWS_EXPORTS, { client: fakeClient(script) });

describe('A page with a configuration of Amplify', () => {
  it('asks for what the pool asks for, without any other setting', async () => {
    const element = await fixture(html`<auth-authenticator .auth=${scripted()}></auth-authenticator>`);
    const user = new User(element);
    await user.field('Email');
    await user.clicks('Create an account');
    await user.field('First name');
    await user.reads('At least 11 characters');
    expect(element.textContent).not.to.include('Username');
    expect(element.textContent).not.to.include('A capital letter');
  });

  it('is not overruled by it', async () => {
    const element = await fixture(
      html`<auth-authenticator .auth=${scripted()} login-mechanisms="username"></auth-authenticator>`,
    );
    await new User(element).field('Username');
  });

  it('waits for the link that the pool sends', async () => {
    const auth = scripted({ restore: { name: 'confirmSignUp', username: 'jane@example.com' } });
    const element = await fixture(html`<auth-authenticator .auth=${auth}></auth-authenticator>`);
    await new User(element).control('I opened the link');
  });

  it('offers the second factors of the pool', async () => {
    const mfaPreference = async () => ({ sms: 'disabled', totp: 'disabled', email: 'disabled', passkey: 'disabled' });
    const auth = scripted({ restore: { name: 'done', user: person() }, account: { mfaPreference } as never });
    const element = await fixture(html`<auth-mfa-preference .auth=${auth}></auth-mfa-preference>`);
    const user = new User(element);
    await user.reads('Authenticator app');
    expect(element.textContent).not.to.include('Text message');
  });

  it('shows that it is wrong', async () => {
    const element = await fixture(
      html`<auth-authenticator .config=${{ auth: { user_pool_id: '' } }}></auth-authenticator>`,
    );
    await new User(element).reads('Sign-in is not set up correctly on this page.');
  });

  it('shows the form of the flow that it names', async () => {
    const config = {
      Auth: { userPoolId: 'us-east-1_Example1', userPoolWebClientId: 'abc123', authenticationFlowType: 'USER_AUTH' },
    } as PoolConfig;
    const element = await fixture(html`<auth-authenticator .config=${config}></auth-authenticator>`);
    await new User(element).field('Username');
    expect(element.textContent).not.to.include('Password');
  });
});
