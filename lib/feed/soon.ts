/** Chromium, and Firefox from 142 on; Safari has none. */
type Scheduling = { scheduler?: { postTask(work: () => void, how: { priority: 'user-blocking'; signal: AbortSignal }): Promise<void> } };

/** Does work, which must not throw, in a turn of its own: where the browser can tell, before whatever else waits. @returns how to call it off. */
export function soon(view: Window & Scheduling, work: () => void): () => void {
  if (!view.scheduler) {
    const timer = view.setTimeout(work, 0);
    return () => view.clearTimeout(timer);
  }
  const aborter = new AbortController();
  // What was called off is rejected.
  view.scheduler.postTask(work, { priority: 'user-blocking', signal: aborter.signal }).catch(() => undefined);
  return () => aborter.abort();
}
