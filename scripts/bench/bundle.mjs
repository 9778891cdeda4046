import { build } from 'vite';
import { define, ROOT } from '../sources.mjs';

/**
 * A module of this folder and all that it imports as one minified module, as a page would load it.
 *
 * @param {string} name
 */
export async function bundle(name) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: `${ROOT}scripts/bench/${name}.ts`, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output }] = /** @type {[import('vite').Rolldown.RolldownOutput]} */ (result);
  return output[0].code;
}
