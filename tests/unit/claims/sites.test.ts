import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../../lib/sites/site.ts';
import { checkSites } from '../../../scripts/claims/check-sites.ts';
import { type DataFile, readDataFile, readFolder } from '../../../scripts/claims/data-file.ts';
import { toLine } from '../../../scripts/claims/problems.ts';
import { ROOT } from '../../../scripts/tools/root.ts';

const SCHEMA = 'lib/sites/site.schema.json';
const folder = mkdtempSync(join(tmpdir(), 'sites-'));

/** A small site with some fields replaced. */
function siteFile(id: string, fields: Partial<Site>): DataFile<Site> {
  const site: Site = {
    id,
    name: 'A site',
    status: 'on',
    matches: [],
    neverPaths: [],
    neverRead: [],
    feed: 'main',
    layouts: [{ name: 'post', post: 'article', text: ['p'], place: { after: 'p' } }],
    ...fields,
  };
  const path = join(folder, `${id}.yaml`);
  writeFileSync(path, JSON.stringify(site, undefined, 1));
  return readDataFile<Site>(path, SCHEMA);
}

/** The problems of a file, without its folder. */
const linesOf = (problems: DataFile<Site>['problems']) => problems.map((each) => toLine({ ...each, file: basename(each.file) }));

describe('a selector', () => {
  it.each([
    ['feed', 'a[href*="/status/"'],
    ['feed', 'main >'],
    ['feed', ''],
    ['feed', 'article,'],
    ['feed', 'article{} p'],
    ['feed', 'article }'],
    ['feed', ':hass(p)'],
    ['feed', 'article:contains("kids")'],
    ['detect', '.5x'],
  ])('in %s that no browser reads is reported with file, line and field: %s', (field, selector) => {
    const [line, ...others] = linesOf(siteFile('broken', { [field]: selector }).problems);
    expect(line).toMatch(new RegExp(`^broken\\.yaml:\\d+ ${field}: is no CSS selector: .`));
    expect(others).toEqual([]);
  });

  it('is looked at wherever a site has one', () => {
    const wrong = 'a:::b';
    const { problems } = siteFile('broken', {
      detect: wrong,
      neverRead: ['form', wrong],
      feed: wrong,
      layouts: [
        {
          name: 'post',
          post: wrong,
          climb: { has: wrong, notIn: wrong },
          text: ['p', wrong],
          skip: [wrong],
          inline: [wrong],
          quote: wrong,
          linkCard: wrong,
          imageAlt: wrong,
          permalink: { selector: wrong },
          place: { after: wrong },
        },
      ],
    });
    expect(problems.map(({ field }) => field?.replace('layouts.0.', '')).sort()).toEqual(
      ['detect', 'neverRead.1', 'feed', 'post', 'climb.has', 'climb.notIn', 'text.1', 'skip.0', 'inline.0']
        .concat(['quote', 'linkCard', 'imageAlt', 'permalink.selector', 'place.after'])
        .sort(),
    );
  });

  it.each([
    '[data-testid="a{b}"]',
    ':scope',
    'article:has(> shreddit-post)',
    '[class*="composer" i]',
    'p:not(header p, nav p)',
    '.status__content, rs-app',
  ])('that browsers read is none: %s', (selector) => expect(siteFile('fine', { feed: selector }).problems).toEqual([]));
});

it.each(['*://a.org/*', 'https://a.org/*', 'http://a.org/embed/*', 'https://*.a.org/embed/*', 'https://a.org/embed'])(
  'frames may not be as many as %s',
  (match) => {
    const layouts = [{ name: 'post', post: 'p', text: ['p'], place: { after: 'p' } }];
    expect(linesOf(siteFile('broken', { embed: { status: 'on', matches: [match], layouts } }).problems).join()).toContain(
      'embed.matches.0',
    );
  },
);

it('a pattern of a permalink that is no regular expression is reported', () => {
  const place = { after: 'p' };
  const layouts = [{ name: 'post', post: 'article', text: ['p'], place, permalink: { selector: 'a', pattern: '/(\\d+' } }];
  expect(linesOf(siteFile('broken', { layouts }).problems).join()).toContain('layouts.0.permalink.pattern: is no regular expression: ');
});

describe('two sites', () => {
  const problemsOf = (first: Partial<Site>, second: Partial<Site>) =>
    linesOf(checkSites([siteFile('first', first), siteFile('second', second)]));

  it('with the same addresses are reported with file, line, field, and what to do', () => {
    const [line, ...others] = problemsOf({ matches: ['*://a.org/*'] }, { matches: ['*://b.org/*', '*://a.org/*'] });
    expect(line).toMatch(/^second\.yaml:\d+ matches\.1: .*first\.yaml has these addresses too \(\*:\/\/a\.org\/\*\); take them out of/);
    expect(others).toEqual([]);
  });

  it.each([
    ['*://*.a.org/*', '*://www.a.org/*'],
    ['*://*.a.org/*', '*://a.org/*'],
    ['*://a.org/*', '*://*.a.org/*'],
    ['*://*/*', '*://a.org/*'],
    ['https://a.org/*', '*://a.org/*'],
    ['*://a.org/news/*', '*://a.org/*'],
    ['*://a.org/*', '*://a.org/news/*'],
  ])('share addresses: %s and %s', (one, other) => expect(problemsOf({ matches: [one] }, { matches: [other] })).toHaveLength(1));

  it.each([
    ['*://a.org/*', '*://b.org/*'],
    ['*://*.a.org/*', '*://ba.org/*'],
    ['*://*.a.org/*', '*://*.b.org/*'],
    ['*://a.org/news/*', '*://a.org/groups/*'],
  ])('share none: %s and %s', (one, other) => expect(problemsOf({ matches: [one] }, { matches: [other] })).toEqual([]));

  it('may share addresses if one of them proves itself', () => {
    const same = { matches: ['*://a.org/*'] };
    expect(problemsOf({ ...same, detect: '#old' }, same)).toEqual([]);
    expect(problemsOf(same, { ...same, detect: '#old' })).toEqual([]);
  });

  it('with the same frames are reported, also where one proves itself on its own pages', () => {
    const embed = {
      status: 'on' as const,
      matches: ['https://embed.a.org/post/*'],
      layouts: [{ name: 'post', post: 'p', text: ['p'], place: { after: 'p' } }],
    };
    expect(problemsOf({ embed, detect: '#old' }, { embed })[0]).toMatch(
      /^second\.yaml:\d+ embed\.matches\.0: .*first\.yaml has these frames too/,
    );
    expect(problemsOf({ embed }, { embed: { ...embed, matches: ['https://embed.b.org/post/*'] } })).toEqual([]);
  });

  it('that are copies of one file have one name: that is reported too', () => {
    const copy = { ...siteFile('second', { id: 'first' }) };
    expect(linesOf(checkSites([copy]))).toEqual([`second.yaml:2 id: must be the file's name; rename one of them`]);
  });
});

it('the sites of the project have no such problems', () => {
  const sites = readFolder<Site>('lib/sites', SCHEMA);
  expect(readFileSync(join(ROOT, SCHEMA), 'utf8')).toContain('"format": "selector"');
  expect(sites.length).toBeGreaterThan(10);
  expect([...sites.flatMap(({ problems }) => problems), ...checkSites(sites)].map(toLine)).toEqual([]);
});
