import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AuthError } from '../../src/cognito/errors.js';
import type { ErrorMessage } from '../../src/kit/context/settings.js';
import { pageWords } from '../../src/kit/form/page-words.js';

const cause = Object.assign(new Error('Incorrect username or password.'), { name: 'NotAuthorizedException' });
const refused = new AuthError('credentials', { cause });
const offline = new AuthError('offline', { cause: new TypeError('Failed to fetch') });
const OURS = 'Our sentence.';

const say = (given: ErrorMessage | undefined, error = refused) => pageWords(given, OURS, error);

describe('The words of a page for an error', () => {
  it('are one sentence for all, or none', () => {
    assert.equal(say('Try again.'), 'Try again.');
    assert.equal(say(undefined), undefined);
    assert.equal(say(''), undefined);
  });

  it('are what a function answers to the words of Cognito, and to the error', () => {
    const echo = (message: string, { code }: AuthError) => `${message} (${code})`;
    assert.equal(say(echo), 'Incorrect username or password. (credentials)');
    assert.equal(say(echo, offline), 'Our sentence. (offline)');
    assert.equal(
      say(() => undefined),
      undefined,
    );
  });

  it('are looked up by the name of the exception, and by our code', () => {
    assert.equal(say({ NotAuthorizedException: 'No.', credentials: 'Never.' }), 'No.');
    assert.equal(say({ credentials: 'Never.' }), 'Never.');
    assert.equal(say({ offline: 'Away.' }), undefined);
    assert.equal(say({ Error: 'x', TypeError: 'y', offline: 'Away.' }, offline), 'Away.');
    const inherited = Object.create({ credentials: 'Inherited.' }) as Readonly<Record<string, string>>;
    assert.equal(say(inherited), undefined);
  });

  it('are those of the first pattern that fits', () => {
    assert.equal(
      say([
        [/expired/i, 'Too late.'],
        [/incorrect/i, 'Wrong.'],
        [/./, 'Any.'],
      ]),
      'Wrong.',
    );
    assert.equal(say([['Not allowed', /incorrect.*password/i, 'Wrong, again.']]), 'Wrong, again.');
    assert.equal(say([['Not allowed', /incorrect.*password/i]]), 'Not allowed');
    assert.equal(say([[/expired/i, 'Too late.']]), undefined);
  });

  it('are cut after 300 characters, whatever they say', () => {
    assert.equal(say(() => '<b>x</b>'.repeat(100))?.length, 300);
  });

  it('are missing where a page fails to say anything', () => {
    const replies = [
      () => {
        throw new Error('Broken');
      },
      () => 7,
      () => Promise.resolve('Later'),
      { credentials: 7 },
      [7, null, [/incorrect/i]],
      7,
      null,
    ];
    // Pages without types may pass anything.
    for (const reply of replies) assert.equal(say(reply as unknown as ErrorMessage), undefined);
  });
});
