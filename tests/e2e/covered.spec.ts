import { postAbout } from '../fixtures/posts.ts';
import { type Bench, control, expect, expected, type Feed, hasClass, SITES, type Spot, test, wordsOf } from './support.ts';

/**
 * A page that wants a person to press a button of a card without seeing it: nothing happens, and the card says why. Long because each
 * way of covering is a page of its own.
 */

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const posts = [wayfair, tunnels];
const TOPIC = 'This topic everywhere';
const SITE = 'All cards on this site';
/** Longer than a control has to have stood there. */
const A_WHILE = 700;

/** The card of the first post, open, with the choices for hiding unfolded. */
async function unfolded(bench: Bench, head = ''): Promise<Feed> {
  const html = SITES.x.html({ posts, behaviour: { overscan: 100_000 } });
  const feed = await bench.openHtml(SITES.x.url, html.replace('<head>', `<head>${head}`));
  await feed.click(wayfair.id, 'More');
  await feed.click(wayfair.id, 'Hide');
  await feed.centre(await feed.find(wayfair.id, control(SITE)));
  return feed;
}

async function spotOf(feed: Feed, label: string): Promise<Spot> {
  return feed.standing(await feed.find(wayfair.id, control(label)));
}

async function comeTo(feed: Feed, { x, y }: Spot): Promise<void> {
  await feed.page.mouse.move(x, y);
  await feed.page.waitForTimeout(A_WHILE);
}

async function expectRefused(feed: Feed, words: RegExp): Promise<void> {
  await expect.poll(async () => wordsOf((await feed.cardOf(wayfair.id)).node)).toMatch(words);
  expect(await feed.outcomes()).toEqual(expected(posts));
}

/** Ways of showing something else where the card stands. Each runs in the page and knows where the button is. */
const COVERS: Record<string, (spot: Spot) => void> = {
  'a picture that lets presses through': ({ x, y }) => {
    const cover = document.createElement('div');
    cover.textContent = 'Click here to win';
    cover.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 30}px;width:200px;height:60px;background:#fff;z-index:9999;pointer-events:none`;
    document.body.append(cover);
  },
  'a see-through layer with a picture in it': ({ x, y }) => {
    const layer = document.createElement('div');
    layer.style.cssText = 'position:fixed;inset:0;z-index:9999;pointer-events:none';
    const picture = layer.appendChild(document.createElement('canvas'));
    picture.style.cssText = `position:absolute;left:${x - 20}px;top:${y - 10}px;width:40px;height:20px`;
    document.body.append(layer);
  },
  'a picture in a root of its own': ({ x, y }) => {
    const place = document.createElement('div');
    const cover = place.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    cover.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 30}px;width:200px;height:60px;background:#fff;z-index:9999;pointer-events:none`;
    document.body.append(place);
  },
  'a picture in a closed root of its own': ({ x, y }) => {
    const place = document.createElement('div');
    const cover = place.attachShadow({ mode: 'closed' }).appendChild(document.createElement('p'));
    cover.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 30}px;width:200px;height:60px;background:#fff;z-index:9999;pointer-events:none`;
    document.body.append(place);
  },
  'a picture in closed roots one in the other': ({ x, y }) => {
    let place = document.body.appendChild(document.createElement('section'));
    for (let level = 0; level < 3; level++) place = place.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    place.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 30}px;width:200px;height:60px;background:#fff;z-index:9999;pointer-events:none`;
  },
  'the shadow of a box that stands elsewhere': ({ x, y }) => {
    const box = document.createElement('div');
    box.style.cssText = `position:fixed;left:${x - 1100}px;top:${y - 30}px;width:200px;height:60px;box-shadow:1000px 0 0 #fff;z-index:9999;pointer-events:none`;
    document.body.append(box);
  },
  'the shadow of words that stand elsewhere': ({ x, y }) => {
    const words = document.createElement('div');
    words.textContent = '██████';
    words.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 530}px;font-size:60px;line-height:1;text-shadow:0 500px 0 #fff;z-index:9999`;
    document.body.append(words);
  },
  'the shadow of a picture that stands elsewhere': ({ x, y }) => {
    const box = document.createElement('div');
    box.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 530}px;width:200px;height:60px;background:red;filter:drop-shadow(0 500px 0 #fff);z-index:9999`;
    document.body.append(box);
  },
  'the outline of a box that stands elsewhere': ({ x, y }) => {
    const box = document.createElement('div');
    box.style.cssText = `position:fixed;left:${x}px;top:${y - 250}px;width:1px;height:1px;outline:100px solid #fff;outline-offset:200px;z-index:9999`;
    document.body.append(box);
  },
  'the picture of a border around a box that stands elsewhere': ({ x, y }) => {
    const box = document.createElement('div');
    box.style.cssText = `position:fixed;left:${x}px;top:${y - 250}px;width:1px;height:1px;border:1px solid;border-image:linear-gradient(#fff,#fff) 1 / 300px / 300px;z-index:9999`;
    document.body.append(box);
  },
  'the reflection of a box that stands elsewhere': ({ x, y }) => {
    const box = document.createElement('div');
    box.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 130}px;width:200px;height:60px;background:#fff;-webkit-box-reflect:below 40px;z-index:9999`;
    document.body.append(box);
  },
  'words larger than their box': ({ x, y }) => {
    const words = document.createElement('div');
    words.textContent = '██████';
    words.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 30}px;width:0;height:0;font-size:60px;line-height:1;white-space:nowrap;z-index:9999;pointer-events:none`;
    document.body.append(words);
  },
  'boxes that leave a hole': ({ x, y }) => {
    for (const [left, top, width, height] of [
      [x - 200, y - 60, 400, 55],
      [x - 200, y + 5, 400, 60],
      [x - 200, y - 10, 195, 20],
      [x + 5, y - 10, 195, 20],
    ]) {
      const cover = document.createElement('div');
      cover.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;background:#fff;z-index:9999`;
      document.body.append(cover);
    }
  },
  'layers that are each nearly nothing': ({ x, y }) => {
    for (let nth = 0; nth < 12; nth++) {
      const cover = document.createElement('div');
      cover.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 30}px;width:200px;height:60px;background:rgb(255 255 255 / .2);z-index:9999;pointer-events:none`;
      document.body.append(cover);
    }
  },
  'a mark drawn after our own element': () => {
    const style = document.createElement('style');
    style.textContent =
      'case-by-case-card::after { content: "Win!"; position: absolute; inset: 0; background: #fff; pointer-events: none; z-index: 9 }';
    document.head.append(style);
  },
  'a mark drawn after the body': () => {
    const style = document.createElement('style');
    style.textContent = 'body::after { content: ""; position: fixed; inset: 0; background: #fff; pointer-events: none; z-index: 9999 }';
    document.head.append(style);
  },
  'the backdrop of a popover': () => {
    const style = document.createElement('style');
    style.textContent = '[popover]::backdrop { background: #fff }';
    const popover = document.createElement('div');
    popover.setAttribute('popover', 'manual');
    popover.style.cssText = 'width:0;height:0;border:0;padding:0';
    document.body.append(style, popover);
    popover.showPopover();
  },
};

/** Ways of showing the card so that it is not seen for what it is. */
const FAINT: Record<string, string> = {
  'a post of a hundredth of its strength': 'article { opacity: .01 }',
  'our element without strength': 'case-by-case-card { opacity: 0.001 !important }',
  'strengths that multiply': 'body, main, article, article * { opacity: .9 }',
  'a filter that takes the colours away': 'body { filter: opacity(.02) }',
  'a filter that blurs': 'main { filter: blur(9px) }',
  'a filter that makes all grey': 'main { filter: invert(.5) }',
  'a mask': 'article { mask-image: linear-gradient(transparent, transparent) }',
  'a blend with what lies below': 'case-by-case-card { mix-blend-mode: multiply !important }',
  'a card turned over': 'case-by-case-card { transform: rotate(180deg) !important }',
  'a card as small as a stamp': 'case-by-case-card { transform: scale(.2) !important }',
};

for (const [name, lay] of Object.entries(COVERS)) {
  test(`a button under ${name} does nothing when it is pressed`, async ({ bench }) => {
    const feed = await unfolded(bench);
    const spot = await feed.pointAt(() => spotOf(feed, TOPIC));
    await feed.page.evaluate(lay, spot);
    await feed.page.mouse.click(spot.x, spot.y);
    await expectRefused(feed, /something over this card/);
    await feed.page.waitForTimeout(A_WHILE);
    await feed.page.mouse.click(spot.x, spot.y);
    expect(await feed.outcomes()).toEqual(expected(posts));
  });
}

for (const [name, css] of Object.entries(FAINT)) {
  test(`a button in ${name} does nothing when it is pressed`, async ({ bench }) => {
    const feed = await unfolded(bench);
    await feed.page.evaluate((rules) => document.head.append(Object.assign(document.createElement('style'), { textContent: rules })), css);
    // It stands elsewhere now, maybe under the page's head.
    const button = await feed.find(wayfair.id, control(TOPIC));
    await feed.on(button, function () {
      this.scrollIntoView({ block: 'center' });
    });
    await feed.clickNode(button);
    await expectRefused(feed, /too faintly/);
  });
}

test('a button cut off but for its middle does nothing when it is pressed', async ({ bench }) => {
  const feed = await unfolded(bench);
  const spot = await feed.pointAt(() => spotOf(feed, TOPIC));
  await feed.page.evaluate(({ x, y }) => {
    document.body.style.clipPath = `circle(4px at ${x + scrollX}px ${y + scrollY}px)`;
  }, spot);
  await feed.page.mouse.click(spot.x, spot.y);
  await feed.page.evaluate(() => {
    document.body.style.clipPath = '';
  });
  await expectRefused(feed, /something over this card/);
});

test('a page that shows a picture of itself, as between two views, lets no button act', async ({ bench }) => {
  const feed = await unfolded(
    bench,
    '<style>::view-transition { pointer-events: none } ::view-transition-group(*) { animation-duration: 20s }</style>',
  );
  const spot = await feed.pointAt(() => spotOf(feed, TOPIC));
  await feed.page.evaluate(async () => {
    const shown = document as Document & { startViewTransition(change: () => void): { ready: Promise<void> } };
    await shown.startViewTransition(() => undefined).ready;
  });
  await feed.page.mouse.click(spot.x, spot.y);
  await feed.page.waitForTimeout(A_WHILE);
  expect(await feed.outcomes()).toEqual(expected(posts));
});

test('a button uncovered just before it is pressed does nothing; after a moment it works', async ({ bench }) => {
  const feed = await unfolded(bench);
  const spot = await spotOf(feed, TOPIC);
  await feed.page.evaluate(COVERS['a picture that lets presses through'], spot);
  await comeTo(feed, spot);
  await feed.page.evaluate(() => document.body.lastElementChild?.remove());
  await feed.page.mouse.click(spot.x, spot.y);
  await expectRefused(feed, /only just come to this place/);
  await feed.page.waitForTimeout(A_WHILE);
  await feed.page.mouse.click(spot.x, spot.y);
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
});

for (const mode of ['open', 'closed'] as const) {
  test(`a button under a cover that takes presses, in ${mode} roots, and uncovered just before one: it does nothing`, async ({ bench }) => {
    const feed = await unfolded(bench);
    const spot = await spotOf(feed, TOPIC);
    await feed.page.evaluate(
      ([{ x, y }, how]) => {
        const place = document.body.appendChild(document.createElement('div'));
        const cover = place.attachShadow({ mode: how }).appendChild(document.createElement('p'));
        cover.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 30}px;width:200px;height:60px;background:#fff;z-index:9999`;
      },
      [spot, mode] as const,
    );
    await comeTo(feed, spot);
    await feed.page.evaluate(() => document.body.lastElementChild?.remove());
    await feed.page.mouse.click(spot.x, spot.y);
    await expectRefused(feed, /only just come to this place/);
  });
}

test('a cover taken away in the middle of a press lets nothing act', async ({ bench }) => {
  const feed = await unfolded(bench);
  const spot = await spotOf(feed, TOPIC);
  await feed.page.evaluate(({ x, y }) => {
    const cover = document.createElement('div');
    cover.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 30}px;width:200px;height:60px;background:#fff;z-index:9999`;
    cover.addEventListener('pointerdown', () => cover.remove());
    document.body.append(cover);
  }, spot);
  await comeTo(feed, spot);
  await feed.page.mouse.click(spot.x, spot.y);
  await feed.frames(5);
  expect(await feed.outcomes()).toEqual(expected(posts));
});

test('a button moved under a resting pointer does nothing; after a moment it works', async ({ bench }) => {
  const feed = await unfolded(bench);
  const spot = await spotOf(feed, SITE);
  const away = { x: spot.x, y: spot.y - 150 };
  await feed.page.mouse.move(away.x, away.y);
  await feed.page.waitForTimeout(A_WHILE);
  await feed.page.evaluate(() => {
    document.body.style.transform = 'translateY(-150px)';
  });
  await feed.page.mouse.down();
  await feed.page.mouse.up();
  await expectRefused(feed, /only just come to this place/);
  await feed.page.waitForTimeout(A_WHILE);
  const there = await spotOf(feed, SITE);
  await feed.page.mouse.click(there.x, there.y);
  await expect.poll(() => feed.outcomes()).toEqual({});
});

for (const button of ['left', 'middle'] as const) {
  test(`a covered link to a source opens nothing, pressed with the ${button} button`, async ({ bench }) => {
    const feed = await unfolded(bench);
    // A figure's: the source in the first line may stand under the site's own bar, and one of two lines has nothing in its middle.
    const link = await feed.find(wayfair.id, (node) => hasClass(node, 'figure-source'));
    const spot = await feed.pointAt(() => feed.centre(link));
    await feed.page.evaluate(COVERS['a picture that lets presses through'], spot);
    const opened: string[] = [];
    feed.page.context().on('page', (page) => opened.push(page.url()));
    await feed.page.mouse.click(spot.x, spot.y, { button });
    await expectRefused(feed, /something over this card/);
    await feed.frames(10);
    expect(opened).toEqual([]);
  });
}

test('keys: a covered button does nothing and is brought into the open; a free one works', async ({ bench }) => {
  const feed = await unfolded(bench);
  await feed.focus(await feed.find(wayfair.id, control(TOPIC)));
  const spot = await spotOf(feed, TOPIC);
  // Only what lies at this place of the view is hidden, as under a bar of the site's.
  await feed.page.evaluate(COVERS['a picture that lets presses through'], spot);
  await feed.page.evaluate(() => scrollBy(0, 1));
  await feed.page.keyboard.press('Enter');
  await expectRefused(feed, /something over this card/);
  await feed.page.evaluate(() => document.body.lastElementChild?.remove());
  await feed.page.keyboard.press('Enter');
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
});

test('what real pages have over and around posts is no cover', async ({ bench }) => {
  const feed = await unfolded(
    bench,
    `<style>
      html { filter: invert(1) hue-rotate(180deg) }
      body::before { content: ""; position: fixed; inset: 0; background: linear-gradient(red, blue); z-index: -1; pointer-events: none }
      article:hover::after { content: ""; position: absolute; inset: 0; background: rgb(0 0 0 / .04); pointer-events: none }
      article { position: relative; transform: translate3d(0, 0, 0) }
      .toasts { position: fixed; inset: 0; z-index: 9999; pointer-events: none }
      .bar { position: fixed; top: 0; left: 0; right: 0; height: 40px; background: #fff; z-index: 99 }
    </style>`,
  );
  await feed.page.evaluate(() => {
    for (const name of ['toasts', 'bar']) document.body.append(Object.assign(document.createElement('div'), { className: name }));
  });
  await feed.click(wayfair.id, TOPIC);
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
});

test('a page cannot change the letters or the looks of a card', async ({ bench }) => {
  const feed = await unfolded(
    bench,
    '<style>case-by-case-card { --font: fantasy !important; --text: transparent !important; font-size: 0 !important; color: transparent !important; visibility: hidden !important; cursor: none !important; text-indent: -999px !important }</style>',
  );
  const button = await feed.find(wayfair.id, control(TOPIC));
  const seen = await feed.on(button, function () {
    const { fontFamily, color, visibility, cursor, textIndent, fontSize } = getComputedStyle(this);
    return { font: fontFamily.split(',')[0], color, visibility, cursor, textIndent, tiny: Number.parseFloat(fontSize) < 10 };
  });
  expect(seen).toEqual({
    font: 'system-ui',
    color: expect.not.stringMatching(/, 0\)$/),
    visibility: 'visible',
    cursor: 'pointer',
    textIndent: '0px',
    tiny: false,
  });
});
