/**
 * What Orca, the screen reader of GNOME, says in the flows of test/e2e/spoken.test.ts, which a user with a keyboard alone
 * goes through in a window on a screen in memory: `npm run orca`. Words choose flows by their titles, and `--engine firefox`
 * another browser than Chromium. Orca writes down what it says, and makes no sound.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNodeTests } from './test/node-tests.mjs';
import { print } from './test/print.mjs';
import { adviceFor, start, startBus, startScreen } from './test/programs.mjs';
// Made and removed by this process, used by the tests.
import '../test/support/builds.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { engine: { type: 'string' } } });

/** Unlike by default, Orca does not read the whole page and each key, and writes down at once what it says. */
const SETTINGS = `from orca import debug, settings
debug.debugFile.reconfigure(line_buffering=True)
settings.sayAllOnLoad = False
settings.pageSummaryOnLoad = False
settings.enableKeyEcho = False
`;

/** Starts Orca on a desktop of its own, apart from the user’s, and gives both to the tests. */
async function startOrca() {
  const home = mkdtempSync(join(tmpdir(), 'orca-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  mkdirSync(join(home, 'orca'));
  writeFileSync(join(home, 'orca/orca-customizations.py'), SETTINGS);
  // Without a server for speech, Orca writes to its log alone.
  mkdirSync(join(home, 'speech-dispatcher'));
  writeFileSync(join(home, 'speech-dispatcher/speechd.conf'), 'DisableAutoSpawn\n');

  const { display: DISPLAY } = await startScreen();
  const folders = { XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
  // By the last two, Chromium and Firefox open their tree for screen readers.
  Object.assign(process.env, { DISPLAY, ...folders, ACCESSIBILITY_ENABLED: '1', GNOME_ACCESSIBILITY: '1' });
  process.env['DBUS_SESSION_BUS_ADDRESS'] = await startBus(process.env);

  const log = join(home, 'orca.log');
  writeFileSync(log, '');
  await start('orca', ['--debug-file', log], { stdio: 'ignore' });
  process.env['ORCA_LOG'] = log;
}

const advice = adviceFor(['Xvfb', 'dbus-daemon', 'orca', 'xdotool']);
if (advice) {
  print(advice);
  process.exit(1);
}
if (values.engine) process.env['TEST_ENGINE'] = values.engine;
await startOrca();
const title = positionals.length > 0 ? new RegExp(positionals.join('|'), 'i') : undefined;
const { passed, failed } = await runNodeTests(['test/e2e/spoken.test.ts'], title);
print(`${String(passed)} as expected, ${String(failed)} not`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
