import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support.ts';

/* The page where any text can be checked. */

const CLAIM = 'Wayfair is selling missing children in overpriced cabinets';

test('a pasted text is compared with the known claims, and the words that matched are marked', async ({ bench }) => {
  const page = await bench.openOwnPage('check.html');
  await page.getByRole('textbox').fill(CLAIM);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('heading', { name: 'One known claim' })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('Wayfair');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('finding nothing is not called true, and a denial is called one', async ({ bench }) => {
  const page = await bench.openOwnPage('check.html');
  await page.getByRole('textbox').fill('The kale looks smug this morning.');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('That does not make the text true')).toBeVisible();
  await page.getByRole('textbox').fill(`Fact check: there is no evidence that ${CLAIM}.`);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('the text calls it untrue')).toBeVisible();
});

test('selected words arrive from the context menu once, and are stored nowhere', async ({ bench }) => {
  const page = await bench.checkSelected(CLAIM);
  await expect(page.getByRole('textbox')).toHaveValue(CLAIM);
  await expect(page.getByRole('heading', { name: 'One known claim' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox')).toHaveValue('');
  const stored = await bench.worker().evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
  expect(stored).not.toContain('Wayfair');
  await page.close();
});

test('a megabyte that somebody was talked into pasting is read to its end, and nothing of it is kept', async ({ bench }) => {
  const page = await bench.openOwnPage('check.html');
  await page.getByRole('textbox').fill(`${'lorem ipsum dolor sit amet '.repeat(40_000)}. ${CLAIM}`);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('heading', { name: 'One known claim' })).toBeVisible({ timeout: 15_000 });
});
