/** The folders of the local Cognito: each may import from itself and from those before it. */
const LOCAL_COGNITO = ['triggers', 'store', 'flows', 'operations', 'oauth', 'stand-ins', 'identity', 'server', 'seed'];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const localCognito = LOCAL_COGNITO.map((folder, index) => ({
  name: `local-cognito/${folder}`,
  severity: 'error',
  from: { path: `^demo/cognito/${folder}/` },
  to: {
    path: '^demo/',
    pathNot: `^demo/cognito/(exceptions\\.ts$|(${LOCAL_COGNITO.slice(0, index + 1).join('|')})/)`,
  },
}));

/**
 * Imports point one way: no file may come back to itself through what it imports, not even through types. Which layer may
 * use which, eslint knows (`scripts/eslint/layers.mjs`).
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [{ name: 'circle', severity: 'error', from: {}, to: { circular: true } }, ...localCognito],
  options: {
    // Imports of types count, which the compiler leaves out.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Texts that tests run, with their imports replaced.
    exclude: { path: '^test/seeds/samples/' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs'] },
  },
};
