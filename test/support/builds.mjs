import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { ROOT } from '../../scripts/sources.mjs';

/** Where a run of tests keeps what it has built; every process that it starts inherits the path. */
const FOLDER = 'TEST_BUILDS';

/** Removed when the process that has made it ends. */
function folderOfRun() {
  const cache = `${ROOT}node_modules/.cache`;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${cache}/tests-`);
  process.once('exit', () => rmSync(folder, { recursive: true }));
  return folder;
}

const builds = (process.env[FOLDER] ??= folderOfRun());

/**
 * Builds something for all test files of a run: the first that asks for it builds it.
 *
 * @param {string} name
 * @param {(folder: string) => Promise<unknown>} build Writes it into an empty folder.
 * @returns {Promise<string>} The folder with what was built. To be read only.
 */
export async function buildOnce(name, build) {
  const folder = `${builds}/${name}`;
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(`${builds}/draft-`);
  await build(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another file was faster: its build is as good as this one.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
