import assert from 'node:assert/strict';

/** A page of the hosted pages, or the address of the app that they returned to. */
export interface Visited {
  /** Where the browser is. */
  readonly url: URL;
  /** Undefined at an address of the app, which is not requested. */
  readonly status: number | undefined;
  readonly markup: string;
  readonly headers: Headers;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);

/** A browser without scripts: it follows redirects, keeps cookies, and sends the form of a page. */
export class HostedBrowser {
  readonly #hosts: readonly string[];
  readonly #cookies = new Map<string, Map<string, string>>();

  /** @param hosts Those that it requests. Everything else is an address of the app, where it stops. */
  constructor(...hosts: readonly string[]) {
    this.#hosts = hosts;
  }

  async open(address: string | URL, init: RequestInit = {}): Promise<Visited> {
    const url = new URL(address);
    if (!this.#hosts.includes(url.host)) return { url, status: undefined, markup: '', headers: new Headers() };
    const jar = this.#cookies.get(url.host) ?? new Map<string, string>();
    this.#cookies.set(url.host, jar);
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return this.open(new URL(location, url));
    return { url, status: response.status, markup: await response.text(), headers: response.headers };
  }

  /** Fills in the form of a page, and sends it. */
  async submit({ url, markup }: Visited, values: Readonly<Record<string, string>>): Promise<Visited> {
    const form = /<form method="post"(?: action="([^"]*)")?>/.exec(markup);
    assert.ok(form, `No form: ${markup}`);
    const body = new URLSearchParams(fieldsOf(markup));
    for (const [name, value] of Object.entries(values)) {
      assert.ok(body.has(name), `The form has no field ${name}.`);
      body.set(name, value);
    }
    return this.open(new URL(unescaped(form[1] ?? ''), url), { method: 'POST', body });
  }

  /** Follows the link with a text. */
  async follow({ url, markup }: Visited, text: string): Promise<Visited> {
    const found = [...markup.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>\s*([^<]*?)\s*<\/a/g)].find(
      (link) => unescaped(link[2]!) === text,
    );
    assert.ok(found, `There is no link “${text}”.`);
    return this.open(new URL(unescaped(found[1]!), url));
  }
}

/** The fields of a form and their values. */
const fieldsOf = (markup: string): [string, string][] =>
  [...markup.matchAll(/<input\b[^>]*>/g)].map(([input]) => {
    const attribute = (name: string): string => unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(input)?.[1] ?? '');
    return [attribute('name'), attribute('value')];
  });

/** The text of a page, without markup. */
export const textOf = ({ markup }: Visited): string =>
  unescaped(markup.replace(/<title>.*?<\/title>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')).trim();
