import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * @typedef {object} Browser What it takes to start a Chromium, in the words of Playwright and Puppeteer.
 * @property {string} executablePath
 * @property {string[]} args
 * @property {Record<string, string>} env
 * @property {string} origin Where it came from, for people.
 */

const CACHE = fileURLToPath(new URL('../node_modules/.cache/chromium/', import.meta.url));

const ADVICE = `No Chromium found for the tests. Do one of these, then run npm test again:
  - Debian/Ubuntu:  sudo apt-get install chromium
  - any system:     npx playwright install chromium
  - or install Google Chrome, or set CHROME_PATH to a Chrome, Chromium or Edge executable.`;

const IN_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const IN_APPLICATIONS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const IN_PROGRAM_FILES = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/**
 * Every place where a browser of the system may be.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function installations(env, platform) {
  const set = (/** @type {(string | undefined)[]} */ folders) => folders.filter((folder) => folder !== undefined);
  if (platform === 'win32') {
    const folders = set([env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]);
    return folders.flatMap((folder) => IN_PROGRAM_FILES.map((file) => join(folder, file)));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...set([env['HOME'] && join(env['HOME'], 'Applications')])];
    return folders.flatMap((folder) => IN_APPLICATIONS.map((file) => join(folder, file)));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return IN_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The Chromium that `@sparticuz/chromium` brings. It is made for AWS Lambda: told that it runs there, it unpacks the
 * system libraries a bare machine lacks. It would unpack into the shared temporary folder and reuse whatever lies
 * there; a folder of our own for each version, moved into place in one piece, is safe against both.
 *
 * @returns {Promise<Browser>}
 */
async function bundled() {
  const manifest = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version } = /** @type {{ version: string }} */ (JSON.parse(await readFile(manifest, 'utf8')));
  const home = join(CACHE, version);
  const executablePath = join(home, 'chromium');
  if (!existsSync(executablePath)) await unpack(home);
  return {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    env: {
      LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_FILE: join(home, 'fonts.conf') }),
    },
    origin: `@sparticuz/chromium ${version}`,
  };
}

/** @param {string} home */
async function unpack(home) {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(`${home}-`);
  const before = { ...process.env };
  try {
    process.env['TMPDIR'] = folder;
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
    const { default: lambda } = await import('@sparticuz/chromium');
    await lambda.executablePath();
    await writeFile(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><fontconfig><dir>${home}/fonts/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
    );
    await rename(folder, home);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // Another process was faster: its folder is as good as ours.
    if (!existsSync(join(home, 'chromium'))) throw error;
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/**
 * @typedef {object} System What to look at.
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {string} playwright Where Playwright keeps its Chromium.
 */

/**
 * Where a browser can come from, in the order of preference. TEST_BROWSER names one of them.
 *
 * @type {Record<string, (system: System) => Promise<Browser | undefined>>}
 */
const SOURCES = {
  installed: async ({ env, platform }) => {
    for (const path of installations(env, platform)) {
      if (await isExecutable(path)) return started(path, 'installed', env);
    }
    return undefined;
  },
  playwright: async ({ env, playwright }) =>
    (await isExecutable(playwright)) ? started(playwright, 'Playwright', env) : undefined,
  bundled: async ({ platform, arch }) => (platform === 'linux' && arch === 'x64' ? bundled() : undefined),
};

/** @type {(executablePath: string, origin: string, env: NodeJS.ProcessEnv) => Browser} */
const started = (executablePath, origin, env) => ({
  executablePath,
  // Root may not use the sandbox, and the containers of most CI services do not allow it.
  args: process.getuid?.() === 0 || env['CI'] ? ['--no-sandbox'] : [],
  env: {},
  origin,
});

/**
 * Finds a Chromium: CHROME_PATH, then the source that TEST_BROWSER names (`installed`, `playwright` or `bundled`), else
 * an installed Chrome, Chromium or Edge, Playwright's, the one of `@sparticuz/chromium`.
 *
 * @param {Partial<System>} [system] What to look at; by default the machine itself.
 * @returns {Promise<Browser>}
 * @throws {Error} When there is none, with what to install; when CHROME_PATH points nowhere; when TEST_BROWSER is no
 *   source, or one that has no browser here.
 */
export async function findBrowser({
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  playwright = chromium.executablePath(),
} = {}) {
  const { CHROME_PATH: path, TEST_BROWSER: source } = env;
  if (path) {
    if (!(await isExecutable(path))) throw new Error(`CHROME_PATH is not an executable file: ${path}`);
    return started(path, 'CHROME_PATH', env);
  }
  if (source && !Object.hasOwn(SOURCES, source))
    throw new Error(`TEST_BROWSER is “${source}”, but has to be one of: ${Object.keys(SOURCES).join(', ')}`);
  for (const [name, find] of Object.entries(SOURCES)) {
    const browser = source && source !== name ? undefined : await find({ env, platform, arch, playwright });
    if (browser) return browser;
  }
  throw new Error(source ? `TEST_BROWSER is “${source}”, but this machine has no such browser.` : ADVICE);
}

/** @param {string} path */
const isExecutable = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
