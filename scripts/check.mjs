/** Everything that has to be true of a change, in the order in which it is cheapest to hear of it. Goes on after a failure. */
import { spawnSync } from 'node:child_process';

const PARTS = [
  'check:format',
  'check:lint',
  'check:imports',
  'check:types',
  'check:manifest',
  'check:docs',
  'check:unused',
  'build',
  'check:package',
  'check:size',
  'test',
];

const results = PARTS.map((part) => {
  console.log(`\n── ${part} ${'─'.repeat(100 - part.length)}\n`);
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', part], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return { part, ok: status === 0, seconds: (performance.now() - start) / 1000 };
});

console.log(`\n── check ${'─'.repeat(95)}\n`);
for (const { part, ok, seconds } of results)
  console.log(`${ok ? '✓' : '✗'} ${part.padEnd(16)} ${seconds.toFixed(1)} s`);
if (results.some(({ ok }) => !ok)) process.exitCode = 1;
