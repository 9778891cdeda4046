/** Reads an address; undefined for what is none. Browsers before 2024 have no `URL.parse()`, and some no `URL.canParse()`. */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
