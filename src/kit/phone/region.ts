/** The region of the first language that names one, else the likeliest of the first language: `en-GB` → `GB`, `de` → `DE`. */
export function regionOf(languages: readonly string[]): string | undefined {
  const locales = languages.flatMap((tag) => {
    try {
      return [new Intl.Locale(tag)];
    } catch {
      return [];
    }
  });
  return locales.find(({ region }) => region)?.region ?? locales[0]?.maximize().region;
}
