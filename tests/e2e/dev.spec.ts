import { showProblems } from '../../scripts/tools/problems-on-page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, test } from './support.ts';

/* What `npm run dev` lays over the demo feed when the data has mistakes. */

const wayfair = postAbout('wayfair-cabinets');
const MISTAKE = 'claims-data/claims/wayfair-cabinets.yaml:10 card.brief: must NOT have more than <60> characters';

test('mistakes in the data stand on the page, as text, until they are mended', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(2)] });
  const alert = feed.page.getByRole('alert');
  await showProblems(feed.page, MISTAKE);
  await expect(alert).toContainText(MISTAKE);
  await expect(alert).toBeInViewport();
  await showProblems(feed.page, 'another one');
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText('another one');
  await showProblems(feed.page, '');
  await expect(alert).toHaveCount(0);
  expect(await feed.outcomes()).toEqual({ [wayfair.id]: 'wayfair-cabinets' });
});
