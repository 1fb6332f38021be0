import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dated, forReleasePage, versionsOf } from '../../../scripts/release/changelog.ts';
import { obstacles, type Standing } from '../../../scripts/release/obstacles.ts';
import { ROOT } from '../structure/imports.ts';

const LOG = `# Change log

## 0.2.0, not released yet

- Reads another site.

## 0.1.0, 2026-12-01

- First version.
`;

const READY: Standing = { changed: [], version: '0.2.0', locked: '0.2.0', versions: versionsOf(LOG), head: 'abc1234' };

describe('the change log', () => {
  it('is read version by version', () => {
    expect(versionsOf(LOG)).toEqual([
      { version: '0.2.0', notes: '- Reads another site.' },
      { version: '0.1.0', date: '2026-12-01', notes: '- First version.' },
    ]);
  });

  it('refuses a heading nobody could release from, and names its line', () => {
    expect(() => versionsOf('# Change log\n\n## Next\n')).toThrow('CHANGELOG.md:3');
  });

  it('gets the day of a release in its own place and nowhere else', () => {
    expect(versionsOf(dated(LOG, '0.2.0', '2027-01-02')).map(({ date }) => date)).toEqual(['2027-01-02', '2026-12-01']);
    expect(dated(LOG, '0.1.0', '2027-01-02')).toBe(LOG);
  });

  it('is written for the page of a release: a point a line, links to the files of that version', () => {
    const notes = '- Settings\n  ([how](docs/managed.md)).\n- Data, [elsewhere](https://a.example/b).';
    expect(forReleasePage({ version: '0.2.0', notes })).toBe(
      '- Settings ([how](https://github.com/case-by-case/case-by-case/blob/v0.2.0/docs/managed.md)).\n- Data, [elsewhere](https://a.example/b).',
    );
  });

  it('of the project begins with the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const [newest] = versionsOf(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'));
    expect(newest.version).toBe(version);
    expect(newest.notes).not.toBe('');
  });
});

describe('a release', () => {
  it('is made from a clean commit whose version the change log describes', () => {
    expect(obstacles(READY)).toEqual([]);
  });

  it('may be made again from the commit that has its tag', () => {
    expect(obstacles({ ...READY, tagged: READY.head })).toEqual([]);
  });

  it.each<[string, Partial<Standing>, RegExp]>([
    ['with files that are not committed', { changed: [' M README.md'] }, /not committed[\s\S]*M README\.md/],
    ['with two versions', { locked: '0.1.0' }, /package-lock\.json 0\.1\.0; `npm version 0\.2\.0/],
    ['of a version the change log does not begin with', { version: '0.3.0', locked: '0.3.0' }, /0\.3\.0.*newest entry.*0\.2\.0/],
    ['of a version the change log says nothing about', { versions: [{ version: '0.2.0', notes: '' }] }, /says nothing about 0\.2\.0/],
    ['without a change log', { versions: [] }, /missing/],
    ['of a version that is tagged elsewhere', { tagged: 'def5678abc' }, /released already \(def5678\)/],
  ])('is refused %s', (_, change, reason) => {
    const found = obstacles({ ...READY, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it('shows a few of many changed files', () => {
    const [reason] = obstacles({ ...READY, changed: Array.from({ length: 9 }, (_, i) => `?? file-${i}`) });
    expect(reason).toContain('file-4');
    expect(reason).not.toContain('file-5');
    expect(reason).toContain('and 4 more');
  });
});
