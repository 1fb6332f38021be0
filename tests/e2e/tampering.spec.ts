import { type FixturePost, filler, postAbout } from '../fixtures/posts.ts';
import type { PageOptions } from '../fixtures/shared/html.ts';
import { type Bench, expect, expected, type Feed, hasClass, SITES, test } from './support.ts';

/**
 * A page that works against us: it changes what scripts stand on, forges cards, and changes without end. What it lays over cards is in
 * `covered.spec.ts`. Long because each way of working against us is a page of its own.
 */

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const STORM_SECONDS = Number(process.env.STORM_SECONDS ?? 8);

/** X with something in its head, before any other script. */
function hostile(bench: Bench, head: string, options: PageOptions = { posts: [wayfair, ...filler(3), tunnels] }): Promise<Feed> {
  const html = SITES.x.html({ behaviour: { overscan: 100_000 }, ...options });
  return bench.openHtml(SITES.x.url, html.replace('<head>', `<head>${head}`));
}

const script = (body: () => void) => `<script>(${String(body)})()</script>`;

async function expectCards(feed: Feed, posts: FixturePost[] = [wayfair, tunnels]): Promise<void> {
  await expect.poll(() => feed.outcomes(), { timeout: 15_000 }).toEqual(expected(posts));
}

async function opensWithSources(feed: Feed): Promise<void> {
  await feed.click(wayfair.id, 'More');
  await expect.poll(async () => (await feed.cardOf(wayfair.id)).text).toContain('Sources');
}

test('a page that changed the methods scripts stand on sees nothing of a card and stops none', async ({ bench }) => {
  const feed = await hostile(
    bench,
    script(() => {
      const caught: unknown[] = [];
      Object.assign(window, { caught });
      const spy = (owner: object, name: string) => {
        const own = (owner as Record<string, (...given: unknown[]) => unknown>)[name];
        (owner as Record<string, unknown>)[name] = function (this: unknown, ...given: unknown[]) {
          const result = own.apply(this, given);
          if (String((this as Element)?.localName).startsWith('case-') || result instanceof ShadowRoot) caught.push(name, result);
          return result;
        };
      };
      spy(Element.prototype, 'attachShadow');
      for (const name of ['append', 'after', 'getBoundingClientRect', 'setAttribute', 'matches']) spy(Element.prototype, name);
      for (const name of ['appendChild', 'insertBefore', 'addEventListener']) spy(Node.prototype, name);
      const { define } = Object.prototype as unknown as { define: undefined };
      Object.defineProperty(Object.prototype, 'claim', {
        get: () => define,
        set: (value) => caught.push('claim', value),
        configurable: true,
      });
      window.MutationObserver = class {
        observe() {}
        disconnect() {}
        takeRecords() {
          return [];
        }
      } as unknown as typeof MutationObserver;
    }),
  );
  await expectCards(feed);
  await opensWithSources(feed);
  expect(await feed.page.evaluate(() => (window as unknown as { caught: unknown[] }).caught)).toEqual([]);
});

test('a page that stands where the two scripts meet, and speaks as they do, brings nothing in and stops nothing', async ({ bench }) => {
  const feed = await hostile(
    bench,
    script(() => {
      const forged = () => ({
        match: () => ({ matches: [], stance: 'none' }),
        addressesIn: () => [],
        headline: () => ({ id: 'forged', brief: 'Forged.', publisher: 'Nobody', url: 'https://evil.example/' }),
        mountCard: () => ({ unmount() {}, highlight() {} }),
      });
      const met: unknown[] = [];
      Object.assign(window, { met });
      for (const place of [window, Object.prototype]) {
        Object.defineProperty(place, Symbol.for('case-by-case: engine'), {
          get: () => ({ engine: Promise.resolve(forged), bring: (make: unknown) => met.push(make) }),
          set: (value) => met.push(value),
          configurable: true,
        });
      }
      window.postMessage({ type: 'engine:load' }, '*');
      document.dispatchEvent(new CustomEvent('engine:load'));
    }),
  );
  await expectCards(feed);
  await opensWithSources(feed);
  expect(await feed.page.evaluate(() => (window as unknown as { met: unknown[] }).met)).toEqual([]);
});

test('a page that claims our element’s name for itself gets no word of a card', async ({ bench }) => {
  const feed = await hostile(
    bench,
    script(() => {
      const roots: ShadowRoot[] = [];
      Object.assign(window, { roots });
      customElements.define(
        'case-by-case-card',
        class extends HTMLElement {
          constructor() {
            super();
            roots.push(this.attachShadow({ mode: 'open' }));
          }
        },
      );
    }),
  );
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status').first()).toHaveText(/^(Reading posts on X|Stopped on this page)$/);
  await feed.frames(20);
  const seen = await feed.page.evaluate(() =>
    (window as unknown as { roots: ShadowRoot[] }).roots.map(
      (root) => root.textContent + [...root.querySelectorAll('*')].map((one) => one.outerHTML).join(''),
    ),
  );
  expect(seen.join('')).toBe('');
});

test('elements named like what scripts look up do not reach us as exceptions, and the popup answers', async ({ bench }) => {
  const feed = await hostile(bench, '');
  await expectCards(feed);
  await feed.page.evaluate(() => {
    for (const name of [
      'body',
      'documentElement',
      'querySelectorAll',
      'createElement',
      'defaultView',
      'location',
      'head',
      'activeElement',
    ]) {
      for (const tag of ['img', 'form', 'iframe', 'embed']) {
        const element = document.createElementNS('http://www.w3.org/1999/xhtml', tag);
        element.setAttribute('name', name);
        element.setAttribute('id', name);
        document.documentElement.lastElementChild?.append(element);
      }
    }
    const form = document.createElementNS('http://www.w3.org/1999/xhtml', 'form');
    for (const name of ['parentElement', 'closest', 'matches', 'isConnected', 'contains', 'nodeType', 'localName', 'attributes']) {
      const field = document.createElementNS('http://www.w3.org/1999/xhtml', 'input');
      field.setAttribute('name', name);
      form.append(field);
    }
    window.fixture.elementOf(window.fixture.posts[1].id)?.append(form);
  });
  await feed.frames(20);
  expect(await feed.page.evaluate(() => window.fixture.errors)).toEqual([]);
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status').first()).toHaveText(/^(Reading posts on X|Stopped on this page|Not working on this layout)$/);
});

for (const [name, policy] of [
  ['Trusted Types', "require-trusted-types-for 'script'; trusted-types 'none'"],
  [
    'a strict policy',
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'sha256-none'; img-src data:; base-uri 'none'; form-action 'none'",
  ],
] as const) {
  test(`a page with ${name} has whole cards that open`, async ({ bench }) => {
    const feed = await hostile(bench, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    // What the policy refuses the page itself is written to its console; nothing of it is ours.
    await expectCards(feed);
    await opensWithSources(feed);
    const strip = await feed.find(wayfair.id, (node) => hasClass(node, 'card'));
    expect(
      await feed.on(strip, function () {
        return getComputedStyle(this).borderTopLeftRadius;
      }),
    ).not.toBe('0px');
    feed.errors.splice(
      0,
      feed.errors.length,
      ...feed.errors.filter((error) => !/violates the following Content Security Policy/.test(error)),
    );
  });
}

test('forged cards are not counted as ours, and a page cannot send us messages', async ({ bench }) => {
  const feed = await hostile(bench, '', { posts: [wayfair, ...filler(2)] });
  await expectCards(feed, [wayfair]);
  const heard = await feed.page.evaluate((id) => {
    const forged = document.createElement('case-by-case-card');
    forged
      .attachShadow({ mode: 'open' })
      .append(Object.assign(document.createElement('section'), { textContent: 'Verified by Case by Case' }));
    window.fixture.elementOf(id)?.append(forged);
    for (const type of ['page:status', 'page:show', 'evidence:claim', 'toolbar:count', 'check:take']) {
      window.postMessage({ type, number: 1, claim: 'wayfair-cabinets', cards: 99, state: 'reading' }, '*');
      document.dispatchEvent(new CustomEvent(type, { detail: { type } }));
    }
    return typeof (window as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime?.sendMessage;
  }, filler(1)[0].id);
  expect(heard).toBe('undefined');
  const popup = await bench.openPopup(feed);
  await expect(popup.getByText('1 context card in')).toBeVisible();
  await expect(popup.locator('.found li')).toHaveCount(1);
});

test('made-up events do nothing on any button of an open card', async ({ bench }) => {
  const feed = await hostile(bench, '', { posts: [wayfair] });
  await opensWithSources(feed);
  await feed.click(wayfair.id, 'Hide');
  await feed.find(wayfair.id, (node) => node.nodeName === 'BUTTON' && JSON.stringify(node).includes('All cards on this site'));
  const card = await feed.find(wayfair.id, (node) => hasClass(node, 'card'));
  await feed.on(card, function () {
    for (const button of this.querySelectorAll('button')) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        button.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
      for (const key of ['Enter', ' ', 'Escape'])
        button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      (button as HTMLElement).click();
    }
  });
  await feed.frames(5);
  expect(await feed.isOpen(wayfair.id)).toBe(true);
  await expectCards(feed, [wayfair]);
});

test(`ten thousand changes a second for ${STORM_SECONDS} seconds: the page stays usable, and we say it if we stop`, async ({ bench }) => {
  const feed = await hostile(bench, '', { posts: [wayfair, ...filler(3)], more: [tunnels] });
  await expectCards(feed, [wayfair]);
  test.setTimeout(60_000 + STORM_SECONDS * 3000);
  await feed.page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'answer';
    button.style.cssText = 'position:fixed;right:0;bottom:0;width:60px;height:60px';
    button.addEventListener('click', () => {
      button.textContent = String(Number(button.textContent) + 1);
    });
    document.body.append(button);
  });
  const storm = feed.page.evaluate(async (seconds) => {
    const texts = [...document.querySelectorAll('[data-testid="tweetText"]')].slice(1);
    const start = performance.now();
    let changes = 0;
    // What a slow computer does not manage in one turn is made up for in the next.
    while (changes < seconds * 10_000) {
      const due = Math.min(seconds * 10_000, (performance.now() - start) * 10);
      for (; changes < due; changes++) {
        const text = texts[changes % texts.length];
        if (changes % 4 === 0) text.append(`word ${changes} `);
        else if (changes % 4 === 1) text.lastChild?.remove();
        else if (changes % 4 === 2) text.setAttribute('dir', 'auto');
        else (text.firstChild ?? text).textContent = `other words ${changes}`;
      }
      await new Promise((next) => setTimeout(next));
    }
  }, STORM_SECONDS);
  // Meanwhile the page answers a person.
  for (let press = 1; press <= 3; press++) {
    await feed.page.locator('#answer').click();
    await expect(feed.page.locator('#answer')).toHaveText(String(press));
  }
  await storm;
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status').first()).toHaveText(/^(Reading posts on X|Stopped on this page)$/);
  const stopped = (await popup.getByRole('status').first().textContent()) === 'Stopped on this page';
  await feed.page.bringToFront();
  await feed.page.evaluate(() => window.fixture.appendPosts(1));
  await expect.poll(() => feed.outcomes()).toEqual(stopped ? {} : expected([wayfair, tunnels]));
});

test('a hundred thousand nodes in one batch, posts among them', async ({ bench }) => {
  const feed = await hostile(bench, '', { posts: [wayfair], more: [tunnels] });
  await expectCards(feed, [wayfair]);
  await feed.page.evaluate(() => {
    const batch = document.createDocumentFragment();
    for (let nth = 0; nth < 1000; nth++) {
      const box = batch.appendChild(document.createElement('div'));
      for (let inner = 0; inner < 99; inner++) box.appendChild(document.createElement(inner % 9 === 0 ? 'article' : 'span')).append('x');
      if (nth % 10 === 0) box.querySelector('article')?.setAttribute('data-testid', 'tweet');
    }
    document.body.append(batch);
    window.fixture.appendPosts(1);
  });
  await expect.poll(() => feed.outcomes(), { timeout: 20_000 }).toEqual(expected([wayfair, tunnels]));
});

test('boxes in boxes: five thousand deep, and roots inside roots that show each other', async ({ bench }) => {
  const feed = await hostile(bench, '', { posts: [wayfair, ...filler(2)], more: [tunnels] });
  await expectCards(feed, [wayfair]);
  await feed.page.evaluate((id) => {
    let deep: Element = document.createElement('div');
    deep.append('the end');
    for (let level = 0; level < 5000; level++) {
      const outer = document.createElement('span');
      outer.append(deep);
      deep = outer;
    }
    deep.id = 'deep';
    window.fixture.elementOf(id)?.querySelector('[data-testid="tweetText"]')?.append(deep);
    let inside: Node = document.createTextNode('the end of roots');
    for (let level = 0; level < 500; level++) {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      root.append(document.createElement('slot'), inside);
      host.append(document.createElement('article'));
      inside = host;
    }
    document.body.append(Object.assign(inside, { id: 'roots' }));
    // Each shows the other's slot: as near to a circle as a page can come.
    const [one, other] = [document.createElement('div'), document.createElement('div')];
    one.attachShadow({ mode: 'open' }).append(other);
    other.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    other.append(document.createElement('slot'));
    document.body.append(one);
    window.fixture.appendPosts(1);
  }, filler(1)[0].id);
  await expect.poll(() => feed.page.locator('case-by-case-card').count()).toBe(2);
  // Too deep for the protocol by which cards are looked into.
  await feed.page.evaluate(() => {
    for (const element of document.querySelectorAll('#deep, #roots')) element.remove();
  });
  await expectCards(feed);
});

test('malformed letters around, inside and instead of a claim', async ({ bench }) => {
  const broken = (id: string, text: string): FixturePost => ({ ...wayfair, id, text, expect: null });
  const odd = [
    broken('7101', `\uD83D${'\uDE00'.repeat(2000)}`),
    broken('7102', '\u0300'.repeat(20_000)),
    broken('7103', `a${'\u{E0061}'.repeat(5000)}`),
    broken('7104', '\uFFFE\uFFFF\u0001\u0002\u0003\u001B[31m'),
    broken('7105', `${'\u202E'.repeat(500)}${'\u2067'.repeat(500)}`),
  ];
  const around = { ...wayfair, id: '7106', text: `\uDE00\uFFFF ${wayfair.text} \uD83D` };
  const feed = await hostile(bench, '', { posts: [...odd, around] });
  await expectCards(feed, [around]);
  expect(await feed.page.evaluate(() => window.fixture.errors)).toEqual([]);
});
