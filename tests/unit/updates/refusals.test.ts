/* Long because every way to tamper with an update is here, one after the other. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toBase64url } from '../../../lib/updates/signature.ts';
import type { Applied } from '../../../lib/updates/types.ts';
import { makeRotation, signManifest, type UpdateFiles } from '../../../scripts/updates/publish.ts';
import { type Fault, UpdateServer } from '../../fixtures/updates/server.ts';
import { DAY, inUse, type Keys, NOW, newPair, publish, receiver } from './support.ts';

/** Every tampered update, from a real server, is refused by name, and what was in use stays in use to the letter. */

let server: UpdateServer;
let keys: Keys;
let good: UpdateFiles;

beforeEach(async () => {
  server = new UpdateServer();
  await server.start();
  keys = await newPair();
  good = await publish(keys.daily, 'The first fact.');
});

afterEach(() => server.stop());

/** A receiver that has taken the first update already. */
async function settled(more: Parameters<typeof receiver>[2] = {}) {
  server.files = good;
  const it = receiver(server.origin, keys.pair, more);
  expect(await it.check()).toBe('fresh');
  server.asked.length = 0;
  return it;
}

/** Serves `files` to a settled receiver, which must refuse them and keep what it has. */
async function expectRefused(files: UpdateFiles, kind: string, more: Parameters<typeof receiver>[2] = {}): Promise<void> {
  const { store, check } = await settled();
  const before = inUse(store);
  server.files = files;
  const later = receiver(server.origin, keys.pair, { ...more, store });
  expect(await later.check()).toBe(kind);
  expect(inUse(store)).toBe(before);
  expect(store.data['updates:checked']).toMatchObject({ outcome: kind });
  server.files = await publish(keys.daily, 'A later fact.', { nth: 9 });
  server.fault = undefined;
  expect(await check()).toBe('fresh');
}

const second = () => publish(keys.daily, 'The second fact.', { nth: 1 });

/** The update with its largest file changed. */
function tampered(
  files: UpdateFiles,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  name = largest(files),
): UpdateFiles {
  return new Map([...files].map(([file, bytes]) => [file, file === name ? change(bytes.slice()) : bytes]));
}

/** The largest file that the first update did not have: that one is surely asked for. */
function largest(files: UpdateFiles): string {
  const fresh = [...files].filter(([name]) => name !== 'manifest.json' && !good.has(name));
  return fresh.sort((a, b) => b[1].length - a[1].length)[0][0];
}

function flipBit(at: number): (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> {
  return (bytes) => {
    bytes[at % bytes.length] ^= 1 << (at % 8);
    return bytes;
  };
}

describe('an update', () => {
  it('is taken, and the next look costs one small answer', async () => {
    const { store, check } = await settled();
    const applied = store.data['updates:applied'] as Applied;
    expect(JSON.stringify(store.data)).toContain('The first fact.');
    expect(await check()).toBe('same');
    expect(server.asked.map(({ path, status }) => [path, status])).toEqual([['manifest.json', 304]]);
    expect(server.asked[0].headers['if-none-match']).toBe(`"${applied.manifest}"`);
  });

  it('costs no more than the manifest with a server that knows no tags', async () => {
    const { check } = await settled();
    server.tags = false;
    expect(await check()).toBe('same');
    expect(server.asked.map(({ path, status }) => [path, status])).toEqual([['manifest.json', 200]]);
  });

  it('brings only the files that changed, and keeps the ones before for a fall-back', async () => {
    const { store, check } = await settled();
    const before = store.data['updates:applied'] as Applied;
    server.files = await second();
    expect(await check()).toBe('fresh');
    expect(server.asked).toHaveLength(2);
    expect((store.data['updates:applied'] as Applied).previous).toEqual(before.files);
    server.files = await publish(keys.daily, 'The third fact.', { nth: 2 });
    expect(await check()).toBe('fresh');
    expect(Object.keys(store.data).filter((key) => key.startsWith('updates:file:'))).toHaveLength(5);
  });

  it('tells the server nothing about who asks', async () => {
    server.files = good;
    const { check } = receiver(server.origin, keys.pair);
    expect([await check(), await check()]).toEqual(['fresh', 'same']);
    // What the runtime itself sends with any request, and the one line of ours, which is the same for everybody.
    const own = /^(host|connection|accept|accept-encoding|accept-language|sec-fetch-mode|user-agent|cache-control|pragma|if-none-match)$/;
    for (const { headers } of server.asked) expect(Object.keys(headers).filter((name) => !own.test(name))).toEqual([]);
  });

  it('is never answered with a tag the server chose', async () => {
    server.fault = (_, response, bytes) =>
      Boolean(bytes && response.writeHead(200, { etag: '"you-are-number-7"', 'set-cookie': 'id=7' }).end(bytes));
    const { check } = await settled();
    await check();
    expect(server.asked.map(({ headers }) => headers['if-none-match'] ?? '')).toEqual([expect.stringMatching(/^"[0-9a-f]{64}"$/)]);
  });

  it('comes in the language that is asked for, and in English where it has none of it', async () => {
    server.files = good;
    const spanish = receiver(server.origin, keys.pair, { language: 'es' });
    expect([await spanish.check(), await spanish.check()]).toEqual(['fresh', 'same']);
    expect(spanish.store.data['updates:applied']).toMatchObject({ language: 'es' });
    const french = receiver(server.origin, keys.pair, { language: 'fr' });
    expect([await french.check(), await french.check()]).toEqual(['fresh', 'same']);
    expect(french.store.data['updates:applied']).toMatchObject({ language: 'en' });
  });
});

describe('refused', () => {
  it('any flipped bit of the manifest', async () => {
    const { store } = await settled();
    const before = inUse(store);
    const files = await second();
    const length = files.get('manifest.json')?.length ?? 0;
    for (let at = 0; at < length; at += 41) {
      server.files = tampered(files, flipBit(at), 'manifest.json');
      expect(await receiver(server.origin, keys.pair, { store }).check()).toMatch(/^(signature|format)$/);
    }
    expect(inUse(store)).toBe(before);
  });

  it.each([0, 1000, 99_999])('a flipped bit of a file, at %i', async (at) => {
    await expectRefused(tampered(await second(), flipBit(at)), 'damaged');
  });

  it('a truncated file', async () =>
    expectRefused(
      tampered(await second(), (bytes) => bytes.slice(0, -1)),
      'damaged',
    ));

  it('a file longer than was signed for', async () =>
    expectRefused(
      tampered(await second(), (bytes) => new Uint8Array([...bytes, 32])),
      'oversize',
    ));

  it('a manifest without end', async () => {
    const endless: Fault = (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
      return true;
    };
    server.files = good;
    const { store, check } = await settled();
    const before = inUse(store);
    server.fault = endless;
    expect(await check()).toBe('oversize');
    expect(inUse(store)).toBe(before);
  });

  it('a truncated manifest', async () =>
    expectRefused(
      tampered(await second(), (bytes) => bytes.slice(0, 300), 'manifest.json'),
      'format',
    ));

  it('an older update that was genuine once', async () => {
    const { store, check } = await settled();
    server.files = await second();
    expect(await check()).toBe('fresh');
    const before = inUse(store);
    server.files = good;
    expect(await check()).toBe('rollback');
    expect(inUse(store)).toBe(before);
  });

  it('another update of the same number', async () => expectRefused(await publish(keys.daily, 'Not the first fact.'), 'rollback'));

  it('a genuine update past its date', async () =>
    expectRefused(await publish(keys.daily, 'Old.', { now: NOW, nth: 1, days: 5 }), 'expired', { now: () => NOW + 6 * DAY }));

  it('an update from the future, or a clock that is behind', async () =>
    expectRefused(await publish(keys.daily, 'New.', { now: NOW + 3 * DAY }), 'clock'));

  it('anything while the clock stands before the extension was made', async () =>
    expectRefused(await publish(keys.daily, 'New.', { nth: 1 }), 'clock', { now: () => Date.parse('2020-01-01') }));

  it('an update that is valid for ever', async () => expectRefused(await publish(keys.daily, 'New.', { nth: 1, days: 4000 }), 'format'));

  it('the signature of another key', async () => expectRefused(await publish((await newPair()).daily, 'Evil.', { nth: 1 }), 'signature'));

  it('a signature of ours over something else', async () => {
    const files = await second();
    const envelope = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    const bare = await crypto.subtle.sign('Ed25519', keys.daily.secret, new TextEncoder().encode(envelope.payload));
    envelope.signatures[0].signature = toBase64url(new Uint8Array(bare));
    files.set('manifest.json', new TextEncoder().encode(JSON.stringify(envelope)));
    await expectRefused(files, 'signature');
  });

  it('a number ahead of the calendar, with which a stolen key could lock out all later ones', async () => {
    const files = await second();
    const { payload } = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    files.set('manifest.json', await signManifest({ ...JSON.parse(payload), version: 9_999_999_999 }, { key: keys.daily }));
    await expectRefused(files, 'format');
  });

  it('a form this version does not know yet, and one made for a newer version', async () => {
    const files = await second();
    const { payload } = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    const later = new Map(files).set('manifest.json', await signManifest({ ...JSON.parse(payload), format: 2 }, { key: keys.daily }));
    await expectRefused(later, 'newer');
    await expectRefused(await publish(keys.daily, 'New.', { nth: 1, needs: '0.2.0' }), 'newer');
  });

  it('a signed file of another form: rules, markup, an address that runs, a hotline for people who saw a post', async () => {
    for (const change of [
      (text: string) => text.replace('"claims":[', '"rules":[],"claims":['),
      (text: string) => text.replace('"fact":', '"html":"<b>","fact":'),
      (text: string) => text.replace('"url":"https://', '"url":"javascript:'),
      (text: string) => text.replace('"url":"https://', '"url":"http://'),
      (text: string) => text.replace('"builtFrom":"20', '"builtFrom":"19'),
    ]) {
      const files = await resigned('en.claims', change);
      await expectRefused(files, 'format');
    }
    const hotline = (text: string) => text.replace(/("situation":"post".*?"lines":)\[\]/, '$1["us-hotline"]');
    await expectRefused(await resigned('en.help', hotline), 'format');
  });

  it.each([500, 503, 404, 403])('an answer of %i', async (status) => {
    const { store, check } = await settled();
    const before = inUse(store);
    server.fault = (_, response) => Boolean(response.writeHead(status).end('sorry'));
    expect(await check()).toBe('server');
    expect(inUse(store)).toBe(before);
  });

  it('a redirect, even to itself', async () => {
    const { store, check } = await settled();
    const before = inUse(store);
    server.fault = (request, response) =>
      !request.url?.includes('again') && Boolean(response.writeHead(302, { location: `${server.origin}/again` }).end());
    expect(await check()).toBe('redirect');
    expect(server.asked.map(({ path }) => path)).toEqual(['manifest.json']);
    expect(inUse(store)).toBe(before);
  });

  it('a server that never ends, one that hangs up, and one that is not there', async () => {
    const { store, check } = await settled();
    const before = inUse(store);
    server.fault = (_, response) => Boolean(response.writeHead(200).write('{'));
    expect(await check()).toBe('offline');
    server.fault = (request) => Boolean(request.socket.destroy());
    expect(await check()).toBe('offline');
    await server.stop();
    expect(await check()).toBe('offline');
    expect(inUse(store)).toBe(before);
    server = new UpdateServer();
    await server.start();
  });

  it('a server that keeps saying "nothing new" until the update in use is past its date', async () => {
    const { store } = await settled();
    expect(await receiver(server.origin, keys.pair, { store, now: () => NOW + 31 * DAY }).check()).toBe('expired');
  });

  it('everything, in a browser without Ed25519', async () => {
    server.files = good;
    const { importKey } = crypto.subtle;
    crypto.subtle.importKey = () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
    try {
      expect(await receiver(server.origin, keys.pair).check()).toBe('unsupported');
    } finally {
      crypto.subtle.importKey = importKey;
    }
    expect(server.asked).toEqual([]);
  });

  /** The update with one file changed, its hash corrected and signed by our own key: only its form is wrong. */
  async function resigned(name: string, change: (text: string) => string): Promise<UpdateFiles> {
    const files = await second();
    const manifest = JSON.parse(JSON.parse(new TextDecoder().decode(files.get('manifest.json'))).payload);
    const text = new TextDecoder().decode(files.get(`${manifest.files[name].sha256}.json`));
    const bytes = new TextEncoder().encode(change(text));
    expect(new TextDecoder().decode(bytes)).not.toBe(text);
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    manifest.files[name] = { sha256, bytes: bytes.length };
    return files.set(`${sha256}.json`, bytes).set('manifest.json', await signManifest(manifest, { key: keys.daily }));
  }
});

describe('keys', () => {
  it('both sign', async () => {
    server.files = await publish(keys.reserve, 'By the reserve.');
    expect(await receiver(server.origin, keys.pair).check()).toBe('fresh');
  });

  it('are exchanged by the reserve key, for people with the old package and for those who followed', async () => {
    const { store } = await settled();
    const next = await newPair();
    const rotations = [await makeRotation(next.pair, keys.reserve)];
    server.files = await publish(next.daily, 'By the new key.', { nth: 1, rotations });
    expect(await receiver(server.origin, keys.pair, { store }).check()).toBe('fresh');
    expect(await receiver(server.origin, keys.pair).check()).toBe('fresh');
    // The stolen old key is worth nothing any more to those who followed.
    const before = inUse(store);
    server.files = await publish(keys.daily, 'By the thief.', { nth: 2 });
    expect(await receiver(server.origin, keys.pair, { store }).check()).toBe('signature');
    expect(inUse(store)).toBe(before);
    const third = await newPair();
    rotations.push(await makeRotation(third.pair, next.reserve));
    server.files = await publish(third.daily, 'By the third key.', { nth: 3, rotations });
    expect(await receiver(server.origin, keys.pair, { store }).check()).toBe('fresh');
    expect(await receiver(server.origin, keys.pair).check()).toBe('fresh');
    // A package with other keys counts for more than what was exchanged before it.
    const packaged = await newPair();
    server.files = await publish(packaged.daily, 'By the key of the new package.', { nth: 4 });
    expect(await receiver(server.origin, packaged.pair, { store }).check()).toBe('fresh');
  });

  it('are not exchanged by the daily key', async () => {
    const next = await newPair();
    const rotations = [await makeRotation(next.pair, keys.daily)];
    await expectRefused(await publish(next.daily, 'By the thief.', { nth: 1, rotations }), 'signature');
  });
});
