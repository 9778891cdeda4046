/** Packs the package as npm would publish it, and has publint and Are The Types Wrong read the result. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { manifest, modules, ROOT } from './sources.mjs';

/** What turns text into markup or script. What is bundled for pages without a bundler also holds code of others. */
const SINKS =
  /innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|document\.write|\beval\(|new Function\(|set(Timeout|Interval)\(['"`]/;

/** So many packages come along with this one, those that the identity pool needs included. More is a decision. */
const MOST_PACKAGES = 55;

const folder = mkdtempSync(join(tmpdir(), 'auth-elements-'));

/**
 * @param {string} command
 * @param {string[]} args
 */
const npm = (command, args) =>
  execFileSync('npm', [command, ...args], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });

/** Every entry that types can be asked of: patterns become the modules that they stand for. */
const entries = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target !== 'string')
  .flatMap(([name]) => {
    const [start = '', rest] = name.slice('./'.length).split('*');
    if (rest === undefined) return [name];
    return Object.keys(modules())
      .filter((module) => module.startsWith(start))
      .map((module) => `./${module}`);
  });

try {
  const [packed] = JSON.parse(npm('pack', ['--json', '--ignore-scripts', '--pack-destination', folder]));
  const tarball = join(folder, packed.filename);
  console.log(`${packed.filename}: ${packed.entryCount} files, ${packed.size} bytes packed.`);

  const foreign = packed.files
    .map((/** @type {{ path: string }} */ { path }) => path)
    .filter(
      (/** @type {string} */ path) => !/^(dist\/(?!demo\/)|(package|custom-elements)\.json$|[A-Z]+(\.md)?$)/.test(path),
    );
  if (foreign.length > 0) throw new Error(`Not to be published: ${foreign.join(', ')}`);

  const own = packed.files
    .map((/** @type {{ path: string }} */ { path }) => path)
    .filter((/** @type {string} */ path) => /^dist\/(?!cdn\/|chunks\/).*\.js$/.test(path));
  const unsafe = own.filter((/** @type {string} */ path) => SINKS.test(readFileSync(`${ROOT}${path}`, 'utf8')));
  if (unsafe.length > 0) throw new Error(`Text may become script: ${unsafe.join(', ')}`);

  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'));
  const needed = Object.entries(packages).filter(
    ([path, { dev, optional, devOptional }]) => path && !dev && !optional && !devOptional,
  );
  if (needed.length > MOST_PACKAGES) throw new Error(`${String(needed.length)} packages come along.`);
  const scripts = needed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  if (scripts.length > 0) throw new Error(`Run something when they are installed: ${scripts.join(', ')}`);
  console.log(`${String(own.length)} modules without a sink for script, ${String(needed.length)} packages come along.`);

  const pkg = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const { messages } = await publint({ pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer }, strict: true });
  for (const message of messages) console.log(formatMessage(message, pkg));
  if (messages.length > 0) process.exitCode = 1;
  else console.log('publint: all good.');

  const profile = ['--profile', 'esm-only', '--no-definitely-typed', '--format', 'ascii'];
  npm('exec', ['--', 'attw', tarball, ...profile, '--entrypoints', ...entries]);
  console.log('Are The Types Wrong: all good.');
} catch (error) {
  const { stdout, message } = /** @type {Error & { stdout?: string }} */ (error);
  console.error(stdout ?? message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
