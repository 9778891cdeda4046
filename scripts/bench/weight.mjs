import { markUsable, whenUsable } from '../mark-usable.mjs';

/** When all has been done that waits for an idle browser. Milliseconds. */
const SETTLED = 1000;

/**
 * How many forms are added to find out what one of them costs, and before, so that what the engine compiles for all of
 * them is not counted.
 */
const MORE = 20;

/**
 * What a page with one form holds when all has arrived, and what one more form adds to it.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 */
export async function measureWeight(browser, address) {
  const page = await browser.newPage();
  const developer = await page.context().newCDPSession(page);
  await developer.send('Performance.enable');
  /** Bytes of JavaScript objects that are in use. */
  const heapSize = async () => {
    await page.waitForTimeout(SETTLED);
    await developer.send('HeapProfiler.collectGarbage');
    const { metrics } = await developer.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
  };
  await page.addInitScript(markUsable);
  await page.goto(address);
  await page.evaluate(whenUsable);
  const heap = await heapSize();
  const nodes = await page.evaluate(countNodes);
  await page.evaluate(addForms, MORE);
  const before = await heapSize();
  const time = await page.evaluate(addForms, MORE);
  const after = await heapSize();
  await page.context().close();
  return { heap, nodes, timeOfOneMore: time / MORE, heapOfOneMore: (after - before) / MORE };
}

/** Runs in the page: the nodes of the form, those in shadow trees included. */
function countNodes() {
  /** @type {(node: Node) => number} */
  const count = (node) => {
    const roots = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
    return [...node.childNodes, ...roots].reduce((sum, child) => sum + count(child), 1);
  };
  return document.body.firstElementChild ? count(document.body.firstElementChild) : NaN;
}

/**
 * Runs in the page: adds forms like the first, each when the one before accepts typing and is laid out. Milliseconds.
 *
 * @param {number} count
 */
async function addForms(count) {
  const first = document.body.firstElementChild;
  if (!first) throw new Error('There is no form.');
  const start = performance.now();
  for (let added = 0; added < count; added += 1) {
    const form = /** @type {Element} */ (first.cloneNode());
    const isUsable = new Promise((/** @type {(value: void) => void} */ resolve) => {
      new MutationObserver(() => {
        if (form.querySelector('input')) resolve();
      }).observe(form, { childList: true, subtree: true });
    });
    document.body.append(form);
    await isUsable;
    form.getBoundingClientRect();
  }
  return performance.now() - start;
}
