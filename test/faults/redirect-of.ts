import assert from 'node:assert/strict';
import type { Step } from '../../src/client/step.js';
import { takeArrival } from '../../src/session/arrival.js';
import { HOME } from '../client/federation/round-trip.js';
import { HostedBrowser } from '../local-cognito/support/hosted-browser.js';
import type { NodeTab } from '../support/node-tab.js';
import type { Visitor } from './visitor.js';

/** Leaves the page, signs in on the sign-in pages, and comes back. */
export async function goesAndReturns({ client, habits }: Visitor, tab: NodeTab): Promise<Step> {
  tab.open(HOME);
  const left = tab.left();
  const never = client.federate({}).then(({ name }) => assert.fail(`The page was not left, but is at ${name}.`));
  const address = await Promise.race([left, never]);
  const pages = new HostedBrowser(address.host);
  const [password = ''] = habits.passwords;
  const { url } = await pages.submit(await pages.open(address), { username: habits.username, password });
  tab.open(url);
  takeArrival();
  return client.restore();
}
