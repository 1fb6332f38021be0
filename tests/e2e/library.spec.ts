import { expect, test } from './support.ts';

/* The library page: addresses, search, paper. It is drawn in one go, which takes a busy machine some seconds. */
const DRAWN = { timeout: 20_000 };

test('a claim’s address leads to it', async ({ bench }) => {
  const page = await bench.openOwnPage('library.html#claim-wayfair-cabinets');
  const claim = page.locator('#claim-wayfair-cabinets');
  await expect(claim).toBeInViewport(DRAWN);
  await expect(claim.getByRole('heading', { level: 3 })).toBeInViewport();
  await claim
    .getByRole('listitem')
    .filter({ has: page.locator('a[href^="#claim-"]') })
    .getByRole('link')
    .first()
    .click();
  // The click returns before the address has changed.
  await expect(page).not.toHaveURL(/#claim-wayfair-cabinets$/);
  const next = new URL(page.url()).hash;
  expect(next).toMatch(/^#claim-/);
  await expect(page.locator(next)).toBeInViewport();
});

test('the keyboard goes on from the claim an address leads to', async ({ bench }) => {
  const page = await bench.openOwnPage('library.html#claim-wayfair-cabinets');
  await expect(page.locator('#claim-wayfair-cabinets:target')).toBeInViewport(DRAWN);
  await page.keyboard.press('Tab');
  await expect(page.locator('#claim-wayfair-cabinets').getByRole('button').first()).toBeFocused();
});

test('a search shows what mentions the words and nothing else, and brings everything back', async ({ bench }) => {
  const page = await bench.openOwnPage('library.html');
  const claims = page.locator('#claims article.claim:visible');
  await expect(claims.first()).toBeVisible(DRAWN);
  const all = await claims.count();
  await page.getByRole('searchbox').fill('wayfair');
  await expect(page.locator('#claim-wayfair-cabinets')).toBeVisible();
  expect(await claims.count()).toBeLessThan(all / 4);
  await page.getByRole('searchbox').fill('');
  await expect(claims).toHaveCount(all);
});

test('on paper there is what is read, without what is pressed', async ({ bench }) => {
  const page = await bench.openOwnPage('library.html');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.locator('#help')).toBeHidden();
  const claim = page.locator('#claim-wayfair-cabinets');
  await expect(claim.getByText('What the record shows')).toBeVisible(DRAWN);
  await expect(claim.getByRole('button').first()).toBeHidden();
  for (const folded of await claim.locator('details .sources li').all()) await expect(folded).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
});
