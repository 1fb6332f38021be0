import { awaitEngine, type MakeEngine } from '../shared/meeting.ts';
import { requestEngine } from './link.ts';

/** Waited before asking again, in ms. The background may be ended between two steps, a page may lie in the back-forward cache. */
const PAUSES = [500, 2000, 5000];

/**
 * Has the background set the second script beside this one. Rejects when the browser refuses, when the file is damaged, and when
 * the extension was updated or removed meanwhile.
 */
export async function loadEngine(isValid: () => boolean): Promise<MakeEngine> {
  const engine = awaitEngine();
  for (const pause of PAUSES) {
    const came = (await Promise.race([engine, requestEngine()])) ?? (await Promise.race([engine, after(pause)]));
    if (came) return came;
    if (!isValid()) break;
  }
  throw new Error('the engine did not come');
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
