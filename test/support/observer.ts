import assert from 'node:assert/strict';
import type { PagePlace } from './observed-page.js';
import type { Person } from './person.js';

/** Where a secret can be found: in the page, in its console, in the URLs of its requests. */
export type Place = PagePlace | 'console' | 'requests';

/** As a whole word, so that six digits are not found inside of a time. */
const occurs = (secret: string, text: string): boolean =>
  new RegExp(`(?<!\\w)${secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?!\\w)`).test(text);

/** A user who looks for secrets everywhere after each action. */
export class Observer {
  readonly person: Person;
  readonly secrets = new Set<string>();
  readonly #console: string[] = [];
  readonly #requests: string[] = [];

  constructor(person: Person) {
    this.person = person;
    person.page.on('console', (message) => this.#console.push(message.text()));
    person.page.on('request', (request) => this.#requests.push(request.url(), request.headers()['referer'] ?? ''));
    // The Session of a challenge, and the key of an authenticator app.
    person.page.on('response', async (response) => {
      const text = await response.text().catch(() => '');
      for (const [, secret] of text.matchAll(/"(?:Session|SecretCode)":"([^"]+)"/g)) this.secrets.add(secret!);
    });
  }

  async types(label: string, value: string, isSecret = true): Promise<void> {
    if (isSecret) this.secrets.add(value);
    await this.person.types(label, value);
    await this.looks();
  }

  /** Presses a button, and waits until this can be read. */
  async presses(name: string, leadsTo: string): Promise<void> {
    await this.person.presses(name);
    const { page } = this.person;
    const arrived = page.getByRole('heading', { name: leadsTo, exact: true }).or(page.getByText(leadsTo));
    await arrived.filter({ visible: true }).first().waitFor();
    await this.looks();
  }

  /** Expects no secret anywhere. */
  async looks(): Promise<void> {
    assert.deepEqual(await this.finds(this.secrets), []);
  }

  /** Which of these can be found, and where: `123456 in title`. */
  async finds(secrets: Iterable<string>): Promise<readonly string[]> {
    const page = await this.person.page.evaluate(() => window.look());
    const places: Readonly<Record<Place, string>> = {
      ...page,
      console: this.#console.join('\n'),
      requests: this.#requests.join('\n'),
    };
    return Object.entries(places).flatMap(([place, text]) =>
      [...secrets].filter((secret) => occurs(secret, text)).map((secret) => `${secret} in ${place}`),
    );
  }
}
