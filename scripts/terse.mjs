import { minify } from 'terser';

/**
 * Goes over the first paint once more, when the bundler has minified it: terser finds another percent.
 *
 * @param {string} name The chunk.
 * @returns {import('vite').Plugin}
 */
export const terse = (name) => ({
  name: 'terse',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name !== name) continue;
      const file = `${chunk.fileName}.map`;
      const { code, map } = await minify(chunk.code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true },
        format: { comments: /^!/ },
        sourceMap: { content: JSON.stringify(chunk.map), url: file.replace(/^.*\//, '') },
      });
      const written = bundle[file];
      if (!code || typeof map !== 'string' || written?.type !== 'asset') throw new Error(`terser: ${chunk.fileName}`);
      chunk.code = code;
      // The bundler has written the map by now.
      written.source = map;
    }
  },
});
