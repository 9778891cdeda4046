import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { AfterSignIn } from '../../src/compat/after-sign-in.js';

let afterSignIn: AfterSignIn;
/** The ids of the users of whom was told. */
let told: string[];
beforeEach(() => {
  afterSignIn = new AfterSignIn();
  told = [];
});

const user = (id: string) => ({ id, token: '' });
// All of these are users of an identity pool, which have an id.
const tell = (someone: object) => void told.push((someone as ReturnType<typeof user>).id);

describe('What a form has done with a sign-in', () => {
  it('is told at once where the sign-in was told before', () => {
    afterSignIn.told('1', user('1'));
    afterSignIn.of('1', tell);
    assert.deepEqual(told, ['1']);
  });

  it('waits for the next sign-in, also after an earlier one of the same user', () => {
    afterSignIn.told('1', user('1'));
    afterSignIn.ofNext('1', tell);
    afterSignIn.changed();
    afterSignIn.of('1', tell);
    assert.deepEqual(told, []);
    afterSignIn.told('1', user('1'));
    assert.deepEqual(told, ['1', '1']);
  });

  it('is not told of another user, and never once another user has signed in', () => {
    afterSignIn.of('1', tell);
    afterSignIn.told('2', user('2'));
    afterSignIn.told('1', user('1'));
    assert.deepEqual(told, []);
  });
});
