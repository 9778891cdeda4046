import type { Locator, Page } from 'playwright-core';

/** How long a person waits for what they expect. Milliseconds. */
const PATIENCE = 15_000;

/** What an input is called. Runs in the page. */
const labelOf = (input: Node): string | undefined =>
  input instanceof HTMLInputElement ? input.labels?.[0]?.innerText.trim() : undefined;

/** A person in front of the demo: finds things by label, role and text. */
export class Person {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    page.setDefaultNavigationTimeout(2 * PATIENCE);
  }

  /** The part of the page where the authenticator and the app are. */
  get app(): Locator {
    return this.page.getByRole('region', { name: 'The app' });
  }

  async opens(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async types(label: string, value: string): Promise<void> {
    await this.app
      .getByRole('textbox', { name: label, exact: true })
      .or(this.app.getByLabel(label, { exact: true }))
      .first()
      .fill(value);
  }

  async presses(name: string): Promise<void> {
    await this.app.getByRole('button', { name, exact: true }).click();
  }

  /** Opens what is under a summary. */
  async opensDisclosure(summary: string): Promise<void> {
    await this.app.getByText(summary, { exact: true }).click();
  }

  /** Chooses one of several things of which one holds. */
  async chooses(name: string): Promise<void> {
    await this.app.getByRole('radio', { name, exact: true }).check();
  }

  /** Waits until this can be read. */
  async reads(text: string | RegExp): Promise<string> {
    const found = this.app.getByText(text).first();
    await found.waitFor();
    return found.innerText();
  }

  /** Waits until one of these texts or headings can be read, or another text, and tells what it says. */
  async readsFirst(texts: readonly string[], other: RegExp): Promise<string> {
    const good = texts.map((text) =>
      this.app.getByText(text, { exact: true }).or(this.app.getByRole('heading', { name: text, exact: true })),
    );
    // What is on the screen, not what screen readers were told last.
    const bad = this.app.getByText(other).and(this.page.locator(':not([part="status"])'));
    await this.app.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const found = good.reduce((all, one) => all.or(one), bad).filter({ visible: true });
    return found.first().innerText();
  }

  /** What a field holds. */
  valueOf(label: string): Promise<string> {
    return this.app.getByLabel(label, { exact: true }).first().inputValue();
  }

  /** What is chosen of several things; undefined when nothing is. */
  async chosen(): Promise<string | undefined> {
    await this.app.getByRole('radio').first().waitFor();
    const all = await this.app.getByRole('radio').all();
    for (const radio of all) if (await radio.isChecked()) return radio.evaluate(labelOf);
    return undefined;
  }

  /** The key for an authenticator app, as somebody types it off who cannot scan the code. */
  async readsKey(): Promise<string> {
    const key = this.app.getByRole('code');
    await this.reads('Can’t scan it?');
    if (!(await key.isVisible())) await this.opensDisclosure('Can’t scan it?');
    return (await key.innerText()).replace(/\s/g, '');
  }

  /** Waits until the screen with this heading is there. */
  async isAt(heading: string | RegExp): Promise<void> {
    await this.app.getByRole('heading', { name: heading, exact: typeof heading === 'string' }).waitFor();
  }

  /** Whether this can be read now. */
  sees(text: string): Promise<boolean> {
    return this.app.getByText(text).first().isVisible();
  }

  /** The code of the newest message that says this, from the inbox beside the app. */
  async readsCode(about: RegExp, to: string): Promise<string> {
    const message = this.page.getByRole('listitem').filter({ hasText: about }).filter({ hasText: to }).first();
    return message.locator('code').innerText();
  }

  async signsIn(username: string, password: string): Promise<void> {
    await this.isAt('Sign in');
    await this.types('Username', username);
    await this.types('Password', password);
    await this.presses('Sign in');
  }
}
