import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Style sheets of pages, as they come with frameworks or are written by hand. */
const SHEETS = {
  'a reset of margins': new URL('./page-sheets/margins.css', import.meta.url),
  'a reset of borders and fonts': new URL('./page-sheets/borders-and-fonts.css', import.meta.url),
  'a page that styles every tag': new URL('./page-sheets/every-tag.css', import.meta.url),
  'the preflight of Tailwind 3': require.resolve('@unocss/reset/tailwind.css'),
  'normalize.css': require.resolve('normalize.css'),
  'Bootstrap 5': require.resolve('bootstrap/dist/css/bootstrap.css'),
  'Bulma 1': require.resolve('bulma/css/bulma.css'),
  'Pico 2': require.resolve('@picocss/pico/css/pico.css'),
  'Pico 2 without classes': require.resolve('@picocss/pico/css/pico.classless.css'),
};

/** The names of the sheets. */
export const pageSheets = Object.keys(SHEETS) as readonly (keyof typeof SHEETS)[];

/** The text of a sheet. */
export const readSheet = (name: keyof typeof SHEETS): Promise<string> => readFile(SHEETS[name], 'utf8');
