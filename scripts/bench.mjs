/**
 * What a user feels: how much arrives before they can type, how long that takes, and how long a proof of the password
 * takes. A benchmark and no test: it reports, and refuses nothing.
 */
import { reportForms } from './bench/forms.mjs';
import { reportProofs } from './bench/proofs.mjs';
import { firstPaint } from './first-paint.mjs';
import { launchBrowser } from './launch-browser.mjs';

const RUNS = 9;

const transfers = await firstPaint();
const total = transfers.reduce((sum, { bytes }) => sum + bytes, 0);
const { browser, origin } = await launchBrowser();
console.log(`Chromium ${browser.version()} (${origin}), Node ${process.version}\n`);
console.log(`${total} bytes (gzip) of JavaScript and CSS until the sign-in form accepts typing.\n`);
await reportForms(browser, RUNS);
console.log('');
await reportProofs(browser, RUNS);
await browser.close();
