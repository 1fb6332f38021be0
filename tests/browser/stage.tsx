import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterEach, expect } from 'vitest';

let stage: HTMLElement | undefined;

/** An empty place in the page, gone after the test. */
export function makeStage(width?: number): HTMLElement {
  stage?.remove();
  stage = document.createElement('div');
  if (width) stage.style.width = `${width}px`;
  document.body.append(stage);
  return stage;
}

/** Draws a view into the page, with the styles given. */
export function show(view: ComponentChild, css: string[] = [], width?: number): HTMLElement {
  const content = document.createElement('div');
  render(view, content);
  return showElement(content, css, width);
}

/** Puts an element into the page, with the styles given, and returns what it stands in. */
export function showElement(content: HTMLElement, css: string[] = [], width?: number): HTMLElement {
  const place = makeStage(width);
  const style = document.createElement('style');
  style.textContent = css.join('\n');
  place.append(style, content);
  return content;
}

/** Fails with the rule and the element when axe finds something. Page-level rules are left out: a test shows parts. */
export async function expectAccessible(place: Element): Promise<void> {
  const off = { enabled: false };
  const { violations } = await axe.run(place, { rules: { region: off, 'page-has-heading-one': off, 'landmark-one-main': off } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('; ')}`)).toEqual(
    [],
  );
}

afterEach(() => {
  if (stage) for (const child of stage.children) render(null, child);
  stage?.remove();
  stage = undefined;
});
