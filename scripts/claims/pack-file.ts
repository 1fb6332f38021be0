import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatchPack } from '../../lib/matching/pack.ts';
import { MOST_SHARED, NONE_SHARED, type PackedMatchPack, unpack } from '../../lib/matching/unpack.ts';
import { ROOT } from './data-file.ts';

/** The pack as it is shipped, see `unpack`. */
export function packForms({ concepts, ...pack }: MatchPack): PackedMatchPack {
  return { ...pack, forms: concepts.map(({ forms }) => packLine(forms.toSorted())).join('\n') };
}

function packLine(forms: readonly string[]): string {
  return forms
    .map((form, index) => {
      const before = forms[index - 1] ?? '';
      let shared = 0;
      while (shared < MOST_SHARED && shared < form.length && form[shared] === before[shared]) shared++;
      return String.fromCharCode(NONE_SHARED + shared) + form.slice(shared);
    })
    .join('');
}

/** The generated match pack with the names of its concepts. */
export function readMatchPack(): MatchPack {
  const read = (name: string) => JSON.parse(readFileSync(join(ROOT, `generated/${name}.json`), 'utf8'));
  return unpack(read('match-pack') as PackedMatchPack, read('concept-names') as string[]);
}
