import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFoldTable } from '../../../lib/matching/fold.ts';
import { createMatcher } from '../../../lib/matching/index.ts';
import { Plausibility } from '../../../lib/matching/plausibility.ts';
import { Topics } from '../../../lib/matching/topics.ts';
import { readGatePack, readMatchPack } from '../../../scripts/claims/pack-file.ts';
import { CORPUS, lines, written } from '../../../scripts/train/posts.ts';
import { runs } from '../fuzz/runs.ts';

/** Texts of the posts to learn from, and of the labelled ones where they lie beside the project. */
async function posts(): Promise<string[]> {
  const labelled = join(CORPUS, 'dev.jsonl');
  return [...(await written()), ...(existsSync(labelled) ? await lines(labelled) : [])].map(({ text }) => text);
}

describe('words are plausible, with the weights as they are', () => {
  it('gate and matcher say the same', async () => {
    const { plausibility, fold: letters } = readGatePack();
    const gate = new Plausibility(plausibility, readFoldTable(letters));
    const { topics: own, fold: same } = readMatchPack();
    const topics = new Topics(own, readFoldTable(same));
    const texts = await posts();
    const plausible = texts.filter((text) => gate.of(text));
    expect(plausible.length).toBeGreaterThan(5_000);
    expect(plausible.length).toBeLessThan(texts.length);
    expect(texts.filter((text) => gate.of(text) !== topics.isPlausible(text))).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => gate.of(text) === topics.isPlausible(text)),
      runs(1 / 6),
    );
  });

  it('hardly any card is lost', async () => {
    const pack = readMatchPack();
    const bias = { ...pack.topics.bias, plausible: Number.POSITIVE_INFINITY };
    const asItIs = createMatcher(pack);
    const always = createMatcher({ ...pack, topics: { ...pack.topics, bias } });
    const carded = (await posts()).filter((text) => always.match(text).matches.length > 0);
    const lost = carded.filter((text) => asItIs.match(text).matches.length === 0);
    expect(carded.length).toBeGreaterThan(4_000);
    expect(lost.length / carded.length).toBeLessThan(0.003);
  });
});
