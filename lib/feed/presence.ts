/** Whether anybody can see the page: a background tab, a minimised window and a prerendered page are seen by nobody. */
export interface Presence {
  readonly seen: boolean;
  stop(): void;
}

/** @param came called when the page comes into sight. */
export function watchPresence(page: Document, came: () => void): Presence {
  const aborter = new AbortController();
  const look = (): boolean => page.visibilityState !== 'hidden';
  // Kept as long as it is so: it is asked with every change of the page, and asking the page costs more than all else of a small change.
  let seen = look();
  const turn = (): void => {
    seen = look();
    if (seen) came();
  };
  page.addEventListener('visibilitychange', turn, { signal: aborter.signal });
  return {
    get seen() {
      seen ||= look();
      return seen;
    },
    stop: () => aborter.abort(),
  };
}
