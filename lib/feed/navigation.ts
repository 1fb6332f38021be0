/** Calls back when the page's address changed without a load, and when the page comes back from the back-forward cache. */
export interface NavigationWatch {
  /** A cheap comparison for browsers without the Navigation API; called with each batch of changes. */
  check(): void;
  stop(): void;
}

interface WithNavigation {
  navigation?: EventTarget;
}

export function watchNavigation(view: Window, moved: () => void, restored: () => void): NavigationWatch {
  let address = view.location.href;
  const aborter = new AbortController();
  const check = (): void => {
    if (view.location.href === address) return;
    address = view.location.href;
    moved();
  };
  const options = { signal: aborter.signal };
  const { navigation } = view as unknown as WithNavigation;
  navigation?.addEventListener('currententrychange', check, options);
  view.addEventListener('popstate', check, options);
  view.addEventListener('hashchange', check, options);
  view.addEventListener('pageshow', (event) => event.persisted && restored(), options);
  // Reading the address costs more than the rest of a small batch.
  return { check: navigation ? () => {} : check, stop: () => aborter.abort() };
}
