import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countryFor } from '../../../components/help/country.ts';
import type { Help } from '../../../lib/claims/types.ts';
import { tryCompile } from '../../../scripts/claims/compile.ts';
import { coverage } from '../../../scripts/claims/coverage.ts';
import { checkHelpAge, staleLines } from '../../../scripts/claims/help-age.ts';
import { loadCollection } from '../../../scripts/claims/load.ts';
import { toLine } from '../../../scripts/claims/problems.ts';
import { ROOT } from '../structure/imports.ts';

const SITUATIONS = ['danger', 'exploited', 'witness', 'post', 'image'];
/** What a line for victims may be offered under; the danger topic has the emergency number. */
const MAY_HAVE_LINES = ['exploited', 'witness', 'image'];

const collection = loadCollection();
const evidence = tryCompile(collection).packs.evidence.en;
const { help } = evidence;

describe('the help of every country', () => {
  it('is there for several countries, each once, the US among them', () => {
    const countries = help.map(({ country }) => country);
    expect(countries).toContain('US');
    expect(new Set(countries).size).toBe(countries.length);
    expect(countries.length).toBeGreaterThanOrEqual(15);
  });

  it.each(help)('$country answers all five situations, calmly', ({ topics, emergency }) => {
    expect(topics.map(({ situation }) => situation)).toEqual(SITUATIONS);
    for (const { advice, lines } of topics) {
      expect(advice.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThanOrEqual(3);
      expect(advice.join(' ')).not.toContain('!');
    }
    expect(emergency).toMatch(/\d{3}/);
    for (const number of emergency.match(/\d+/g) ?? []) expect(topics[0].advice[0]).toContain(number);
  });

  it.each(help)('$country sends nobody from a post to a line', ({ topics, lines }) => {
    for (const topic of topics) if (!MAY_HAVE_LINES.includes(topic.situation)) expect(topic.lines, topic.situation).toEqual([]);
    const post = topics.find(({ situation }) => situation === 'post')?.advice.join(' ') ?? '';
    for (const { phone, text, web } of lines) for (const way of [phone, text, web]) if (way) expect(post).not.toContain(way);
  });

  it.each(help)('$country offers every line it lists, and lists every line it offers', ({ topics, lines }) => {
    const offered = new Set(topics.flatMap((topic) => topic.lines));
    expect(new Set(lines.map(({ id }) => id))).toEqual(offered);
  });

  it.each(help)('$country has numbers as the schema wants them, and a known source for each line', ({ lines }) => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'claims-data/schema/help.schema.json'), 'utf8'));
    const { pattern } = schema.properties.lines.additionalProperties.properties.phone;
    const sources = evidence.sources.map(({ id }) => id);
    for (const { id, phone, source } of lines) {
      if (phone) expect(phone, id).toMatch(new RegExp(pattern));
      expect(sources, id).toContain(source);
    }
  });
});

describe('the age of a line', () => {
  const withLine = (verifiedOn: string): Help[] => [{ ...help[0], lines: [{ ...help[0].lines[0], verifiedOn }] }];
  const stateOf = (verifiedOn: string, today: string) => staleLines(withLine(verifiedOn), today)[0]?.state;

  it('of more than 12 months does not pass the check', () => {
    const [file] = collection.help;
    const [[id, line]] = Object.entries(file.value.lines);
    const dated = { ...file, value: { ...file.value, lines: { [id]: { ...line, verified_on: '2026-01-15' } } } };
    expect(checkHelpAge([dated], '2027-01-15')).toEqual([]);
    expect(checkHelpAge([dated], '2027-01-16').map(toLine)).toEqual([
      expect.stringMatching(/^claims-data\/help\/\w\w\.yaml:\d+ lines\.[\w-]+\.verified_on: is more than 12 months ago \(2026-01-15\)/),
    ]);
  });

  it('is warned of after 9 months and fails after 12', () => {
    expect(stateOf('2026-01-15', '2026-10-15')).toBeUndefined();
    expect(stateOf('2026-01-15', '2026-10-16')).toBe('due');
    expect(stateOf('2026-01-15', '2027-01-15')).toBe('due');
    expect(stateOf('2026-01-15', '2027-01-16')).toBe('stale');
    expect(stateOf('2026-05-31', '2027-02-28')).toBeUndefined();
    expect(stateOf('2026-05-31', '2027-03-01')).toBe('due');
  });

  it('shows in the output of the check', () => {
    expect(coverage({ ...evidence, help: withLine('2026-01-15') }, '2026-12-01').join('\n')).toMatch(
      /warning: help for .* 2026-01-15, more than 9/,
    );
    expect(coverage({ ...evidence, help: withLine('2026-01-15') }, '2026-02-01').join('\n')).not.toContain('warning');
  });
});

describe('the country shown', () => {
  it.each([
    ['MX', 'en-GB', 'MX', 'the one chosen comes first'],
    ['', 'en-GB', 'GB', 'the region of the language'],
    ['', 'es-MX', 'MX', 'the region of the language'],
    ['', 'de', 'DE', 'the region a language suggests'],
    ['', 'es-419', 'US', 'a region that is no country'],
    ['', 'fi-FI', 'US', 'a country without help'],
    ['FI', 'en-IE', 'IE', 'a choice there is no help for any more'],
    ['', '', 'US', 'no language'],
    ['', 'not a language', 'US', 'nonsense'],
  ])('chosen %j, language %j: %s (%s)', (chosen, language, country) => {
    expect(countryFor(chosen, language, help)).toBe(country);
  });
});
