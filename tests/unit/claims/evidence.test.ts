import { describe, expect, it, vi } from 'vitest';
import { loadEvidence } from '../../../lib/claims/evidence.ts';

const { updatedPart } = vi.hoisted(() => ({ updatedPart: vi.fn() }));
vi.mock('../../../lib/updates/read.ts', () => ({ updatedPart }));

describe('evidence', () => {
  it('comes in the language that is asked for', async () => {
    updatedPart.mockResolvedValue(undefined);
    const [en, es] = [await loadEvidence('claims', 'en'), await loadEvidence('claims', 'es')];
    expect(es.claims.map(({ id }) => id)).toEqual(en.claims.map(({ id }) => id));
    expect(es.claims[0].fact).not.toBe(en.claims[0].fact);
  });

  it('comes in English where a language has none', async () => {
    updatedPart.mockResolvedValue(undefined);
    expect(await loadEvidence('help', 'xx')).toEqual(await loadEvidence('help', 'en'));
  });

  it('comes from an update where one is in use, in the language that is shown', async () => {
    const updated = { help: [] };
    updatedPart.mockReset().mockResolvedValue(updated);
    expect(await loadEvidence('help', 'xx')).toBe(updated);
    expect(updatedPart).toHaveBeenCalledWith('help', 'en');
    await loadEvidence('series', 'es');
    expect(updatedPart).toHaveBeenLastCalledWith('series', 'es');
  });
});
