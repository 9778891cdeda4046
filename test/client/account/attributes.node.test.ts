import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SEED } from '../../../demo/cognito/index.js';
import type { TriggerEvent } from '../../../demo/cognito/index.js';
import type { AccountClient } from '../../../src/client/account-client.js';
import { Secret } from '../../../src/cognito/secret.js';
import { expectError } from '../../contracts/client.contract.js';
import { Stage } from '../stage.js';
import { ownerOf } from './owner.js';

const NEW_EMAIL = 'jane@new.example';

let stage: Stage;
let account: AccountClient;
beforeEach(async () => {
  stage = await Stage.open();
  ({ account } = await ownerOf(stage, 'jane'));
});
afterEach(() => stage.close());

/** The attributes without `sub`, which is random. */
const known = async (of = account) => (await of.attributes()).filter(({ name }) => name !== 'sub');
const latest = (to: string) => new Secret(stage.cognito.outbox.latest(to).code);

describe('The attributes of a user', () => {
  it('are listed, with those that are verified', async () => {
    assert.deepEqual(await known(), [
      { name: 'email', value: 'jane@example.com', verified: true },
      { name: 'given_name', value: 'Jane' },
    ]);
    const sub = (await account.attributes()).find(({ name }) => name === 'sub');
    assert.match(sub?.value ?? '', /^[\da-f-]{36}$/);
  });

  it('can be changed and deleted', async () => {
    const attributes = { family_name: 'Doe', 'custom:plan': 'large' };
    assert.deepEqual(await account.updateAttributes({ attributes }), [
      { name: 'family_name' },
      { name: 'custom:plan' },
    ]);
    await account.deleteAttributes({ names: ['given_name', 'custom:plan'] });
    assert.deepEqual(await known(), [
      { name: 'email', value: 'jane@example.com', verified: true },
      { name: 'family_name', value: 'Doe' },
    ]);
  });

  it('cannot be deleted where the pool requires them', async () => {
    await expectError(account.deleteAttributes({ names: ['email'] }), 'invalid-parameter');
    assert.equal((await known())[0]?.name, 'email');
  });

  it('have a new address once its code was typed', async () => {
    assert.deepEqual(await account.updateAttributes({ attributes: { email: NEW_EMAIL, nickname: 'J' } }), [
      { name: 'email', delivery: { medium: 'email', destination: 'j***@n***' } },
      { name: 'nickname' },
    ]);
    assert.deepEqual((await known())[0], { name: 'email', value: NEW_EMAIL, verified: false });
    await expectError(account.verifyAttribute({ name: 'email', code: new Secret('000000') }), 'wrong-code');
    await account.verifyAttribute({ name: 'email', code: latest(NEW_EMAIL) });
    assert.deepEqual((await known())[0], { name: 'email', value: NEW_EMAIL, verified: true });
  });

  it('keep the old address until the code of the new one was typed, where the pool says so', async () => {
    Object.assign(stage.cognito.store.pools[0]!, { verifiedBeforeUpdate: ['email'] });
    assert.deepEqual(await account.updateAttributes({ attributes: { email: NEW_EMAIL } }), [
      { name: 'email', delivery: { medium: 'email', destination: 'j***@n***' } },
    ]);
    assert.deepEqual((await known())[0], { name: 'email', value: 'jane@example.com', verified: true });
    const delivery = await account.sendAttributeCode({ name: 'email' });
    assert.deepEqual(delivery, { medium: 'email', destination: 'j***@n***' });
    await account.verifyAttribute({ name: 'email', code: latest(NEW_EMAIL) });
    assert.deepEqual((await known())[0], { name: 'email', value: NEW_EMAIL, verified: true });
  });

  it('can be verified by another code when the first one did not arrive', async () => {
    await account.updateAttributes({ attributes: { email: NEW_EMAIL } });
    const first = latest(NEW_EMAIL);
    const delivery = await account.sendAttributeCode({ name: 'email' });
    assert.deepEqual(delivery, { medium: 'email', destination: 'j***@n***' });
    await account.verifyAttribute({ name: 'email', code: latest(NEW_EMAIL) });
    await expectError(account.verifyAttribute({ name: 'email', code: first }), 'code-expired');
    await expectError(account.sendAttributeCode({ name: 'phone_number' }), 'invalid-parameter');
  });

  it('cannot have the address of another user', async () => {
    await account.updateAttributes({ attributes: { email: 'tom@example.com' } });
    await expectError(account.verifyAttribute({ name: 'email', code: latest('tom@example.com') }), 'alias-exists');
  });

  it('lead to messages whose text can depend on the metadata of the page', async () => {
    const [pool = assert.fail()] = SEED;
    const heard: unknown[] = [];
    const customMessage = (event: TriggerEvent<'customMessage'>) => {
      heard.push(event.request.clientMetadata);
      return Promise.resolve(event);
    };
    const other = await Stage.open([{ ...pool, pool: { ...pool.pool, triggers: { customMessage } } }]);
    try {
      const { account } = await ownerOf(other, 'jane', { clientMetadata: { page: 'profile' } });
      const clientMetadata = { lang: 'de' };
      await account.updateAttributes({ attributes: { email: NEW_EMAIL }, clientMetadata });
      await account.sendAttributeCode({ name: 'email' });
      assert.deepEqual(heard, [{ page: 'profile', lang: 'de' }, { page: 'profile' }]);
    } finally {
      await other.close();
    }
  });
});
