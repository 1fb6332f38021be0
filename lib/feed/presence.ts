/** Whether anybody can see the page: a background tab, a minimised window and a prerendered page are seen by nobody. */
export interface Presence {
  readonly seen: boolean;
  stop(): void;
}

/** @param came called when the page comes into sight. */
export function watchPresence(page: Document, came: () => void): Presence {
  const seen = (): boolean => page.visibilityState !== 'hidden';
  const aborter = new AbortController();
  page.addEventListener('visibilitychange', () => seen() && came(), { signal: aborter.signal });
  return {
    get seen() {
      return seen();
    },
    stop: () => aborter.abort(),
  };
}
