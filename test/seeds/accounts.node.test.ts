import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CompatUser } from '../../src/compat/index.js';
import { titleOf } from './sample.js';
import { Auth, PASSWORD, Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => (stage = await Stage.open()));
afterEach(() => stage.close());

const NEW_PASSWORD = 'newPassword';
const signIn = (username: string, password = PASSWORD) => Auth.signIn(username, password);
/** The attributes of the user who is signed in, as Cognito has them. */
const attributes = async () => (await Auth.currentAuthenticatedUser({ bypassCache: true })).attributes;

describe(titleOf('sign-up.js'), () => {
  const names = { username: 'ida', password: PASSWORD, email: 'ida@example.com', phone_number: '+12128601235' };

  it('creates an account, confirms it with a code, and leaves the user to sign in', async () => {
    const created = (await stage.run('sign-up.js', { names }).logged()) as Record<string, unknown>;
    assert.equal(created['userConfirmed'], false);
    assert.match(String(created['userSub']), /^[\da-f-]{36}$/);
    const confirm = stage.run('sign-up.js', { names: { ...names, code: stage.code('ida@example.com') }, part: 1 });
    assert.equal(await confirm.logged(), 'SUCCESS');
    await signIn('ida');
    assert.equal((await attributes())?.['phone_number'], '+12128601235');
  });

  it('logs why a name is refused', async () => {
    const error = await stage.run('sign-up.js', { names: { ...names, username: 'jane' } }).logged();
    assert.equal((error as { code?: string }).code, 'UsernameExistsException');
  });
});

describe(titleOf('sign-up-attributes.js'), () => {
  it('gives the new account its attributes', async () => {
    await stage.runThrough('sign-up-attributes.js');
    await Auth.confirmSignUp('jdoe', stage.code('me@domain.com'));
    await signIn('jdoe', 'mysecurerandompassword#123');
    const { sub, email_verified, ...own } = (await attributes()) ?? {};
    assert.ok(sub);
    assert.equal(String(email_verified), 'true');
    assert.deepEqual(own, {
      email: 'me@domain.com',
      phone_number: '+12128601234',
      given_name: 'Jane',
      family_name: 'Doe',
      nickname: 'Jane',
    });
  });
});

describe(titleOf('change-password.js'), () => {
  it('changes the password', async () => {
    await signIn('jane');
    assert.equal(await stage.run('change-password.js').logged(), 'SUCCESS');
    await Auth.signOut();
    await assert.rejects(signIn('jane'), { code: 'NotAuthorizedException' });
    await signIn('jane', NEW_PASSWORD);
  });
});

describe(titleOf('forgot-password.js'), () => {
  it('sends a code, and sets a new password', async () => {
    const sent = await stage.run('forgot-password.js', { names: { username: 'jane' } }).logged();
    assert.deepEqual(sent, {
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'j***@e***' },
    });
    const names = { username: 'jane', code: stage.code('jane@example.com'), new_password: NEW_PASSWORD };
    assert.equal(await stage.run('forgot-password.js', { names, part: 1 }).logged(), 'SUCCESS');
    await signIn('jane', NEW_PASSWORD);
  });
});

describe(titleOf('verify-attribute.js'), () => {
  it('sends a code, and verifies the address with it', async () => {
    await signIn('vera');
    const names = { attr: 'email' };
    assert.equal(await stage.run('verify-attribute.js', { names }).logged(), 'a verification code is sent');
    stage.replaceCode('vera', 'attribute email', 'the_verification_code');
    assert.equal(await stage.run('verify-attribute.js', { names, part: 1 }).logged(), 'phone_number verified');
    assert.equal(String((await attributes())?.['email_verified']), 'true');
  });

  it('logs why it fails', async () => {
    await signIn('jane');
    for (const [part, attr, code] of [
      [0, 'nickname', 'InvalidParameterException'],
      [1, 'email', 'ExpiredCodeException'],
    ] as const) {
      const [message, error] = (await stage.run('verify-attribute.js', { names: { attr }, part }).logged()) as Error[];
      assert.equal(message, 'failed with error');
      assert.equal(error?.name, code);
    }
  });
});

describe(titleOf('read-attributes.js'), () => {
  it('has the user with the attributes', async () => {
    await signIn('jane');
    const { user } = await stage.run('read-attributes.js', { reads: ['user'] }).ended;
    assert.equal((user as CompatUser).attributes?.['email'], 'jane@example.com');
  });
});

describe(`${titleOf('update-attributes.js')}, and confirmation of the new address`, () => {
  it('changes attributes, and verifies the address with the code that was sent to it', async () => {
    const user = await signIn('jane');
    assert.equal(await stage.run('update-attributes.js', { names: { user } }).logged(), 'SUCCESS');
    const changed = await attributes();
    assert.deepEqual([changed?.['email'], changed?.['family_name']], ['me@anotherdomain.com', 'Lastname']);
    assert.notEqual(String(changed?.['email_verified']), 'true');
    stage.replaceCode('jane', 'attribute email', 'abc123');
    const { result } = await stage.run('confirm-attribute.js', { reads: ['result'] }).ended;
    assert.equal(result, 'SUCCESS');
    assert.equal(String((await attributes())?.['email_verified']), 'true');
  });
});
