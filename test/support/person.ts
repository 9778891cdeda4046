import type { Locator, Page } from 'playwright-core';

/** How long a user waits for what they expect. Milliseconds. */
const PATIENCE = 30_000;

/** The label of an input. Runs in the page. */
const labelOf = (input: Node): string | undefined =>
  input instanceof HTMLInputElement ? input.labels?.[0]?.innerText.trim() : undefined;

/** A user of the demo, who finds things by label, role and text. */
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

  protected field(label: string): Locator {
    const textbox = this.app.getByRole('textbox', { name: label, exact: true });
    return textbox.or(this.app.getByLabel(label, { exact: true })).first();
  }

  protected button(name: string): Locator {
    return this.app.getByRole('button', { name, exact: true });
  }

  async opens(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async types(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
  }

  async presses(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** Presses Enter in the field that has the focus. */
  async submits(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  /** Opens a `<details>` by its summary. */
  async opensDisclosure(summary: string): Promise<void> {
    await this.app.getByText(summary, { exact: true }).click();
  }

  /** Chooses one of several radio buttons or options. */
  async chooses(name: string): Promise<void> {
    await this.app.getByRole('radio', { name, exact: true }).check();
  }

  /** Waits until this can be read. */
  async reads(text: string | RegExp): Promise<string> {
    const found = this.app.getByText(text).first();
    await found.waitFor();
    return found.innerText();
  }

  /** Waits until one of these texts or headings can be read, or another text, and returns it. */
  async readsFirst(texts: readonly string[], other: RegExp): Promise<string> {
    const good = texts.map((text) =>
      this.app.getByText(text, { exact: true }).or(this.app.getByRole('heading', { name: text, exact: true })),
    );
    // What is on the screen, not in a live region.
    const bad = this.app.getByText(other).and(this.page.locator(':not([part="status"])'));
    await this.app.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const found = good.reduce((all, one) => all.or(one), bad).filter({ visible: true });
    return found.first().innerText();
  }

  /** The value of a field. */
  valueOf(label: string): Promise<string> {
    return this.app.getByLabel(label, { exact: true }).first().inputValue();
  }

  /** The chosen radio button or option; undefined if there is none. */
  async chosen(): Promise<string | undefined> {
    await this.app.getByRole('radio').first().waitFor();
    const all = await this.app.getByRole('radio').all();
    for (const radio of all) if (await radio.isChecked()) return radio.evaluate(labelOf);
    return undefined;
  }

  /** The key for an authenticator app, as a user types it who cannot scan the code. */
  async readsKey(): Promise<string> {
    const key = this.app.getByRole('code');
    await this.reads('Can’t scan it?');
    if (!(await key.isVisible())) await this.opensDisclosure('Can’t scan it?');
    return (await key.innerText()).replace(/\s/g, '');
  }

  /** Waits until the screen with this heading is shown. */
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
    const code = await message.locator('code').innerText();
    await message.getByRole('button', { name: `Copy ${code}`, exact: true }).waitFor();
    return code;
  }

  async signsIn(username: string, password: string): Promise<void> {
    await this.isAt('Sign in');
    await this.types('Username', username);
    await this.types('Password', password);
    await this.presses('Sign in');
  }
}
