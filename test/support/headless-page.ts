import * as headless from '../../src/client/index.js';
import type { WorkerCalls, WorkerResult } from './headless-worker.js';

/** Makes calls of a client in a worker of their own. */
const callInWorker = (calls: WorkerCalls): Promise<WorkerResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./headless-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerResult>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(calls);
  });

/** The globals of the page. */
export interface HeadlessPage {
  readonly headless: typeof headless;
  readonly callInWorker: typeof callInWorker;
}
Object.assign(globalThis, { headless, callInWorker });
