import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_SHARED, NONE_SHARED } from '../../lib/matching/forms.ts';
import type { GatePack } from '../../lib/matching/gate.ts';
import type { MatchPack } from '../../lib/matching/pack.ts';
import { type PackedMatchPack, unpack } from '../../lib/matching/unpack.ts';
import { ROOT } from '../tools/root.ts';

/** A line of sorted forms, see `FormReader`. */
export function packLine(forms: readonly string[]): string {
  return forms
    .map((form, index) => {
      const before = forms[index - 1] ?? '';
      let shared = 0;
      while (shared < MOST_SHARED && shared < form.length && form[shared] === before[shared]) shared++;
      return String.fromCharCode(NONE_SHARED + shared) + form.slice(shared);
    })
    .join('');
}

/** The generated pack of the gate. */
export function readGatePack(): GatePack {
  return readGenerated('gate-pack');
}

/** The generated match pack with the names of its concepts. */
export function readMatchPack(): MatchPack {
  return unpack(readGenerated<PackedMatchPack>('match-pack'), readGenerated<string[]>('concept-names'));
}

function readGenerated<T>(name: string): T {
  return JSON.parse(readFileSync(join(ROOT, `generated/${name}.json`), 'utf8'));
}
