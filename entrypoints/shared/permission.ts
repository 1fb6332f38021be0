import { browser } from 'wxt/browser';
import { patternOf } from '../../lib/settings/pattern.ts';

/** Has the browser ask the person for one origin; it must be called within the click. False when the answer was no, or none came. */
export async function askFor(origin: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [patternOf(origin)] });
  } catch {
    return false;
  }
}
