import { newsPage } from '../fixtures/elsewhere/page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, expected, type Feed, SITE_IDS, SITES, test } from './support.ts';

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');

/** Names of the script worlds of a page. */
async function worlds(feed: Feed): Promise<string[]> {
  const cdp = await feed.page.context().newCDPSession(feed.page);
  const found: string[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => found.push(context.origin));
  await cdp.send('Runtime.enable');
  return found;
}

test('a site that is not served is left alone: no script, no element', async ({ bench }) => {
  const feed = await bench.openHtml('https://news.example/today', newsPage());
  const before = await feed.page.evaluate(() => document.documentElement.outerHTML);
  await feed.frames(10);
  expect((await worlds(feed)).filter((origin) => origin.startsWith('chrome-extension:'))).toEqual([]);
  expect(await feed.page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  const served = await bench.open('x', { posts: [wayfair] });
  await served.cardOf(wayfair.id);
  expect((await worlds(served)).filter((origin) => origin.startsWith('chrome-extension:'))).not.toEqual([]);
});

test('nothing is asked of the network while feeds are read and a card is opened', async ({ bench }) => {
  for (const site of SITE_IDS) {
    const feed = await bench.open(site, { posts: [wayfair, ...filler(6), tunnels], behaviour: { overscan: 100_000 } });
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  }
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.click(wayfair.id, 'More');
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(true);
  expect(bench.browser.blocked).toEqual([]);
});

test('the recorder sees what a page asks for, and the worker may ask for nothing', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.page.evaluate(() => fetch('https://canary.example/').catch(() => undefined));
  expect(bench.browser.blocked.splice(0)).toEqual(['https://canary.example/']);
  feed.errors.length = 0;
  const reached = await bench.worker().evaluate(() =>
    fetch('https://canary.example/').then(
      () => true,
      () => false,
    ),
  );
  expect(reached).toBe(false);
  expect(bench.browser.blocked.splice(0)).toEqual([]);
});

test('a draft is never read', async ({ bench }) => {
  const feed = await bench.open('x', { posts: filler(3), more: [tunnels] });
  const draft = feed.page.getByTestId('tweetTextarea_0');
  await draft.click();
  await feed.page.keyboard.insertText(wayfair.text);
  await feed.page.evaluate(() => window.fixture.appendPosts(1));
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  await expect(draft).toHaveText(wayfair.text);
});

test('a post dressed up as a draft is not read either', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [{ ...wayfair }, tunnels] });
  await feed.cardOf(wayfair.id);
  await feed.page.evaluate((id) => {
    const article = window.fixture.elementOf(id);
    article?.querySelector('[data-testid="tweetText"]')?.setAttribute('contenteditable', 'true');
    window.fixture.edit(id, 'Wayfair is selling missing children as overpriced cabinets, every one of them, pass it on.');
  }, wayfair.id);
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
});

test('drafts on other sites are never read', async ({ bench }) => {
  const bluesky = await bench.open('bluesky', { posts: [tunnels], behaviour: { draft: wayfair.text } });
  await expect.poll(() => bluesky.outcomes()).toEqual(expected([tunnels]));
  const mastodon = await bench.open('mastodon', { posts: filler(1), more: [tunnels] });
  await mastodon.page.getByRole('textbox').fill(wayfair.text);
  await mastodon.page.evaluate(() => window.fixture.appendPosts(1));
  await expect.poll(() => mastodon.outcomes()).toEqual(expected([tunnels]));
  for (const site of ['facebook', 'reddit'] as const) {
    const feed = await bench.open(site, { posts: filler(1), more: [tunnels] });
    await feed.page.locator('[contenteditable]').click();
    await feed.page.keyboard.insertText(wayfair.text);
    await feed.page.evaluate(() => window.fixture.appendPosts(1));
    await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  }
});

test('the message drawer is never read, whatever it holds', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [tunnels], behaviour: { drawer: wayfair.text } });
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  expect(await feed.page.locator('[data-testid="DMDrawer"] case-by-case-card').count()).toBe(0);
});

test('pages of messages are never read, also when reached without a load', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [tunnels] });
  await feed.cardOf(tunnels.id);
  await feed.page.evaluate((posts) => window.fixture.navigate('/messages/17', posts), [wayfair]);
  await expect.poll(() => feed.outcomes()).toEqual({});
  await feed.page.evaluate((posts) => window.fixture.navigate('/home', posts), [tunnels]);
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  const direct = await bench.open('x', { posts: [wayfair] }, '/messages/17');
  await direct.frames(20);
  expect(await direct.outcomes()).toEqual({});
});

test('the page cannot tell which claim a card is about', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.cardOf(wayfair.id);
  const seen = await feed.page.evaluate(() => {
    const host = document.querySelector('case-by-case-card') as HTMLElement;
    return { html: host.outerHTML.replace(/ style="[^"]*"/, ''), root: host.shadowRoot, text: host.innerText };
  });
  expect(seen.root).toBeNull();
  expect(seen.text).toBe('');
  expect(seen.html).not.toMatch(/wayfair|cabinet|claim/i);
});

test('the page is as it was but for the cards', async ({ bench }) => {
  const feed = await bench.open('mastodon', { posts: [wayfair, ...filler(2)] });
  await feed.cardOf(wayfair.id);
  const html = () =>
    feed.page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const host of copy.querySelectorAll('case-by-case-card')) host.remove();
      return copy.querySelector('.item-list')?.outerHTML;
    });
  const withCards = await html();
  await feed.page.evaluate(() => window.fixture.show());
  const fresh = await feed.page.evaluate(() => document.querySelectorAll('[class*="case"],[data-case-by-case]').length);
  expect(fresh).toBe(0);
  expect(withCards).toBe(await html());
});

test('no web page can load a file of the extension', async ({ bench }) => {
  const feed = await bench.openHtml(SITES.x.url, '<!doctype html><title>probe</title>');
  const found = await feed.page.evaluate(
    (id) =>
      fetch(`chrome-extension://${id}/popup.html`).then(
        () => true,
        () => false,
      ),
    bench.browser.extensionId,
  );
  expect(found).toBe(false);
  feed.errors.length = 0;
});
