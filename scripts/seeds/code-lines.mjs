/** Words that code begins with; any other row of three words is a sentence. */
const KEYWORDS = ['async', 'class', 'const', 'export', 'function', 'import', 'let', 'return', 'static', 'var'];

const BEGINS = new RegExp(String.raw`^([<{})\]'"$]|\.\w+\(|\.{3}|//|/\*|(${KEYWORDS.join('|')}) )`);
const ENDS = /([;{}()[\],>]|[)\]},] \/\/ .*)$/;
const SENTENCE = new RegExp(String.raw`^(\W )?(?!(${KEYWORDS.join('|')}) )[A-Za-z]+,? [A-Za-z]+ [A-Za-z]+`);
/** How prose names a method, on a line of its own. */
const NAME = /^[\w.]+\(\)$/;

/**
 * Whether a line of a page without markup can only be code. Not every line of code is told by itself: a lone name, or a
 * pair without a comma, can be prose as well.
 *
 * @param {string} line
 */
export const isCode = (line) => {
  const text = line.trim();
  return BEGINS.test(text) || (ENDS.test(text) && !SENTENCE.test(text) && !NAME.test(text));
};
