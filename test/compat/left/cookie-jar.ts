/** `document` for a library that keeps things in cookies, in Node. */
export class CookieJar {
  readonly #assigned = new Map<string, string>();

  /** What was assigned for each cookie that is there. */
  get assigned(): readonly string[] {
    return [...this.#assigned.values()];
  }

  get cookie(): string {
    return this.assigned.map((text) => text.split(';')[0]).join('; ');
  }

  set cookie(text: string) {
    const name = text.split('=')[0]!;
    const [, expires] = /;\s*expires=([^;]*)/i.exec(text) ?? [];
    if (expires !== undefined && Date.parse(expires) <= Date.now()) this.#assigned.delete(name);
    else this.#assigned.set(name, text);
  }

  /** The value of a cookie. */
  read(name: string): string | null {
    return (
      this.#assigned
        .get(name)
        ?.split(';')[0]!
        .slice(name.length + 1) ?? null
    );
  }
}
