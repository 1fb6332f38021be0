import { describe, expect, it } from 'vitest';
import { settingsFromFile, settingsToFile } from '../../../lib/settings/file.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/types.ts';

const mine: Settings = {
  ...DEFAULT_SETTINGS,
  enabled: false,
  sitesOff: ['x'],
  originsAdded: ['https://a.example'],
  topicsHidden: ['wayfair-cabinets'],
  cardSize: 'icon',
  pausedUntil: 9,
  helpCountry: 'CA',
  language: 'es',
};

const file = (fields: object) => JSON.stringify({ extension: 'case-by-case', version: 1, ...fields });

describe('a settings file', () => {
  it('carries every choice but the pause and updates from one browser to another', () => {
    const { version: _, pausedUntil: __, updates: ___, ...choices } = mine;
    expect(settingsFromFile(settingsToFile(mine))).toEqual({ choices });
  });

  it('changes only what it names', () => {
    expect(settingsFromFile(file({ cardSize: 'line' }))).toEqual({ choices: { cardSize: 'line' } });
  });

  it.each([
    ['empty', '', 'unreadable'],
    ['cut off', '{"extension": "case-by-case", ', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['nothing', 'null', 'unreadable'],
    ['far too long', `"${'x'.repeat(600_000)}"`, 'unreadable'],
    ['of no extension', '{}', 'foreign'],
    ['of another extension', '{"extension": "another", "version": 1}', 'foreign'],
    ['without a version', '{"extension": "case-by-case"}', 'foreign'],
    ['of a newer version', file({ version: 2 }), 'newer'],
  ])('that is %s is refused', (_, text, kind) => {
    expect(settingsFromFile(text)).toEqual({ fault: { kind } });
  });

  it.each([
    [{ cardSize: 'huge', language: 'es' }, ['cardSize']],
    [{ sitesOff: ['x', 7] }, ['sitesOff']],
    [{ originsAdded: ['https://a.example', 'javascript:alert(1)'] }, ['originsAdded']],
    [{ enabled: 'yes', helpCountry: 'usa' }, ['enabled', 'helpCountry']],
    [{ sitesoff: ['x'] }, ['sitesoff']],
    [{ pausedUntil: 5 }, ['pausedUntil']],
  ])('with fields that cannot be used is refused as a whole, and they are named: %j', (fields, names) => {
    expect(settingsFromFile(file(fields))).toEqual({ fault: { kind: 'fields', names } });
  });
});
