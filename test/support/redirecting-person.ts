import type { Page, Response } from 'playwright-core';
import { PASSWORD } from '../../demo/cognito/index.js';
import { APP } from './demo.js';
import { Person } from './person.js';

/** A user who signs in elsewhere, and comes back. */
export class RedirectingPerson extends Person {
  /** The address of the page, which the user pool returns to. */
  readonly home: string;

  constructor(page: Page, home: string) {
    super(page);
    this.home = home;
  }

  /** The same user in another tab. */
  in(page: Page): RedirectingPerson {
    return new RedirectingPerson(page, this.home);
  }

  /** Leaves the page for the sign-in pages. Returns the `state` of the redirect. */
  async leaves(): Promise<string> {
    await this.isAt('Sign in');
    await this.presses('Sign in on another page');
    await this.page.getByLabel('Username or email').waitFor();
    return new URL(this.page.url()).searchParams.get('state') ?? '';
  }

  async signsInThere(): Promise<void> {
    await this.page.getByLabel('Username or email').fill('hana');
    await this.page.getByLabel('Password').fill(PASSWORD);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** Signs in there, and reads the app. Returns the address that the answer came to. */
  async comesBack(): Promise<string> {
    const locationOf = (response: Response): string => response.headers()['location'] ?? '';
    const [response] = await Promise.all([
      this.page.waitForResponse((each) => locationOf(each).startsWith(this.home)),
      this.signsInThere(),
    ]);
    await this.reads(APP);
    return locationOf(response);
  }

  /** There and back. Returns the address that the answer came to. */
  async returns(): Promise<string> {
    await this.leaves();
    return this.comesBack();
  }

  /** Leaves, and comes back with this answer instead of Cognito's. */
  async returnsWith(answer: string): Promise<void> {
    const state = await this.leaves();
    await this.opens(`${this.home}&${answer}&state=${state}`);
  }

  /** By the button of the browser: a page may come back whole, without being loaded. */
  async goes(where: 'back' | 'forward'): Promise<void> {
    await this.page.evaluate((way) => void setTimeout(() => history[way]()), where);
  }

  /** What the page has heard from the authenticator. */
  hears(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.redirect.heard);
  }
}
