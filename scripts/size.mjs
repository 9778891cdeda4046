/**
 * Fails when a person waits for more than the budget before they can type, or for something that they may never need.
 * `npm run check:size -- --why` also tells how much of it is whose.
 */
import { firstPaint } from './first-paint.mjs';

/** Bytes of JavaScript and CSS as a gzip server sends them. */
const LIMIT = 25_000;

/** What belongs into later chunks, by the names in source maps. */
const LATER = {
  'the chart': /node_modules\/xstate\/|src\/machine\//,
  'another screen': /src\/elements\/auth-(?!(authenticator|provider|sign-in)\.)/,
  'words of other screens': /src\/text\/en(\.|\/(?!sign-in\.))/,
  'styles of other screens': /src\/styles\/(?!(authenticator|base|form|frame|tokens)\.)/,
  'amazon-cognito-identity-js': /node_modules\/amazon-cognito-identity-js\//,
  'the AWS SDK': /node_modules\/@(aws-sdk|smithy)\//,
  'sign-in elsewhere': /src\/(client\/federation|cognito\/oauth|providers)\/|node_modules\/oauth4webapi\//,
  'AWS credentials': /src\/(cognito\/identity-|session\/guest\.)/,
  passkeys: /src\/(kit|cognito|elements)\/(.*\/)?(auth-)?passkey/,
  'the QR code': /node_modules\/uqr\//,
  'a language besides English': /src\/text\/(?!(en|en\/sign-in|text|languages)\b)/,
};

const transfers = await firstPaint();
const total = transfers.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { path, bytes } of transfers) console.log(`${String(bytes).padStart(7)}  ${path}`);
console.log(`${String(total).padStart(7)}  of ${LIMIT} bytes (gzip) until the sign-in form accepts typing`);

if (process.argv.includes('--why')) {
  /** @type {Record<string, number>} */
  const owners = {};
  for (const [source, size] of transfers.flatMap(({ sources }) => Object.entries(sources))) {
    const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? source;
    owners[owner] = (owners[owner] ?? 0) + size;
  }
  console.log('\nMinified, before compression:');
  for (const [owner, size] of Object.entries(owners).sort(([, one], [, other]) => other - one)) {
    console.log(`${String(size).padStart(7)}  ${owner}`);
  }
}
if (total > LIMIT) {
  console.error(`${total - LIMIT} bytes too many.`);
  process.exitCode = 1;
}
for (const [what, pattern] of Object.entries(LATER)) {
  for (const { path, sources } of transfers) {
    const source = Object.keys(sources).find((name) => pattern.test(name));
    if (source === undefined) continue;
    console.error(`${what} is among it: ${path} contains ${source}.`);
    process.exitCode = 1;
  }
}
