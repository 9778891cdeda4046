/**
 * A cast overrules the compiler, so a comment has to tell why that is safe: on the same line, or right above the cast
 * or the statement it stands in. `as const` only narrows and needs none; nor does `{} as T`, xstate's way to name types.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const explainedCast = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { unexplained: 'Explain in a comment why this cast is safe, or do without it.' },
  },
  create(context) {
    const { sourceCode } = context;
    const lines = new Set(
      sourceCode.getAllComments().flatMap(({ loc }) => (loc ? [loc.end.line, loc.start.line] : [])),
    );
    const explained = (/** @type {number} */ line) => lines.has(line) || lines.has(line - 1);
    return {
      TSAsExpression(/** @type {any} */ node) {
        if (node.typeAnnotation.type === 'TSTypeReference' && node.typeAnnotation.typeName.name === 'const') return;
        if (node.expression.type === 'ObjectExpression' && node.expression.properties.length === 0) return;
        for (let at = node; at; at = at.parent) {
          if (explained(at.loc.start.line)) return;
          if (/Statement|Declaration|Definition$/.test(at.type)) break;
        }
        context.report({ node, messageId: 'unexplained' });
      },
    };
  },
};
