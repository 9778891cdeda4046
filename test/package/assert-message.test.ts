import assert from 'node:assert/strict';
import { it } from 'node:test';

it('An assertion without a message fails at once, and quotes no other one', () => {
  assert.throws(() => assert.ok(0), { message: 'The value is falsy.' });
});
