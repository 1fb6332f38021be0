import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountCard } from '../../components/card/mount.ts';
import { model, quietActions } from './sample.ts';
import { makeStage } from './stage.tsx';

const MIDDLE = 60;

function hostIn(stage: HTMLElement): HTMLElement {
  const host = document.createElement('case-by-case-card');
  stage.append(host);
  return host;
}

/** The roots are closed; this keeps a way in for the tests. */
const roots = new Map<Element, ShadowRoot>();
beforeEach(() => {
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
});
afterEach(() => vi.restoreAllMocks());

describe('a mounted card', () => {
  it('lives in a closed root and leaves nothing readable on its host', () => {
    const host = hostIn(makeStage());
    mountCard(host, model, quietActions());
    expect(host.shadowRoot).toBeNull();
    expect(host.textContent).toBe('');
    expect(host.attributes).toHaveLength(0);
    expect(roots.get(host)?.querySelector('[data-claim]')).not.toBeNull();
  });

  it('keeps clicks and keys from the site', async () => {
    const stage = makeStage();
    const heard: string[] = [];
    for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress']) {
      stage.addEventListener(type, (event) => heard.push(event.type));
    }
    const host = hostIn(stage);
    mountCard(host, model, quietActions());
    await page.elementLocator(host).click({ position: { x: MIDDLE, y: 5 } });
    await userEvent.keyboard('jk{Enter}');
    expect(heard).toEqual([]);
  });

  it('takes focus and lights up when shown from the popup', () => {
    const host = hostIn(makeStage());
    const card = mountCard(host, model, quietActions());
    card.highlight();
    expect(document.activeElement).toBe(host);
    expect(roots.get(host)?.activeElement?.className).toBe('toggle');
    expect(roots.get(host)?.querySelector('.lit')).not.toBeNull();
  });

  it('leaves an empty host, which can carry another card', () => {
    const host = hostIn(makeStage());
    mountCard(host, model, quietActions()).unmount();
    expect(roots.get(host)?.querySelector('section')).toBeNull();
    mountCard(host, model, quietActions());
    expect(roots.get(host)?.querySelectorAll('section')).toHaveLength(1);
  });

  it('labels two cards of one claim differently', () => {
    const stage = makeStage();
    const labels = [hostIn(stage), hostIn(stage)].map((host) => {
      mountCard(host, model, quietActions());
      return roots.get(host)?.querySelector('section')?.getAttribute('aria-label');
    });
    expect(new Set(labels).size).toBe(2);
  });

  it('is not dressed by the site', () => {
    const stage = makeStage();
    const style = document.createElement('style');
    style.textContent = '* { color: red; letter-spacing: 9px; text-transform: uppercase }';
    stage.append(style);
    const host = hostIn(stage);
    mountCard(host, model, quietActions());
    const section = roots.get(host)?.querySelector('section') as HTMLElement;
    const { letterSpacing, textTransform } = getComputedStyle(section);
    expect([letterSpacing, textTransform]).toEqual(['normal', 'none']);
  });

  it('throws for a model it cannot draw, so that the reader of the page counts the failure and shows nothing', () => {
    const host = hostIn(makeStage());
    const broken = { ...model, match: undefined } as unknown as typeof model;
    expect(() => mountCard(host, broken, quietActions())).toThrow();
    expect(roots.get(host)).toBeUndefined();
  });
});
