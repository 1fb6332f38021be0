import { describe, expect, it } from 'vitest';
import { checkLanguage } from '../../../scripts/claims/check-language.ts';
import { checkSources } from '../../../scripts/claims/check-sources.ts';
import type { Language } from '../../../scripts/claims/languages.ts';
import { type Collection, loadCollection } from '../../../scripts/claims/load.ts';
import { toLine } from '../../../scripts/claims/problems.ts';

const collection = loadCollection();
const spanish = collection.languages.find(({ code }) => code === 'es');
if (!spanish) throw new Error('there is no Spanish');

/** What is said of Spanish with some of its files in other words. */
function problemsWith(changed: Partial<Language>): string[] {
  return checkLanguage({ ...(spanish as Language), ...changed }, collection).map(toLine);
}

function without<T>(texts: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  return new Map([...texts].filter(([key]) => key !== id));
}

describe('a complete language', () => {
  it('has everything', () => expect(problemsWith({})).toEqual([]));

  it.each([
    ['claims', 'pizzagate'],
    ['topics', 'coalition-statement'],
    ['series', 'trac-1591'],
    ['help', 'us'],
  ] as const)('lacks nothing of %s', (kind, id) => {
    const problems = problemsWith({ [kind]: without<unknown>(spanish[kind], id) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${kind}/${id} is not translated yet`);
  });

  it('has every line of help, with the numbers of the original', () => {
    const file = spanish.help.get('us');
    if (!file) throw new Error('there is no help for the US in Spanish');
    const { 'us-nhth': nhth, ...lines } = file.value.lines;
    const help = (value: typeof file.value) => ({ help: new Map([...spanish.help, ['us', { ...file, value }]]) });
    expect(problemsWith(help({ ...file.value, lines })).join()).toContain('lines.us-nhth: is not translated yet');
    expect(problemsWith(help({ ...file.value, emergency: '112' })).join()).toContain(
      'emergency: has the figures 112; the original has 911',
    );
    const extra = { ...nhth, hours: nhth.hours, languages: undefined };
    expect(problemsWith(help({ ...file.value, lines: { ...lines, 'us-nhth': extra } })).join()).toContain('lines.us-nhth.languages');
  });

  it('has no sentence left in English, unless it is a draft', () => {
    const file = spanish.topics.get('coalition-statement');
    const original = collection.topics.find(({ value }) => value.id === 'coalition-statement');
    if (!file || !original) throw new Error('there is no such topic');
    const points = [original.value.points[0].text, ...file.value.points.slice(1)];
    const topics = new Map([...spanish.topics, ['coalition-statement', { ...file, value: { ...file.value, points } }]]);
    expect(problemsWith({ topics }).join()).toContain('points.0: is still the English text');
    expect(problemsWith({ topics, about: { ...spanish.about, value: { ...spanish.about.value, status: 'draft' } } })).toEqual([]);
  });

  it('translates nothing that is not there', () => {
    const stray = spanish.topics.get('coalition-statement');
    if (!stray) throw new Error('there is no such topic');
    expect(problemsWith({ topics: new Map([...spanish.topics, ['stray', stray]]) }).join()).toContain('there is no topics/stray.yaml');
  });
});

describe('a source', () => {
  /** What is said of the sources with one of them changed or added. */
  function problemsOf(id: string, url: string): string[] {
    const [some] = Object.values(collection.sources.value);
    const value = { ...collection.sources.value, [id]: { ...some, url } };
    const changed: Collection = { ...collection, sources: { ...collection.sources, value } };
    return checkSources(changed).map(({ field, message }) => `${field}: ${message}`);
  }

  it('is cited by something', () => {
    expect(problemsOf('stray', 'https://example.org/stray')).toEqual(['stray: is cited nowhere; cite it or remove it']);
  });

  it('stands once, however its address is written', () => {
    const { url } = collection.sources.value['trac-crim-629'];
    expect(problemsOf('stray', url.replace('https://', 'https://www.')).join()).toContain('is the same document as trac-crim-629');
  });

  it('has no tracking in its address', () => {
    expect(problemsOf('trac-crim-629', 'https://example.org/?utm_source=x').join()).toContain('tracking parameters');
  });
});
