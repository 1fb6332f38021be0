import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlePage } from '../fixtures/embeds/article.ts';
import { blueskyEmbed } from '../fixtures/embeds/bluesky.ts';
import { sizesAround, sizesWithin } from '../fixtures/embeds/sizes.ts';
import { filler, postAbout, QUOTING_DEBUNK } from '../fixtures/posts.ts';
import { webkit } from './driver.ts';
import { SafariPackage } from './extension.ts';

const NEWS = 'https://daily-courier.example/what-people-shared';
const EMBED = 'https://embed.bsky.app/embed/did:plc:x/app.bsky.feed.post/';
const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const [calm] = filler(1);
const PATIENT = { timeout: 20_000, interval: 200 };
const ESCAPE = '\uE00C';

describe.skipIf(!webkit)("posts in frames in Safari's engine", () => {
  const safari = new SafariPackage();

  beforeAll(() => safari.start());
  afterAll(() => safari.webkit.stop());

  const open = (posts: (typeof wayfair)[]) =>
    safari.openFramed(NEWS, articlePage(posts.map(({ id }) => ({ src: `${EMBED}${id}?id=1` }))), { [EMBED]: blueskyEmbed(posts) });

  /** Claims of the signs in a frame; `errors` of its page have to be none. */
  const claims = (frame: number) =>
    safari.within(frame, async () => {
      expect(await safari.errors()).toEqual([]);
      return safari.webkit.evaluate(() =>
        [...document.querySelectorAll('case-by-case-card')].map(
          (host) => standIn.roots.get(host)?.querySelector<HTMLElement>('[data-claim]')?.dataset.claim ?? '',
        ),
      );
    });

  /** Where the first frame's sign stands in it, in CSS pixels. */
  const box = () =>
    safari.within(0, () =>
      safari.webkit.evaluate(() => document.querySelector('case-by-case-card')?.getBoundingClientRect().toJSON() as DOMRect),
    );

  /** All that the page, and its first frame, can measure of themselves; what each notices is counted. */
  const sizes = async () => [await safari.webkit.evaluate(sizesAround), await safari.within(0, () => safari.webkit.evaluate(sizesWithin))];

  it('exactly the misleading ones get a sign, each the right one', async () => {
    const posts = [wayfair, calm, QUOTING_DEBUNK, tunnels];
    await open(posts);
    const all = async () => {
      const found: string[][] = [];
      for (const frame of posts.keys()) found.push(await claims(frame));
      return found;
    };
    await expect.poll(all, PATIENT).toEqual([[wayfair.expect], [], [], [tunnels.expect]]);
  });

  it('a sign opens and closes, and nothing can be measured of it', async () => {
    await open([wayfair]);
    await expect.poll(() => claims(0), PATIENT).toEqual([wayfair.expect]);
    const before = await sizes();
    const closed = await box();
    const frame = await safari.webkit.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().toJSON() as DOMRect);
    await safari.webkit.click(frame.left + closed.left + closed.width / 2, frame.top + closed.top + closed.height / 2);
    await expect.poll(async () => (await box()).height, PATIENT).toBeGreaterThan(closed.height * 2);
    expect(await sizes()).toEqual(before);
    await safari.webkit.press(ESCAPE);
    await expect.poll(async () => (await box()).height, PATIENT).toBe(closed.height);
    expect(await sizes()).toEqual(before);
    expect(safari.webkit.refused, 'requests of anything but the pages').toEqual([]);
  });
});
