import type { Engine } from '../../lib/feed/feed.ts';

/** Makes the engine speak one of the interface's languages. */
export type MakeEngine = (language: string) => Engine;

/** No name on the page can stand in the way of a symbol; both scripts know it without importing each other. */
const PLACE = Symbol.for('case-by-case: engine');

/**
 * Where the two scripts of one page meet: in the extension's own world, which no page can reach. What one release left behind
 * stands in another world than what the next one brings.
 */
const world = globalThis as typeof globalThis & { [PLACE]?: ((make: MakeEngine) => void) | undefined };

/** The reader waits, before it asks for the second script; it may do so again after it let an engine go. */
export function awaitEngine(): Promise<MakeEngine> {
  return new Promise((resolve) => {
    world[PLACE] = resolve;
  });
}

/** Brings an engine to the reader. Nothing of it stays here; when none is awaited, it goes. */
export function bringEngine(make: MakeEngine): void {
  world[PLACE]?.(make);
  world[PLACE] = undefined;
}
