import { expect } from '@open-wc/testing';
import { randomText } from '../../src/cognito/random-text.js';
import { RedirectRecords } from '../../src/session/redirect-records.js';

const MINUTE = 60_000;

const RECORD = {
  clientId: 'abc123',
  origin: 'https://auth.example.com',
  redirectUri: 'https://app.example.com/',
  nonce: 'n',
  verifier: 'v',
};

describe('The record of a redirect', () => {
  let now = 1_000_000;
  const records = new RedirectRecords(() => now);

  beforeEach(() => {
    now = 1_000_000;
    sessionStorage.clear();
  });
  after(() => sessionStorage.clear());

  const keyOf = (state: string) => Object.keys(sessionStorage).find((key) => key.endsWith(state)) ?? '';

  it('is found by its state until it is removed, in this tab alone', () => {
    const state = records.add({ ...RECORD, provider: 'Google', customState: '' });
    expect(state).to.match(/^ae-[\w-]{43}$/);
    expect(records.find(state)).to.deep.equal({ ...RECORD, provider: 'Google', customState: '', at: now });
    expect(localStorage.length).to.equal(0);
    records.remove(state);
    expect(records.find(state)).to.equal(undefined);
  });

  it('is in time for a quarter of an hour, and on a clock that was set back', () => {
    const record = records.find(records.add(RECORD))!;
    now += 15 * MINUTE - 1;
    expect(records.isInTime(record)).to.equal(true);
    now += 1;
    expect(records.isInTime(record)).to.equal(false);
    now -= 24 * 60 * MINUTE;
    expect(records.isInTime(record)).to.equal(true);
  });

  it('is one of ten at most: the oldest go', () => {
    const states = Array.from({ length: 12 }, () => ((now += 1), records.add(RECORD)));
    expect(states.map((state) => records.find(state) !== undefined)).to.deep.equal(
      states.map((_, index) => index >= 2),
    );
  });

  it('makes way for those of after the clock was set back', () => {
    const before = Array.from({ length: 10 }, () => records.add(RECORD));
    now -= 24 * 60 * MINUTE;
    const since = Array.from({ length: 3 }, () => ((now += 1), records.add(RECORD)));
    expect(since.every((state) => records.find(state))).to.equal(true);
    expect(before.filter((state) => records.find(state))).to.have.length(7);
  });

  it('makes way when it is too old', () => {
    const state = records.add(RECORD);
    now += 15 * MINUTE;
    records.add(RECORD);
    expect(records.find(state)).to.equal(undefined);
  });

  for (const [what, text] of Object.entries({
    'is no JSON': '{',
    'has no verifier': JSON.stringify({ ...RECORD, verifier: undefined, at: 1 }),
    'has a number for a text': JSON.stringify({ ...RECORD, nonce: 7, at: 1 }),
    'has no time': JSON.stringify({ ...RECORD, at: '1' }),
    'has its values from a prototype': JSON.stringify({ ['__proto__']: RECORD, at: 1 }),
  })) {
    it(`counts as none when it ${what}`, () => {
      const state = records.add(RECORD);
      sessionStorage.setItem(keyOf(state), text);
      expect(records.find(state)).to.equal(undefined);
    });
  }

  it('is none where the store is blocked', () => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = () => {
      throw new DOMException('Blocked.', 'SecurityError');
    };
    try {
      expect(records.find('ae-x')).to.equal(undefined);
    } finally {
      Storage.prototype.getItem = getItem;
    }
  });

  it('has values that are never the same', () => {
    expect(new Set(Array.from({ length: 100 }, randomText)).size).to.equal(100);
  });
});
