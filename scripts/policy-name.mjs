/**
 * Gives the policy of the bundled lit a name of its own. With lit's own name, a page that has lit too would ask for the
 * same policy twice, which Trusted Types refuse.
 *
 * @param {string} name
 * @returns {import('vite').Plugin}
 */
export const policyName = (name) => ({
  name: 'policy-name',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return undefined;
    const named = code.replace(/createPolicy\((["'])lit-html\1/, `createPolicy("${name}"`);
    if (named === code) throw new Error(`There is no policy to name in ${id}.`);
    return { code: named, map: null };
  },
});
