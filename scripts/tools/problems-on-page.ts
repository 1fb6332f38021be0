import type { Page } from '@playwright/test';

const ID = 'case-by-case-problems';

/** Lays what is wrong with the data over a page, as it is written in the terminal; nothing takes it away again. */
export async function showProblems(page: Page, problems: string): Promise<void> {
  await page.evaluate(
    ({ id, text }) => {
      document.getElementById(id)?.remove();
      if (text === '') return;
      const box = document.createElement('pre');
      box.id = id;
      box.setAttribute('role', 'alert');
      box.textContent = `The data has problems; the page shows what was built before.\n\n${text}`;
      box.style.cssText =
        'position:fixed;inset:auto 0 0 0;z-index:2147483647;margin:0;padding:16px;max-height:50vh;overflow:auto;background:#14191d;color:#fff;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap';
      document.body.append(box);
    },
    { id: ID, text: problems },
  );
}
