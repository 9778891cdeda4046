import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/**
 * Writes `integrity.json`: the sha384 of each script, by which a browser checks what any host delivers. It hashes what was written,
 * for there is no later hook in which a plugin could change it.
 *
 * @type {import('vite').Plugin}
 */
export const integrity = {
  name: 'integrity',
  async writeBundle({ dir }, bundle) {
    const files = Object.keys(bundle).filter((file) => file.endsWith('.js'));
    const entries = files.sort().map(async (file) => {
      const hash = createHash('sha384').update(await readFile(`${dir}/${file}`));
      return [file, `sha384-${hash.digest('base64')}`];
    });
    await writeFile(
      `${dir}/integrity.json`,
      `${JSON.stringify(Object.fromEntries(await Promise.all(entries)), null, 2)}\n`,
    );
  },
};
