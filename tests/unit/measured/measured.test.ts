import { describe, expect, it } from 'vitest';
import { type Outputs, PROMISES, valuesOf } from '../../../scripts/measured/promises.ts';
import { type Recorded, readmeTable, readRecord } from '../../../scripts/measured/record.ts';
import { comparison, readmeTableOf } from '../../../scripts/measured/table.ts';

const sizes = (contentScript: number, pack = 1_000): Recorded => ({
  size: { on: '2026-11-23', with: 'Node 24, 2 cores', values: { 'content-script': contentScript, engine: 9_000, pack } },
});

describe('the table of the README', () => {
  it('tells the recorded values, all of them', () => {
    expect(readmeTable()).toBe(readmeTableOf(readRecord()));
    expect(readmeTable()).not.toContain('not measured');
  });

  it('says what is missed, and of how many', () => {
    const table = readmeTableOf({
      ...sizes(65_432),
      access: { on: '2026-11-24', with: 'Node 24, 2 cores', values: { 'access-faults': 0, 'access-faults.of': 40 } },
    });
    expect(table).toContain('≤ 60.0 kB | 65.4 kB, missed | 2026-11-23 | `npm run -s sizes` |');
    expect(table).toContain('≤ 0 | 0 of 40 | 2026-11-24 |');
    expect(table).toContain('≥ 98.5 % | not measured |');
  });

  it('names each promise once', () => {
    const ids = PROMISES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what the commands print', () => {
  it('is read by the name of its row', () => {
    const bench: Outputs['speed'] = {
      rows: [
        { name: 'whole decision, posts that match nothing', floors: 7.123456 },
        { name: 'RegExp alternation /gi, anywhere, 5000', floors: 200 },
        { name: 'phrase scan, 5000 patterns', floors: 5 },
      ],
      microseconds: { matchNothing: { p99: 12 } },
      readyMilliseconds: { first: 20 },
    };
    expect(valuesOf('speed', bench)).toEqual({ decision: 7.1235, 'slowest-decision': 12, regexp: 40, ready: 20 });
    expect(() => valuesOf('speed', { ...bench, rows: [] })).toThrow('prints no row "whole decision');
  });

  it('counts the worse of two pages', () => {
    const line = (site: 'x' | 'bluesky', what: string, value: number) => ({ site, what, value, note: '' });
    const names = [
      'long tasks by us',
      'own CPU a post',
      'card delay p95',
      'cards after their post was painted',
      'layout shift',
      'heap',
      'own CPU while the page loads',
    ];
    const lines = names.flatMap((name, i) => [line('x', name, i), line('bluesky', name, 10 - i)]);
    expect(valuesOf('page', { extension: '', rounds: 1, lines })).toMatchObject({ 'long-tasks': 10, load: 6 });
    expect(() => valuesOf('page', { extension: '', rounds: 1, lines: lines.slice(2) })).toThrow('prints no line "long tasks by us"');
  });

  it('tells how many checks there were', () => {
    expect(valuesOf('access', { run: 40, failed: 1 })).toEqual({ 'access-faults': 1, 'access-faults.of': 40 });
  });
});

describe('comparing with what was recorded', () => {
  it('is content with the same values, and with what compressing differs by', () => {
    expect(comparison(sizes(60_000), sizes(60_000)).differences).toEqual([]);
    expect(comparison(sizes(60_000), sizes(60_200)).differences).toEqual([]);
  });

  it('names the command when a value is another one, be it better or worse', () => {
    for (const now of [59_000, 61_000]) {
      const { table, differences } = comparison(sizes(60_000), sizes(now));
      expect(differences).toEqual([expect.stringContaining('npm run measured -- refresh size')]);
      expect(table).toMatch(/served page.*60\.0 kB.*DIFFERS/);
    }
  });

  it('never holds the speed of a machine against anybody', () => {
    const speed = (decision: number): Recorded => ({ speed: { on: '2026-11-23', with: 'Node 24', values: { decision } } });
    const { table, differences } = comparison(speed(8), speed(80));
    expect(differences).toEqual([]);
    expect(table).toMatch(/8\.0 ×\s+80\.0 ×, missed\s+not compared/);
  });

  it('leaves out what was not measured', () => {
    expect(comparison(sizes(60_000), {}).differences).toEqual([]);
  });
});
