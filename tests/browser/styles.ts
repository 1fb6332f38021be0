import card from '../../components/card/card.css?inline';
import claim from '../../components/card/claim.css?inline';
import footer from '../../components/card/footer.css?inline';
import sizes from '../../components/card/sizes.css?inline';
import chart from '../../components/chart/chart.css?inline';
import check from '../../components/check/check.css?inline';
import help from '../../components/help/help.css?inline';
import article from '../../components/library/article.css?inline';
import library from '../../components/library/library.css?inline';
import options from '../../components/options/options.css?inline';
import popup from '../../components/popup/popup.css?inline';
import sources from '../../components/sources/sources.css?inline';
import base from '../../components/ui/base.css?inline';
import column from '../../components/ui/column.css?inline';
import dark from '../../components/ui/dark.css?inline';
import page from '../../components/ui/page.css?inline';
import switches from '../../components/ui/switch.css?inline';
import tokens from '../../components/ui/tokens.css?inline';
import welcome from '../../components/welcome/welcome.css?inline';

const parts = [base, sources, chart, claim];

/** The card's styles; the tokens of both themes, as in its shadow root. */
export const cardStyles = [tokens, dark.replaceAll(':root', '.never'), ...parts, card, footer, sizes];

/** The styles of the popup and of the pages together. */
export const pageStyles = [tokens, ...parts, page, switches, column, help, popup, article, library, options, check, welcome];

/** The same in the dark. */
export const darkPageStyles = [...pageStyles, dark];
