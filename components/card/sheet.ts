import chart from '../chart/chart.css?inline';
import sources from '../sources/sources.css?inline';
import base from '../ui/base.css?inline';
import dark from '../ui/dark.css?inline';
import forced from '../ui/forced.css?inline';
import tokens from '../ui/tokens.css?inline';
import card from './card.css?inline';
import claim from './claim.css?inline';
import footer from './footer.css?inline';
import over from './over.css?inline';
import sign from './sign.css?inline';
import sizes from './sizes.css?inline';

const css = [tokens, dark, forced, base, sources, chart, claim, card, footer, sizes, sign, over].join('\n');
let shared: CSSStyleSheet | undefined;

/** Gives a card's root its styles: one sheet shared by all cards, or a copy where the browser cannot share. */
export function addStyles(root: ShadowRoot): void {
  try {
    shared ??= makeSheet();
    root.adoptedStyleSheets = [shared];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

function makeSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
