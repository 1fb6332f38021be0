import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  type Listing,
  readFacts,
  readStoreTexts,
  renderListing,
  renderReview,
  type StoreTexts,
  storeProblems,
} from '../../../scripts/release/listing.ts';
import { pictureProblems } from '../../../scripts/release/pictures.ts';
import { ROOT } from '../structure/imports.ts';

const FACTS = { sites: ['A', 'B', 'C'], claims: 72, countries: 15 };
const texts = readStoreTexts();
const [english, spanish] = texts.listings.map(({ value }) => value);

function changed(change: Partial<Listing>): StoreTexts {
  return { ...texts, listings: texts.listings.map((file, i) => (i === 0 ? { ...file, value: { ...file.value, ...change } } : file)) };
}

describe('the texts for the stores', () => {
  it('keep the limits of every store', () => {
    expect(storeProblems(texts, readFacts())).toEqual([]);
  });

  it.each<[string, Partial<Listing>, string]>([
    ['summary', { summary: 'x'.repeat(251) }, 'is 251 long; addons.mozilla.org takes at most 250'],
    ['subtitle', { subtitle: 'x'.repeat(31) }, 'is 31 long; App Store takes at most 30'],
    ['keywords', { keywords: ['ñ'.repeat(51)] }, 'is 102 long; App Store takes at most 100'],
    ['description', { description: [{ text: 'Too short.' }] }, 'is 10 long; Microsoft Edge Add-ons takes at least 250'],
  ])('are refused when %s is too long or too short', (field, change, message) => {
    expect(storeProblems(changed(change), FACTS)).toMatchObject([{ file: 'store/listing-en.yaml', field, message }]);
  });

  it('say the same in both languages, point by point', () => {
    const shape = ({ description }: Listing) => description.map(({ heading, text, points = [] }) => [!heading, !text, points.length]);
    expect(shape(spanish)).toEqual(shape(english));
  });

  it('get their numbers and names from the data', () => {
    const { description } = fieldsOf({ ...english, description: [{ text: '{claims} claims on {sites} for {countries}' }] }, FACTS);
    expect(description).toBe('72 claims on A, B, and C for 15');
    expect(() => fieldsOf({ ...english, description: [{ text: '{users}' }] }, FACTS)).toThrow('there is no {users}');
  });

  it('are written out as each store wants them', () => {
    const [chrome, , firefox] = texts.stores.value;
    const page = renderListing(firefox, english, FACTS);
    expect(page).toContain(`## Summary\n\n${english.summary.trim()}`);
    expect(page).toContain('\n• ');
    expect(page).toContain('1. 1-feed.png: ');
    expect(renderListing(chrome, english, FACTS)).not.toContain('## Summary');
  });

  it('speak as the cards do', () => {
    for (const listing of [english, spanish]) {
      const words = Object.values(fieldsOf(listing, FACTS)).join('\n');
      expect(words).not.toMatch(/!|\b(you|your|fake|lies?|debunk\w*|best|tú|usted|mentiras?|falsas?)\b/i);
    }
  });
});

describe('the answers for reviewers', () => {
  it('explain each permission of the packages, and no other', () => {
    const { permissions, optional_host_permissions: optional } = JSON.parse(
      readFileSync(join(ROOT, 'tests/shipped/manifests/chrome.json'), 'utf8'),
    );
    expect(Object.keys(texts.review.value.permissions).sort()).toEqual(
      [...permissions, ...optional, 'content scripts', 'host permissions'].sort(),
    );
  });

  it('are written out with a reason each', () => {
    expect(renderReview(texts.review.value)).toContain('- **storage**: Keeps');
  });
});

describe('the pictures for the stores', () => {
  const stores = [{ id: 'chrome', name: 'Chrome Web Store', limits: {}, screenshots: { most: 5, size: '1280x800' } }];

  /** The beginning of a PNG file: all that is read of one. */
  function png(width: number, height: number, colour: number): Buffer {
    const bytes = Buffer.alloc(26);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    bytes[25] = colour;
    return bytes;
  }

  it('are refused when absent, of another size, or see-through', () => {
    const folder = mkdtempSync(join(tmpdir(), 'case-by-case-pictures-'));
    const picture = (name: string, ...is: [number, number, number]) => {
      writeFileSync(join(folder, name), png(...is));
      return join(folder, name);
    };
    expect(pictureProblems(stores, [picture('right.png', 1280, 800, 2)])).toEqual([]);
    const wrong = [join(folder, 'absent.png'), picture('small.png', 640, 400, 2), picture('glass.png', 1280, 800, 6)];
    expect(pictureProblems(stores, wrong)).toEqual([
      expect.stringContaining('absent.png is missing'),
      expect.stringContaining('small.png is 640x400, which is not what these ask for: Chrome Web Store'),
      expect.stringContaining('glass.png has transparency'),
    ]);
    rmSync(folder, { recursive: true });
  });
});
