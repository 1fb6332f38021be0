/** Chromium, and Firefox from 142 on; Safari has none. */
type Scheduling = { scheduler?: { postTask(work: () => void, how: { priority: Priority; signal: AbortSignal }): Promise<void> } };

/** Before whatever else waits, or in its order. */
type Priority = 'user-blocking' | 'user-visible';

/**
 * Does work, which must not throw, in a turn of its own; where the browser can, without the 4 ms that a timer set by a timer waits.
 * @returns how to call it off.
 */
export function soon(view: Window & Scheduling, work: () => void, priority: Priority = 'user-blocking'): () => void {
  if (!view.scheduler) {
    const timer = view.setTimeout(work, 0);
    return () => view.clearTimeout(timer);
  }
  const aborter = new AbortController();
  // What was called off is rejected.
  view.scheduler.postTask(work, { priority, signal: aborter.signal }).catch(() => undefined);
  return () => aborter.abort();
}
