import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCollection, checkExamples, checkReviewDays, leftOut, withWatched } from '../../../scripts/claims/check.ts';
import { tryCompile } from '../../../scripts/claims/compile.ts';
import { type DataFile, readDataFile } from '../../../scripts/claims/data-file.ts';
import { type AuthorClaim, loadCollection } from '../../../scripts/claims/load.ts';
import { DataError, toLine } from '../../../scripts/claims/problems.ts';
import { ROOT } from '../../../scripts/tools/root.ts';
import { tinyPack } from '../matching/tiny-pack.ts';

function broken(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'claim-')), 'x.yaml');
  writeFileSync(path, text);
  return readDataFile(path, 'claims-data/schema/claim.schema.json');
}

const WRONG = 'has the wrong shape';

/** A file as it is read when it is no YAML. */
function wrong(file: string) {
  return { value: undefined as never, problems: [{ file, message: WRONG }] };
}

describe('a broken data file', () => {
  it('is reported with file, line, field and what to do', () => {
    const { problems, file } = broken('id: x\nverdict: debunked\nsuprise: 1\n');
    const lines = problems.map(toLine);
    expect(lines).toContain(`${file}:2 verdict: must be one of: no-evidence, misleading, missing-context, outdated`);
    expect(lines.join('\n')).toContain('the field "card" is missing');
    expect(lines.join('\n')).toContain('there is no field "suprise"');
  });

  it('is reported when a day is not in the calendar, or an id is no id', () => {
    const lines = broken('id: A claim\nreviewed_on: "2026-02-30"\n').problems.map(toLine).join('\n');
    expect(lines).toContain(':2 reviewed_on: is not a day of the calendar; write it as 2026-11-23');
    expect(lines).toContain(':1 id: has the wrong form');
  });

  it('is reported with how long a text or a list is, and may be', () => {
    const { problems } = broken(
      `id: x\ncard:\n  brief: "${'a'.repeat(62)}"\nexamples:\n  match: [One post of nine words that says something quite untrue]\n`,
    );
    const lines = problems.map(toLine).join('\n');
    expect(lines).toContain(':3 card.brief: has 62 characters; at most 60');
    expect(lines).toContain(':5 examples.match: has 1 entries; at least 8');
  });

  it('is named by the commands that go on without it', () => {
    const whole = loadCollection().claims.slice(0, 1);
    expect(leftOut({ claims: whole })).toEqual([]);
    const file = broken('id: x\n') as (typeof whole)[number];
    expect(leftOut({ claims: [...whole, file] })).toEqual(['Left out until they are mended:', ...file.problems.map(toLine)]);
    expect(file.problems.length).toBeGreaterThan(3);
  });

  it('is reported when it is no YAML at all', () => {
    expect(broken('id: [x\nverdict: y').problems[0].line).toBeGreaterThan(0);
  });

  it('has what is still to be filled in named at once, beside what the schema refuses', () => {
    const text = 'id: x\nfamily: "<one of these>"\ntitle: "<what it is about>"\ncard: { brief: "<the fact in one short sentence>" }\n';
    const file = broken(text) as DataFile<AuthorClaim>;
    const told = tryCompile({ ...loadCollection(), claims: [file] }).problems.filter((problem) => problem.file === file.file);
    const lines = told.map(toLine).join('\n');
    expect(lines).toContain(':3 title: is still to be filled in');
    expect(lines).toContain(':4 card.brief: is still to be filled in');
    expect(told.filter(({ field }) => field === 'family')).toHaveLength(1);
  });

  it('is said once, and what refers to it is not called wrong', () => {
    const whole = loadCollection();
    const claims = whole.claims.map((file) => (file.value.id === 'wayfair-cabinets' ? { ...file, ...wrong(file.file) } : file));
    expect(tryCompile({ ...whole, claims }).problems).toEqual([{ file: 'claims-data/claims/wayfair-cabinets.yaml', message: WRONG }]);
  });

  it('of a translation is said, and its claim stays English', () => {
    const whole = loadCollection();
    const languages = whole.languages.map((language) => {
      const pizzagate = language.claims.get('pizzagate') as NonNullable<ReturnType<typeof language.claims.get>>;
      return { ...language, claims: new Map([...language.claims, ['pizzagate', { ...pizzagate, ...wrong(pizzagate.file) }]]) };
    });
    const { packs, problems } = tryCompile({ ...whole, languages });
    expect(problems.map(toLine)).toEqual([`claims-data/translations/es/claims/pizzagate.yaml: ${WRONG}`]);
    const titles = [packs.evidence.en, packs.evidence.es].map((one) => one?.claims.find(({ id }) => id === 'pizzagate')?.title);
    expect(titles[1]).toBe(titles[0]);
  });

  it.each(['sources', 'words', 'compounds', 'stance', 'signs', 'signWeights', 'spelling'] as const)(
    'that all others rest on ends the check, and is named: %s',
    (name) => {
      const whole = loadCollection();
      const { file } = whole[name];
      const check = () => tryCompile({ ...whole, [name]: { ...whole[name], ...wrong(file) } });
      expect(check).toThrow(DataError);
      expect(check).toThrow(`${file}: ${WRONG}`);
    },
  );

  it('stops the build on an unknown concept and on a rule without a rare word', () => {
    expect(() => tinyPack({ concepts: { A: ['alpha'] }, rules: [{ id: 'r', all: ['A', 'B'] }] })).toThrow(/there is no concept B/);
    expect(() => tinyPack({ concepts: { A: { common: true, forms: ['alpha'] } }, rules: [{ id: 'r', all: ['A'] }] })).toThrow(
      /no rare word/,
    );
    expect(() => tinyPack({ concepts: { A: ['alpha'] }, compounds: { L: { any: ['L'] } }, rules: [{ id: 'r', all: ['A'] }] })).toThrow(
      DataError,
    );
  });
});

describe('the collection', () => {
  const collection = loadCollection();
  const { packs, problems } = tryCompile(collection);

  it('has no problems', () => expect(problems.map(toLine)).toEqual([]));

  it('matches every example of its claims and none of the counter-examples', () => {
    expect(checkExamples(collection, packs['match-pack']).map(toLine)).toEqual([]);
  });

  it('uses every family, verdict and kind of source that its schemas name', () => {
    const enumOf = (file: string, path: string[]): string[] => {
      const schema: unknown = JSON.parse(readFileSync(join(ROOT, 'claims-data/schema', file), 'utf8'));
      return path.reduce((part: unknown, name) => (part as Record<string, unknown>)[name], schema) as string[];
    };
    const { claims, sources } = packs.evidence.en;
    const used = (values: string[]) => [...new Set(values)].sort();
    expect(used(claims.map(({ family }) => family))).toEqual(enumOf('claim.schema.json', ['properties', 'family', 'enum']).sort());
    expect(used(claims.map(({ verdict }) => verdict))).toEqual(enumOf('claim.schema.json', ['properties', 'verdict', 'enum']).sort());
    const kind = ['additionalProperties', 'properties', 'kind', 'enum'];
    expect(used(sources.map((source) => source.kind))).toEqual(enumOf('sources.schema.json', kind).sort());
  });

  it('gives every figure a source that stands in the collection', () => {
    const ids = new Set(packs.evidence.en.sources.map(({ id }) => id));
    for (const { figures, id } of packs.evidence.en.claims) for (const { source } of figures) expect(ids, id).toContain(source);
  });

  it('shows administrations as bands over fiscal years, and says at once what they do not explain', () => {
    for (const { id, yearPrefix, bands, notes, definition, notCounted } of packs.evidence.en.series) {
      expect(definition.length, id).toBeGreaterThan(60);
      expect(notCounted.length, id).toBeGreaterThan(0);
      expect(bands.length > 0, id).toBe(yearPrefix === 'FY');
      if (bands.length > 0) expect(notes[0], id).toMatch(/straddle administrations.*not presidential/);
    }
  });

  it('sends nobody from a post to a hotline', () => {
    for (const { topics } of packs.evidence.en.help) expect(topics.find(({ situation }) => situation === 'post')?.lines).toEqual([]);
    expect(JSON.stringify(packs.evidence.en.claims)).not.toMatch(/888-373|233733|hotline number/i);
  });

  it('never draws one administration as prosecuting fewer', () => {
    expect(JSON.stringify(packs.evidence.en.claims.map(({ fact, record, missing }) => [fact, record, missing]))).not.toMatch(
      /prosecuted (far )?fewer/i,
    );
  });
});

describe('what the project began with', () => {
  const { claims, topics, series, sources, help } = tryCompile(loadCollection()).packs.evidence.en;
  const textOf = (id: string) => JSON.stringify([...claims, ...topics, ...series].find((one) => one.id === id));

  it.each([
    ['trac-1591', '"year":2017,"value":277', 'FY 2005-2008","percent":46', 'FY 2009-2016","percent":49', 'FY 2017-2020","percent":43'],
    ['2025-child-exploitation-enforcement', '28%', 'about 300; -17%', 'New Republic', '4,459'],
    ['state-department-office', '1,353', 'about 35 people'],
    ['65000-ignored-reports', '65,605', 'more than 59,000; more than 4,000', 'notifications of concern'],
    ['action-plan-and-task-force', '20 federal agencies', 'National Action Plan', 'January 25, 2022', '$87 million'],
    ['large-police-operations', 'INTERPOL', '2,700', 'Operation Cross Country', '84 minor victims'],
    ['coalition-statement', 'Metro Atlanta Coalition', 'over 200 entities', 'a form to sign it'],
    ['trump-crusade-prosecutions', '277 in FY 2017', '43%', '49%', 'trac-1591'],
  ])('is found under %s', (id, ...parts) => {
    for (const part of parts) expect(textOf(id)).toContain(part);
  });

  it('leads to the statement and to help in the United States', () => {
    expect(sources.find(({ id }) => id === 'ihti-take-a-stand-2021')?.url).toBe('https://www.ihtinstitute.org/takeastand/');
    expect(help.map(({ country }) => country)).toContain('US');
  });
});

describe('the change log of a claim', () => {
  const collection = loadCollection();
  const [file] = collection.claims;

  it('runs with time, and ends no later than the last review', () => {
    const told = (change: Partial<typeof file.value>) => {
      const claims = [{ ...file, value: { ...file.value, ...change } }, ...collection.claims.slice(1)];
      return checkCollection({ ...collection, claims }).map(({ field, message }) => `${field}: ${message}`);
    };
    expect(told({ reviewed_on: '2026-11-20' })).toEqual([
      'reviewed_on: is before the last change (2026-11-23); set it to that day or later',
    ]);
    expect(told({ changes: [...file.value.changes, { date: '2026-01-01', what: 'Earlier.' }] })).toEqual([
      `changes.${file.value.changes.length}: is older than the entry before it; the oldest comes first`,
    ]);
  });

  it('names no review that is still to come', () => {
    const reviewed = { ...file, value: { ...file.value, reviewed_on: '2026-12-02' } };
    expect(checkReviewDays([reviewed], '2026-12-02')).toEqual([]);
    expect(checkReviewDays([reviewed], '2026-12-01').map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'reviewed_on: is a day that has not come (today is 2026-12-01); write the day of the review',
    ]);
  });
});

describe('a claim on watch', () => {
  const collection = loadCollection();
  const [first, ...rest] = collection.claims;
  const watched = { ...collection, claims: [{ ...first, value: { ...first.value, status: 'watch' as const } }, ...rest] };
  const { id } = first.value;

  it('gets no card and stays in the library', () => {
    const { packs } = tryCompile(watched);
    expect(packs['match-pack'].claims.map((claim) => claim.id)).not.toContain(id);
    expect(packs.evidence.en.claims.find((claim) => claim.id === id)?.status).toBe('watch');
  });

  it('is still checked', () => {
    const checked = withWatched(watched);
    expect(tryCompile(checked).packs['match-pack'].claims.map((claim) => claim.id)).toContain(id);
    expect(checkExamples(checked, tryCompile(checked).packs['match-pack'])).toEqual([]);
  });
});
