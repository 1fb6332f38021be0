import { gzipSync } from 'node:zlib';
import { untilNextLook } from '../../lib/updates/schedule.ts';
import { compilePacks } from '../claims/compile.ts';
import { newKey } from './keys.ts';
import { makeUpdate, type UpdateFiles } from './publish.ts';

/**
 * What updates cost at ten million users behind a CDN: the sizes are those of an update made from the data as it stands, the
 * times those of the extension's own schedule.
 */

const DAY = 86_400;
const USERS = 10_000_000;
/** As many are simulated; the rest behave like them. */
const SAMPLE = 200_000;
const DAYS = 30;
/** Updates a month, and in how many of them each part changes (texts in all, help and series now and then). */
const UPDATES_A_MONTH = 8;
const CHANGES: Record<string, number> = { headlines: 4, claims: 8, series: 1, help: 2 };
/** Head of a request and of an answer, in bytes, with HTTP/2 and a new TLS connection. */
const REQUEST = 400;
const ANSWER = 450;
const CONNECTION = 4500;
/** Places of a large CDN that ask the origin each for itself, and how long they keep the manifest, in seconds. */
const PLACES = 300;
const KEPT = 300;
/** A computer is on for this long from about this time of its owner's day, in hours. */
const ON_HOURS = 9;
const STARTS_AT = 8;
/** Share of people in each time zone of the world is not even: half live within three of them. */
const ZONES = [0, 0, 1, 1, 1, 2, 5, 5.5, 5.5, 7, 8, 8, -3, -5, -5, -6, -8, 9];

export async function simulate(): Promise<number> {
  const { evidence, headlines } = compilePacks();
  const key = await newKey();
  const update = await makeUpdate({ evidence, headlines, stop: { claims: [], sites: [] }, key, now: Date.now(), days: 45, needs: '0.1.0' });
  const sizes = partSizes(update);
  const perUser = monthOfOneUser(sizes);
  const seconds = looksPerSecond();
  report(sizes, perUser, seconds);
  return 0;
}

/** Compressed bytes of the English files by part, and of the manifest. */
function partSizes(update: UpdateFiles): Record<string, number> {
  const zipped = (name: string) => gzipSync(update.get(name) ?? new Uint8Array(), { level: 9 }).length;
  const manifest = JSON.parse(JSON.parse(new TextDecoder().decode(update.get('manifest.json'))).payload);
  const parts = Object.keys(CHANGES).map((part) => [part, zipped(`${manifest.files[`en.${part}`].sha256}.json`)]);
  return { manifest: zipped('manifest.json'), ...Object.fromEntries(parts) };
}

interface Month {
  looks: number;
  unchanged: number;
  files: number;
  bytes: number;
}

function monthOfOneUser(sizes: Record<string, number>): Month {
  const looks = DAYS;
  const taken = Math.min(UPDATES_A_MONTH, looks);
  const files = Object.values(CHANGES).reduce((sum, times) => sum + times, 0);
  const content = Object.entries(CHANGES).reduce((sum, [part, times]) => sum + sizes[part] * times, 0);
  const requests = looks + files;
  const bytes = looks * CONNECTION + requests * (REQUEST + ANSWER) + taken * sizes.manifest + content;
  return { looks, unchanged: looks - taken, files, bytes };
}

/** Looks for updates in each second of one day, of a sample of users who were on for a month. */
function looksPerSecond(): Uint32Array {
  const counts = new Uint32Array(DAY);
  for (let user = 0; user < SAMPLE; user++) {
    const zone = ZONES[user % ZONES.length];
    const start = (STARTS_AT - zone + (Math.random() - 0.5) * 4) * 3600;
    let last: number | undefined;
    for (let day = 0; day < DAYS; day++) {
      const on = day * DAY + start;
      let next = on + untilNextLook(on * 1000, last === undefined ? undefined : last * 1000, Math.random()) / 1000;
      while (next < on + ON_HOURS * 3600) {
        last = next;
        if (day === DAYS - 1) counts[Math.floor(((next % DAY) + DAY) % DAY)] += 1;
        next += untilNextLook(next * 1000, next * 1000, Math.random()) / 1000;
      }
    }
  }
  return counts;
}

function report(sizes: Record<string, number>, month: Month, seconds: Uint32Array): void {
  const scale = USERS / SAMPLE;
  const total = seconds.reduce((sum, one) => sum + one, 0) * scale;
  const minutes = Array.from({ length: DAY / 60 }, (_, minute) =>
    seconds.subarray(minute * 60, minute * 60 + 60).reduce((a, b) => a + b, 0),
  );
  const busiest = (Math.max(...minutes) / 60) * scale;
  const filesADay = (month.files / DAYS) * PLACES;
  const origin = PLACES / KEPT + filesADay / DAY;
  const print = (label: string, value: string) => console.log(`${label.padEnd(58)} ${value}`);
  for (const [part, size] of Object.entries(sizes)) print(`${part}, compressed`, `${size.toLocaleString('en')} bytes`);
  print('looks a user and month', `${month.looks}, of which ${month.unchanged} find nothing new`);
  print('files a user and month', String(month.files));
  print('a user and month, with heads and connections', `${Math.round(month.bytes / 1000).toLocaleString('en')} kB`);
  print('all users, a month, from the CDN', `${((month.bytes * USERS) / 1e12).toFixed(1)} TB`);
  print('looks on the last of 30 days', `${(total / 1e6).toFixed(1)} million`);
  print('looks a second at the CDN, mean', Math.round(total / DAY).toLocaleString('en'));
  print('looks a second at the CDN, busiest minute', Math.round(busiest).toLocaleString('en'));
  print(`requests a second at the origin (${PLACES} places, ${KEPT} s), mean`, origin.toFixed(2));
  print('the same when an update comes out (every place, every file, one minute)', ((PLACES * 8) / 60 + PLACES / KEPT).toFixed(1));
  print(
    'requests a second at the origin without any CDN, busiest minute',
    Math.round(busiest * (1 + month.files / month.looks)).toLocaleString('en'),
  );
}
