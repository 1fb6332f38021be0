import { anyPage } from '../fixtures/any-page/page.ts';
import { newsPage } from '../fixtures/elsewhere/page.ts';
import { filler, POSTS, postAbout, QUOTING_DEBUNK } from '../fixtures/posts.ts';
import { expect, expected, reading, test, withManifest } from './support.ts';

const URL_OF_FORUM = 'https://forum.example/';
const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');

test('a page no file knows is read once the person says so, and no longer when they take it back', async () => {
  // The browser's own question cannot be answered by a test: here the answer was given before.
  await withManifest(
    (manifest) => {
      manifest.host_permissions.push(`${URL_OF_FORUM}*`);
    },
    async (bench) => {
      const feed = await bench.openHtml(URL_OF_FORUM, anyPage({ posts: POSTS }));
      const popup = await bench.openPopup(feed);
      await feed.frames(20);
      expect(await feed.cards()).toEqual([]);
      await popup.getByRole('button', { name: 'Try on this page' }).click();
      await expect.poll(() => feed.outcomes()).toEqual(expected(POSTS));
      await expect(popup.getByRole('status')).toHaveText('Reading posts on this page (experimental)');
      const options = await bench.openOwnPage('options.html');
      const button = options.getByRole('listitem').filter({ hasText: 'https://forum.example' }).getByRole('button');
      // Until the browser has told what is granted, there is one to allow it, too.
      await expect(button).toHaveCount(1);
      await button.click();
      const again = await bench.openHtml(URL_OF_FORUM, anyPage({ posts: [wayfair] }));
      await again.frames(30);
      expect(await again.cards()).toEqual([]);
    },
  );
});

test('posts are found by common marks, drafts and chats are not read, quoted words are not the author’s', async () => {
  await withManifest(reading(`${URL_OF_FORUM}*`, 'https://news.example/*'), async (bench) => {
    for (const marks of ['feed', 'schema']) {
      const posts = [QUOTING_DEBUNK, wayfair, { ...filler(1)[0], quote: tunnels }];
      const feed = await bench.openHtml(URL_OF_FORUM, anyPage({ posts, more: [tunnels], behaviour: { marks, messages: tunnels.text } }));
      await feed.page.locator('.draft').fill(tunnels.text);
      await expect.poll(() => feed.outcomes(), marks).toEqual(expected([wayfair]));
      await feed.page.evaluate(() => window.fixture.appendPosts(1));
      await expect.poll(() => feed.outcomes(), marks).toEqual(expected([wayfair, tunnels]));
      await feed.page.evaluate((next) => window.fixture.navigate('/messages/17', next), [wayfair]);
      await expect.poll(() => feed.outcomes(), marks).toEqual({});
      expect(feed.errors).toEqual([]);
    }
    // Articles of a newspaper are not marked as anybody's posts.
    const news = await bench.openHtml('https://news.example/', newsPage());
    await news.frames(20);
    expect(await news.cards()).toEqual([]);
  });
});
