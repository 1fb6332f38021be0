import type { Engine } from '../../lib/feed/feed.ts';

/** Makes the engine speak one of the interface's languages. */
export type MakeEngine = (language: string) => Engine;

interface Meeting {
  engine: Promise<MakeEngine>;
  bring(make: MakeEngine): void;
}

/** No name on the page can stand in the way of a symbol; both scripts know it without importing each other. */
const PLACE = Symbol.for('case-by-case: engine');

/**
 * Where the two scripts of one page meet, whichever comes first: in the extension's own world, which no page can reach. What one
 * release left behind stands in another world than what the next one brings.
 */
export function meeting(): Meeting {
  const world = globalThis as typeof globalThis & { [PLACE]?: Meeting };
  world[PLACE] ??= createMeeting();
  return world[PLACE];
}

function createMeeting(): Meeting {
  let bring: Meeting['bring'] = () => undefined;
  const engine = new Promise<MakeEngine>((resolve) => {
    bring = resolve;
  });
  return { engine, bring };
}
