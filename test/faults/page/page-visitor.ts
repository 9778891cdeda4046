import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { totpCode } from '../../../demo/cognito/index.js';
import type { LocalCognito } from '../../../demo/cognito/index.js';

/** What a user types and chooses. */
export interface PageHabits {
  readonly username: string;
  readonly email?: string;
  readonly phone?: string;
  readonly password?: string;
  readonly newPassword?: string;
  /** The texts of the buttons that they press where there are several. */
  readonly chooses?: readonly string[];
  readonly key?: string;
}

export const APP = 'Only signed-in people see this';
/** Only the current screen has one. */
const FORM = 'form[data-auth~=form]';

/** A user at a page who does what each screen requires. */
export class PageVisitor {
  readonly page: Page;
  readonly #cognito: LocalCognito;
  readonly #now: () => number;
  readonly habits: PageHabits;
  #key: string | undefined;

  constructor(page: Page, cognito: LocalCognito, now: () => number, habits: PageHabits) {
    this.page = page;
    this.#cognito = cognito;
    this.#now = now;
    this.habits = habits;
    this.#key = habits.key;
    page.setDefaultTimeout(30_000);
  }

  get form(): Locator {
    return this.page.locator(FORM);
  }

  /** The current screen: the name of its element, or `app`. */
  async screen(): Promise<string> {
    const app = this.page.getByText(APP).filter({ visible: true });
    await this.page.locator(`${FORM}[aria-busy=false]`).or(app).first().waitFor({ state: 'attached' });
    if ((await app.count()) > 0) return 'app';
    return this.form.evaluate((form) => form.parentElement?.localName ?? '');
  }

  /** Fills in the form. */
  async fill(): Promise<void> {
    if ((await this.screen()) === 'auth-totp-setup') {
      const key = await this.page.locator('auth-totp-setup code').first().textContent();
      this.#key = key?.replace(/\s/g, '') ?? '';
    }
    for (const input of await this.form.locator('input:visible').all()) {
      await input.fill(await this.#answer((await input.getAttribute('name')) ?? ''));
    }
  }

  /** The button that continues. */
  async button(): Promise<Locator> {
    for (const words of this.habits.chooses ?? []) {
      const method = this.page.getByRole('button', { name: words, exact: true });
      if ((await method.count()) > 0) return method;
    }
    return this.page.locator('button[type=submit]:visible, button[data-auth~=method]:visible').first();
  }

  /** Does what the screen requires, and waits for the next one. */
  async act(): Promise<string> {
    const before = await this.screen();
    await this.fill();
    await (await this.button()).click();
    return this.leaves(before);
  }

  /** Waits for another screen than this one. */
  async leaves(before: string): Promise<string> {
    if (before === 'app') await this.page.getByText(APP).waitFor({ state: 'hidden' });
    else await this.page.locator(`${before} > form`).waitFor({ state: 'detached' });
    return this.screen();
  }

  /** Continues until a screen, or until they are signed in. Returns every screen. */
  async walk(goal = 'app'): Promise<readonly string[]> {
    const screens = [await this.screen()];
    while (screens.at(-1) !== goal) {
      assert.ok(screens.length < 12, `There is no end: ${screens.join(', ')}`);
      screens.push(await this.act());
    }
    return screens;
  }

  /** Signs out, and waits for the first screen. */
  async signsOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    assert.equal(await this.leaves('app'), 'auth-sign-in');
  }

  async #answer(name: string): Promise<string> {
    const { username, email = `${username}@example.com`, password = 'Correct-Horse-7', newPassword } = this.habits;
    const answers: Readonly<Record<string, string>> = {
      username,
      email,
      password,
      'new-password': newPassword ?? 'Battery-Staple-8',
      answer: '5',
    };
    return answers[name] ?? (name === 'code' ? this.#code() : 'anything');
  }

  async #code(): Promise<string> {
    const { username, email = `${username}@example.com`, phone = '' } = this.habits;
    if (this.#key && !(await this.page.locator('[part=destination]').count())) return totpCode(this.#key, this.#now());
    const mine = this.#cognito.outbox.messages.filter(({ to }) => to === email || to === phone);
    return mine.at(-1)?.code ?? '000000';
  }
}
