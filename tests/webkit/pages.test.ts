import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postAbout } from '../fixtures/posts.ts';
import { webkit } from './driver.ts';
import { SafariPackage } from './extension.ts';

const PATIENT = { timeout: 20_000, interval: 200 };

describe.skipIf(!webkit)("own pages in Safari's engine", () => {
  const safari = new SafariPackage();

  beforeAll(() => safari.start());
  afterAll(() => safari.webkit.stop());

  const count = (selector: string) => safari.webkit.evaluate((one) => document.querySelectorAll(one).length, selector);

  it.each([
    ['popup.html', '[role=tab]', 3],
    ['library.html', 'article', 60],
    ['options.html', 'input', 5],
    ['check.html', 'textarea', 1],
    ['welcome.html', 'h1', 1],
  ])('%s stands whole, without an error', async (path, selector, least) => {
    await safari.openOwn(path);
    await expect.poll(() => count(selector), PATIENT).toBeGreaterThanOrEqual(least);
    expect(await safari.errors()).toEqual([]);
    expect(safari.webkit.refused).toEqual([]);
  });

  it('the popup draws its charts', async () => {
    await safari.openOwn('popup.html');
    await expect.poll(() => count('[role=tab]'), PATIENT).toBeGreaterThan(1);
    await safari.webkit.evaluate(() => {
      const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
      tabs.find(({ textContent }) => textContent === 'Data')?.click();
    });
    await expect.poll(() => count('svg rect'), PATIENT).toBeGreaterThan(10);
  });

  it('a text that is checked gets its claim', async () => {
    await safari.openOwn('check.html');
    await expect.poll(() => count('textarea'), PATIENT).toBe(1);
    await safari.webkit.evaluate((words) => {
      const field = document.querySelector('textarea') as HTMLTextAreaElement;
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.form?.requestSubmit();
    }, postAbout('wayfair-cabinets').text);
    await expect.poll(() => safari.webkit.evaluate(() => document.body.textContent), PATIENT).toContain('Reuters found no evidence');
  });
});
