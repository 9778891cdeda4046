// Before the library, which may keep `fetch` from when it is loaded.
import './transcript/network.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { AuthClass, Hub } from '../../src/compat/index.js';
import { CALLS } from './transcript/calls/index.js';
import { DIFFERENCES } from './transcript/differences.js';
import type { Instead } from './transcript/differences.js';
import { METHODS } from './transcript/subject.js';
import type { LegacyAuth, LegacyHub, Open } from './transcript/subject.js';
import { OUTCOMES, perform } from './transcript/transcribe.js';
import type { Entry, Transcript } from './transcript/transcribe.js';

/** What the guides promise: recorded by `scripts/record-amplify.ts`. */
const amplify = JSON.parse(readFileSync(new URL('transcript/amplify-5.6.json', import.meta.url), 'utf8')) as Transcript;

const open: Open = async () => ({
  // The transcript calls its methods with what the types forbid, too.
  Auth: new AuthClass() as unknown as LegacyAuth,
  Hub: Hub as unknown as LegacyHub,
});

const differences = new Map(DIFFERENCES.flatMap(({ calls }) => Object.entries(calls)));

/** What counts: how a call ends and what `Hub` tells. Which requests that takes is the affair of a library. */
const told = ({ asked: _, ...rest }: Entry): Omit<Entry, 'asked'> => rest;

const hasOutcome = (instead: Instead): boolean => OUTCOMES.some((outcome) => outcome in instead);

/** What a call has to do: the same as Amplify, but for the difference. */
function expected(title: string): Omit<Entry, 'asked'> {
  const { events, ...outcome } = told(amplify[title]!);
  const instead = differences.get(title);
  if (!instead) return { ...outcome, events };
  return { events, ...(hasOutcome(instead) ? {} : outcome), ...instead };
}

describe('Auth of the guides', () => {
  for (const call of CALLS) {
    it(`${call.title}: ${differences.has(call.title) ? 'as intended' : 'as Amplify 5.6'}`, async () => {
      const entry = await perform(open, call);
      assert.deepEqual(told(entry), expected(call.title));
    });
  }
});

describe('the transcript', () => {
  it('has an answer of Amplify to each call, and each call once', () => {
    assert.deepEqual(CALLS.map(({ title }) => title).sort(), Object.keys(amplify).sort());
  });

  it('has a call of each method', () => {
    const missing = METHODS.filter((method) => !CALLS.some(({ title }) => title.split(/\W/)[0] === method));
    assert.deepEqual(missing, []);
  });

  it('lists a difference once, of a call that there is', () => {
    const titles = DIFFERENCES.flatMap(({ calls }) => Object.keys(calls));
    assert.deepEqual(titles, [...new Set(titles)]);
    assert.deepEqual(
      titles.filter((title) => !(title in amplify)),
      [],
    );
  });

  it('lists no difference that is none', () => {
    for (const title of differences.keys()) assert.notDeepEqual(expected(title), told(amplify[title]!), title);
  });
});
