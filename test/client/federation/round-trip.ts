import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import { PASSWORD } from '../../../demo/cognito/index.js';
import type { FederateInput } from '../../../src/client/auth-client.js';
import type { Step } from '../../../src/client/step.js';
import type { UserPoolConfig } from '../../../src/config/config.js';
import type { OAuthConfig } from '../../../src/config/oauth-config.js';
import { HostedBrowser } from '../../local-cognito/support/hosted-browser.js';
import { HOSTED_POOL } from '../../local-cognito/support/stage.js';
import { NodeTab } from '../../support/node-tab.js';
import { Stage } from '../stage.js';

/** The page that the sign-in pages return to. */
export const HOME = 'http://localhost:5173/';

type Client = ReturnType<Stage['client']>;

/** A user in a tab, a page with sign-in elsewhere, and the local Cognito. */
export class RoundTrip {
  readonly stage: Stage;
  tab = new NodeTab();
  /** What the page adds to its configuration. */
  config: Partial<UserPoolConfig> = {};
  /** What it adds to its `oauth`. */
  oauth: Partial<OAuthConfig> = {};
  #pages: HostedBrowser;

  private constructor(stage: Stage) {
    this.stage = stage;
    this.#pages = new HostedBrowser(stage.cognito.domain);
  }

  static async open(): Promise<RoundTrip> {
    return new RoundTrip(await Stage.open());
  }

  /** Forgets everything but the local Cognito: another user, in another browser. */
  renew(): void {
    this.tab.close();
    this.tab = new NodeTab();
    this.#pages = new HostedBrowser(this.stage.cognito.domain);
    [this.config, this.oauth] = [{}, {}];
    this.stage.clock.skew = 0;
    this.stage.kept.clear();
    this.stage.asked.length = 0;
    this.stage.intercept = (_, pass) => pass();
    this.stage.cognito.store.hosted.visitors.areRemembered = true;
  }

  close(): Promise<void> {
    this.tab.close();
    return this.stage.close();
  }

  /** How often these were requested since the test began: `POST /oauth2/token`. */
  requested(name: string): number {
    return this.stage.asked.filter((asked) => asked === name).length;
  }

  /** Opens a page at this address, and its client. */
  at(address: string | URL = HOME, oauth: Partial<OAuthConfig> = this.oauth): Client {
    this.tab.open(address);
    return this.stage.client({
      userPoolId: HOSTED_POOL.userPoolId,
      userPoolClientId: HOSTED_POOL.clientId,
      oauth: { domain: `http://${this.stage.cognito.domain}`, redirectSignIn: HOME, redirectSignOut: HOME, ...oauth },
      ...this.config,
    });
  }

  /** Leaves a page. Returns the address of the sign-in pages. */
  async leaves(client: Client = this.at(), input: FederateInput = {}): Promise<URL> {
    const left = this.tab.left();
    const never = client.federate(input).then((step) => assert.fail(`The page was not left, but is at ${step.name}.`));
    return Promise.race([left, never]);
  }

  /** Signs in there. Returns the address with the answer. */
  async answer(address: URL, username = 'hana'): Promise<URL> {
    const page = await this.#pages.open(address);
    if (page.status === undefined) return page.url;
    const { url, status, markup } = await this.#pages.submit(page, { username, password: PASSWORD });
    assert.equal(status, undefined, markup);
    return url;
  }

  /** Leaves, signs in there, and returns the address with the answer. */
  async goes(input?: FederateInput): Promise<URL> {
    return this.answer(await this.leaves(undefined, input));
  }

  /** Comes back with an answer of the test's own. */
  async comesBackWith(parameters: string, mark: '?' | '#' = '?'): Promise<URL> {
    const state = (await this.leaves()).searchParams.get('state') ?? assert.fail('No state.');
    return new URL(`${HOME}${mark}${parameters}&state=${state}`);
  }

  /** Opens the page with an answer, and takes that in. */
  async takesIn(address: URL): Promise<{ readonly client: Client; readonly step: Step }> {
    const client = this.at(address);
    return { client, step: await client.restore() };
  }

  /** There and back. */
  async isSignedIn(input?: FederateInput): Promise<Client> {
    const { client, step } = await this.takesIn(await this.goes(input));
    assert.equal(step.name, 'done');
    return client;
  }
}

/** A round trip for the tests of a `describe`: one local Cognito for all, and all else new for each. */
export function setRoundTrip(): () => RoundTrip {
  let trip: RoundTrip | undefined;
  const there = (): RoundTrip => trip ?? assert.fail('The trip is available in tests and hooks only.');
  before(async () => {
    trip = await RoundTrip.open();
  });
  beforeEach(() => there().renew());
  after(() => trip?.close());
  return there;
}
