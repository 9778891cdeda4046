import { createServer } from 'vite';

/** Modules that the test runner itself serves. */
const INTERNAL = /^\/__web-(dev-server|test-runner)/;

/**
 * Serves the files of @web/test-runner through vite, so that tests and pages see the same modules. A plugin starts and
 * stops vite; the middleware has to stand in the runner's own list, since what a plugin adds later is ignored there.
 *
 * @param {import('vite').InlineConfig} inline
 * @returns {{ plugin: import('@web/test-runner').TestRunnerPlugin, middleware: NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number] }}
 */
export function viteForWtr(inline) {
  /** @type {import('vite').ViteDevServer} */
  let vite;
  return {
    plugin: {
      name: 'vite',
      async serverStart() {
        vite = await createServer({
          ...inline,
          appType: 'custom',
          logLevel: 'warn',
          clearScreen: false,
          server: { ...inline.server, middlewareMode: true, hmr: false, ws: false, watch: null },
          optimizeDeps: {
            ...inline.optimizeDeps,
            // Imports the runner's own modules by paths that the optimizer would rewrite.
            exclude: ['@web/test-runner-commands', ...(inline.optimizeDeps?.exclude ?? [])],
          },
          plugins: [
            ...(inline.plugins ?? []),
            {
              name: 'wtr-modules',
              enforce: 'pre',
              resolveId: (id) => (INTERNAL.test(id) ? { id, external: true } : null),
            },
          ],
        });
      },
      async serverStop() {
        await vite.close();
      },
    },
    async middleware(context, next) {
      if (context.path === '/' || INTERNAL.test(context.path)) {
        await next();
        return;
      }
      await new Promise((/** @type {(value: unknown) => void} */ resolve, reject) => {
        context.res.once('close', resolve);
        context.respond = false;
        context.res.statusCode = 200;
        vite.middlewares(context.req, context.res, (/** @type {unknown} */ error) => {
          context.respond = true;
          if (error instanceof Error) reject(error);
          else resolve(next());
        });
      });
    },
  };
}
