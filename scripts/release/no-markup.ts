import type { Plugin } from 'vite';

/** Preact's one way of turning a text into markup, in its published code. */
const ASSIGNMENT = /\(\w+\.innerHTML=\w+\.__html\)/g;

/**
 * Takes `dangerouslySetInnerHTML` out of Preact: no view of ours uses it, so no text can become markup in what is shipped, and the
 * linters of the stores have nothing to ask about.
 */
export function noMarkup(): Plugin {
  return {
    name: 'no-markup',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs$/.test(id.split('?')[0])) return undefined;
      const found = code.match(ASSIGNMENT)?.length ?? 0;
      if (found !== 1) throw new Error(`scripts/release/no-markup.ts expects one assignment to innerHTML in Preact and found ${found}.`);
      return { code: code.replace(ASSIGNMENT, 'void 0'), map: null };
    },
  };
}
