import type { Plugin } from 'vite';

/** A sign beyond ASCII, and the backslashes right before it. */
const FOREIGN = /(\\*)([^\0-\x7f])/g;

/**
 * Writes every sign beyond ASCII as its escape. A browser keeps a script's source in memory for as long as the page lives, and takes
 * two bytes for each sign of it once one of them is beyond Latin: for the second script that is 0.6 MB a page.
 */
export function asciiOnly(): Plugin {
  return {
    name: 'ascii-only',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = toAscii(file.code);
      },
    },
  };
}

/**
 * The same program in ASCII. Holds for strings, templates, names and regular expressions.
 * @throws {Error} where a sign is escaped already: a second backslash would change what it means.
 */
export function toAscii(code: string): string {
  return code.replace(FOREIGN, (_, slashes: string, sign: string) => {
    if (slashes.length % 2 === 1)
      throw new Error(`scripts/release/ascii.ts: "\\${sign}" in a program; write "${sign}" without its backslash.`);
    return `${slashes}\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
