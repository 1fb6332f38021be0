import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Collection, loadCollection } from '../../../scripts/claims/load.ts';
import { toLine } from '../../../scripts/claims/problems.ts';
import { britishIn, checkSpelling } from '../../../scripts/claims/spelling.ts';
import { ROOT } from '../structure/imports.ts';

const collection = loadCollection();
const spelling = collection.spelling.value;
const problemsWith = (changed: Partial<Collection>): string[] => checkSpelling({ ...collection, ...changed }).map(toLine);

describe('the English texts', () => {
  it('are in American spelling', () => expect(problemsWith({})).toEqual([]));

  it('name the file, line and field of a British word or date', () => {
    const [claim] = collection.claims;
    const [topic] = collection.topics;
    const [help] = collection.help;
    const value = { ...claim.value, card: { ...claim.value.card, brief: 'A rumour about a grey van.' } };
    expect(problemsWith({ claims: [{ ...claim, value }] })).toEqual([
      expect.stringMatching(/^claims-data\/claims\/[\w-]+\.yaml:\d+ card\.brief: spells "rumour" .*: "rumor"$/),
      expect.stringMatching(/card\.brief: spells "grey" .*: "gray"$/),
    ]);
    const dated = { ...claim.value, card: { ...claim.value.card, brief: 'It was seen on 26 October 2018.' } };
    expect(problemsWith({ claims: [{ ...claim, value: dated }] }).join()).toContain(
      'card.brief: has the day before the month, "26 October"',
    );
    const [id, source] = Object.entries(collection.sources.value)[0];
    const sources = { ...collection.sources, value: { ...collection.sources.value, [id]: { ...source, publisher: 'US Navy' } } };
    expect(problemsWith({ sources })).toEqual([
      expect.stringMatching(new RegExp(`^claims-data/sources\\.yaml:\\d+ ${id}\\.publisher: spells`)),
    ]);
    expect(problemsWith({ topics: [{ ...topic, value: { ...topic.value, title: 'Programmes' } }] }).join()).toContain(' title: spells');
    const [line] = Object.keys(help.value.lines);
    const lines = { ...help.value.lines, [line]: { ...help.value.lines[line], purpose: 'Counselling.' } };
    expect(problemsWith({ help: [{ ...help, value: { ...help.value, lines } }] }).join()).toContain(`lines.${line}.purpose: spells`);
  });
});

describe('a British word', () => {
  const found = (text: string) => britishIn(text, spelling).map((word) => word.found);

  it('is found at the beginning of a sentence and of a quotation too', () => {
    expect(found('Rumours spread. Neighbours heard: “Centres close.”')).toEqual(['Rumours', 'Neighbours', 'Centres']);
  });

  it('is told, of two American spellings, which one is used', () => {
    expect(britishIn('US law, a non-US court and 18 USC', spelling)).toEqual([{ found: 'US', american: 'U.S.' }]);
    expect(found('The U.S. Navy told USA TODAY')).toEqual([]);
  });

  it('is left alone in a name, and inside another word', () => {
    expect(found('The Australian Centre to Counter Child Exploitation, the Home Office and the Labour Court')).toEqual([]);
    expect(found('a concentred greyhound')).toEqual([]);
  });
});

describe('the interface and the listing in the stores', () => {
  it.each(['components/ui/words/en.ts', 'public/_locales/en/messages.json', 'store/listing-en.yaml'])(
    '%s is in American spelling',
    (path) => {
      expect(britishIn(readFileSync(join(ROOT, path), 'utf8'), spelling)).toEqual([]);
    },
  );
});
