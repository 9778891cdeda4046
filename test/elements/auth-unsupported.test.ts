import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { arrivalContract } from '../contracts/arrival.contract.js';
import { pseudo, untranslated } from '../support/pseudo.js';
import { stage } from '../support/stage.js';

const unsupported = { name: 'unsupported', challenge: 'RIDDLE' } as const;

arrivalContract({
  tag: 'auth-unsupported',
  at: { ...unsupported, challenge: '7' },
  heading: 'This sign-in needs another way',
  focus: 'This sign-in needs another way',
  heard: 'This page cannot complete your sign-in.',
});

describe('<auth-unsupported>', () => {
  it('names the unsupported challenge, and leads back', async () => {
    const { element, user } = await stage({ restore: unsupported });
    await user.heading('This sign-in needs another way');
    await user.reads('RIDDLE');
    await expect(element).to.be.accessible();
    await user.clicks('Back to sign in');
    await user.heading('Sign in');
  });

  it('has only text from the vocabulary', async () => {
    const { element, user } = await stage({ restore: { ...unsupported, challenge: '7' } }, '', { text: pseudo });
    await user.reads('(7)');
    expect(untranslated(element)).to.deep.equal([]);
  });
});
