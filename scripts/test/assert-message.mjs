/**
 * Gives a message to each `assert.ok()` that has none. Node would quote the source, and looks for it by the position in
 * the compiled code, which is one long line: it quotes another assertion, and in a long file it searches for minutes
 * (Node 20, `findColumn` in lib/internal/assert/utils.js). The stack tells the line.
 */
import assert from 'node:assert/strict';

const { ok } = assert;

Object.assign(assert, {
  ok: (/** @type {unknown} */ value, message = 'The value is falsy.') => ok(value, message),
});
