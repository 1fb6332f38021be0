import { lookOf } from './look.ts';
import type { CardHandle, MountCard } from './types.ts';

/** A page that changes its look does so in several steps; it is looked at once they are done, in ms. */
const SETTLED = 150;

/**
 * Keeps standing cards as dark or light as the page behind them, also when that changes under them: by the site's own switch, which
 * stands in attributes of its first elements, or by the system. Nothing is watched while no card stands.
 */
export function followPage(mount: MountCard): MountCard {
  const standing = new Map<HTMLElement, { card: CardHandle; signOf?: Element }>();
  let unwatch: (() => void) | undefined;
  let system: MediaQueryList | undefined;

  function dressAll(): void {
    for (const [host, { card, signOf = host.parentElement }] of standing) if (signOf) card.dress(lookOf(signOf).dark);
  }

  return (host, model, actions) => {
    const card = mount(host, model, actions);
    standing.set(host, { card, signOf: model.signOf });
    const page = host.ownerDocument;
    system ??= page.defaultView?.matchMedia('(prefers-color-scheme: dark)');
    unwatch ??= watchLook(page, system, dressAll);
    const unmount = (): void => {
      standing.delete(host);
      if (standing.size === 0) unwatch = void unwatch?.();
      card.unmount();
    };
    return { ...card, unmount };
  };
}

function watchLook(page: Document, system: MediaQueryList | undefined, changed: () => void): () => void {
  const view = page.defaultView as Window & typeof globalThis;
  let timer: number | undefined;
  const later = (): void => {
    view.clearTimeout(timer);
    timer = view.setTimeout(changed, SETTLED);
  };
  const observer = new view.MutationObserver(later);
  for (const element of [page.documentElement, page.body]) observer.observe(element, { attributes: true });
  system?.addEventListener('change', later);
  return () => {
    view.clearTimeout(timer);
    observer.disconnect();
    system?.removeEventListener('change', later);
  };
}
