import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** The programs of the machine that tests start, and the packages of Debian that bring them. */
const PACKAGES = {
  Xvfb: 'xvfb',
  WebKitWebDriver: 'webkit2gtk-driver',
  'dbus-daemon': 'dbus',
  orca: 'orca at-spi2-core',
  xdotool: 'xdotool',
};

/** @typedef {keyof typeof PACKAGES} Program */

/** What runs now. Nothing outlives this process. @type {Set<ChildProcess>} */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill()));

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
const isInstalled = (program, { PATH = '' }) => PATH.split(delimiter).some((path) => existsSync(join(path, program)));

/**
 * What to install where programs are missing; undefined where none is.
 *
 * @param {Program[]} programs
 */
export function adviceFor(programs, env = process.env) {
  const missing = programs.filter((program) => !isInstalled(program, env));
  if (missing.length === 0) return undefined;
  const packages = missing.map((program) => PACKAGES[program]).join(' ');
  return `Not found: ${missing.join(', ')}. Debian/Ubuntu: sudo apt-get install ${packages}`;
}

/**
 * Starts a program that runs until it is stopped.
 *
 * @param {Program} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export async function start(program, args, options) {
  const advice = adviceFor([program]);
  if (advice) throw new Error(advice);
  const child = spawn(program, args, options);
  running.add(child);
  await once(child, 'spawn');
  return child;
}

/**
 * Starts a program that prints where it can be reached, and then only what is of no interest.
 *
 * @param {Program} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function startAndRead(program, args, env = process.env) {
  const child = await start(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  // Its output is a pipe, as asked for above.
  const output = /** @type {import('node:stream').Readable} */ (child.stdout);
  /** @type {string[]} */
  const [line = ''] = await once(createInterface(output), 'line');
  return { child, line };
}

/** Starts a screen that is only in memory, and tells its name. */
export async function startScreen() {
  const { child, line } = await startAndRead('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24']);
  return { screen: child, display: `:${line}` };
}

/**
 * Starts a D-Bus of its own, and tells its address. What it starts on demand has its environment.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function startBus(env) {
  const { line } = await startAndRead('dbus-daemon', ['--session', '--nofork', '--print-address'], env);
  return line;
}

/** @param {ChildProcess[]} children */
export function stop(children) {
  for (const child of children) {
    child.kill();
    running.delete(child);
  }
}
