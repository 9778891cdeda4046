/**
 * Imports point one way: no file may come back to itself through what it imports, not even through types. Which layer may
 * use which, eslint knows (`scripts/eslint/layers.mjs`).
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [{ name: 'circle', severity: 'error', from: {}, to: { circular: true } }],
  options: {
    // Imports of types count, which the compiler leaves out.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs'] },
  },
};
