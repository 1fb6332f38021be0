import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { ROOT } from '../tools/root.ts';
import { originalsOf } from './check-language.ts';
import { KINDS, type Kind, LANGUAGES, TRANSLATION_SCHEMAS } from './languages.ts';
import type { Collection } from './load.ts';

const CODE = /^[a-z]{2,3}$/;

/**
 * Writes what a language lacks, in English, to be translated where it stands; begins the language if there is none.
 * Exit code 1 when the code is not usable.
 */
export function scaffoldLanguage(code: string, collection: Collection): number {
  if (!CODE.test(code)) {
    console.error(`"${code}" is no language code: use two or three lower-case letters, such as es`);
    return 1;
  }
  const originals = originalsOf(collection);
  const files = KINDS.flatMap((kind) =>
    originals[kind].map(([id, texts]) => ({ path: `${LANGUAGES}/${code}/${kind}/${id}.yaml`, text: fileOf(kind, texts) })),
  );
  const about = { path: `${LANGUAGES}/${code}/language.yaml`, text: languageFile(code) };
  const missing = [about, ...files].filter(({ path }) => !existsSync(join(ROOT, path)));
  for (const { path, text } of missing) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(path);
  }
  console.log(missing.length === 0 ? `Nothing is missing in ${code}.` : 'Translate them where they stand, then: npm run claims -- check');
  return 0;
}

function fileOf(kind: Kind, texts: unknown): string {
  return `# yaml-language-server: $schema=../../../schema/${TRANSLATION_SCHEMAS[kind]}\n${stringify(texts, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}`;
}

function languageFile(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return `# yaml-language-server: $schema=../../schema/language.schema.json\nname: ${name}\nstatus: draft\n`;
}
