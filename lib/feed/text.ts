import type { PostLayout, Site } from '../sites/site.ts';
import { describedWords } from './described.ts';
import { HOST_TAG, joinSelectors, neverSelector } from './guard.ts';
import { isHiddenByMarkup, isHiddenByStyle } from './hidden.ts';
import type { Post, PostFinder } from './posts.ts';

/** Longest text read from a post, in UTF-16 code units. The start is kept. */
export const MAX_TEXT = 20_000;
const MAX_DEPTH = 200;
/** What `tidy` would change in a text of several lines. */
const UNTIDY = /[^\S\n]\n|\n[^\S\n]|\n\n\n/;

/** Never part of a text on any site: our own card, code, buttons, and copies made for screen readers. */
const SKIP = [HOST_TAG, 'script', 'style', 'noscript', 'template', 'svg', 'button', '[role="button"]', '[aria-hidden="true"]'];

const BLOCKS = new Set(
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tr ul'.split(
    ' ',
  ),
);

/** Reads a post's words without asking the browser for layout. */
export interface TextReader {
  /**
   * The author's own words, then alternative texts of pictures and link titles. `deep` also leaves out what style sheets hide:
   * it forces style and layout, so it is for posts about to get a card.
   */
  read(post: Post, deep?: boolean): string;
  /** The elements that hold the author's own words, in document order. */
  elements(post: Post): Element[];
}

interface Rules {
  text: string;
  skip: string;
  /** Anything in a text for which each element has to be looked at. */
  special: string;
  /** The same, and anything that is not simply words in a line. */
  uneven: string;
  /** The words themselves, and alternative texts and link titles beside them. */
  all: string;
  hasExtras: boolean;
  inline: string;
  preWrap: boolean;
}

interface Sink {
  out: string;
  rules: Rules;
  deep: boolean;
  /** The text being read holds nothing that could be left out. */
  plain: boolean;
}

export function createTextReader(site: Site, finder: PostFinder): TextReader {
  const never = neverSelector(site);
  const cache = new Map<PostLayout, Rules>();

  function rulesOf(layout: PostLayout): Rules {
    let rules = cache.get(layout);
    if (!rules) {
      const skip = [...SKIP, never, ...(layout.skip ?? [])];
      const special = joinSelectors([...skip, '[hidden]', '[style]']);
      const text = joinSelectors(layout.text);
      const extras = joinSelectors([layout.imageAlt ?? '', layout.linkCard ?? '']);
      rules = {
        text,
        skip: joinSelectors(skip),
        special,
        uneven: joinSelectors([special, 'br', 'img', ...BLOCKS]),
        all: joinSelectors([text, extras]),
        hasExtras: extras !== '',
        inline: joinSelectors(layout.inline ?? []),
        preWrap: layout.preWrap ?? false,
      };
      cache.set(layout, rules);
    }
    return rules;
  }

  function elements(post: Post): Element[] {
    return outermost(finder.own(post, rulesOf(post.layout).text));
  }

  /** Without those that stand in one before them. */
  function outermost(found: Element[]): Element[] {
    if (found.length < 2) return found;
    return found.filter((element, index) => index === 0 || !found.slice(0, index).some((earlier) => earlier.contains(element)));
  }

  function readElement(element: Element, sink: Sink): void {
    line(sink);
    if ((sink.deep || element.matches(sink.rules.special)) && isLeftOut(element, sink)) return;
    // The browser's own reading of words in a line is several times faster than a walk.
    if (!sink.deep && (element.firstElementChild === null || !element.querySelector(sink.rules.uneven)))
      addText(element.textContent ?? '', sink);
    else {
      sink.plain = !sink.deep && !element.querySelector(sink.rules.special);
      walk(element, sink, 0);
      sink.plain = false;
    }
    line(sink);
  }

  function read(post: Post, deep = false): string {
    const { layout } = post;
    const rules = rulesOf(layout);
    const sink: Sink = { out: '', rules, deep, plain: false };
    // Most posts have no more than their words: one search tells so.
    const found = finder.own(post, rules.all);
    const words = rules.hasExtras ? found.filter((element) => rules.text !== '' && element.matches(rules.text)) : found;

    for (const element of outermost(words)) readElement(element, sink);
    if (words.length === found.length) return tidy(sink.out);
    for (const image of finder.own(post, layout.imageAlt ?? '')) {
      if (inText(image, sink)) continue;
      line(sink);
      addWords(describedWords(image.getAttribute('alt') ?? '', layout.machineAlt), sink);
    }
    for (const title of finder.own(post, layout.linkCard ?? '')) {
      if (!inText(title, sink)) readElement(title, sink);
    }
    return tidy(sink.out);
  }

  return { read, elements };
}

function inText(element: Element, sink: Sink): boolean {
  return sink.rules.text !== '' && element.closest(sink.rules.text) !== null;
}

function isLeftOut(element: Element, sink: Sink): boolean {
  if (sink.plain) return false;
  return element.matches(sink.rules.skip) || isHiddenByMarkup(element) || (sink.deep && isHiddenByStyle(element));
}

function walk(parent: Element, sink: Sink, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (let node = parent.firstChild; node && sink.out.length < MAX_TEXT; node = node.nextSibling) {
    if (node.nodeType === 3) addText(node.nodeValue ?? '', sink);
    else if (node.nodeType === 1) addElement(node as Element, sink, depth);
  }
}

function addText(value: string, sink: Sink): void {
  const room = MAX_TEXT - sink.out.length;
  const text = value.length > room ? value.slice(0, room) : value;
  sink.out += sink.rules.preWrap ? text : inLine(text, sink.out);
}

/** White space as a page shows it: one blank, none where there is one already. */
function inLine(text: string, before: string): string {
  const single = text.replace(/\s+/g, ' ');
  return single.startsWith(' ') && before.endsWith(' ') ? single.slice(1) : single;
}

function addWords(words: string | null, sink: Sink): void {
  if (words) sink.out += words.slice(0, Math.max(0, MAX_TEXT - sink.out.length));
}

function addElement(element: Element, sink: Sink, depth: number): void {
  if (isLeftOut(element, sink)) return;
  const tag = element.localName;
  if (tag === 'br') sink.out += '\n';
  else if (tag === 'img') addWords(element.getAttribute('alt'), sink);
  else {
    const block = BLOCKS.has(tag) && !(sink.rules.inline !== '' && element.matches(sink.rules.inline));
    if (block) line(sink);
    walk(element, sink, depth + 1);
    if (block) line(sink);
  }
}

function line(sink: Sink): void {
  if (sink.out !== '' && !sink.out.endsWith('\n')) sink.out += '\n';
}

/** Drops blanks around line breaks and at both ends, and cuts to the cap without halving a character. */
function tidy(text: string): string {
  const only = text.trim();
  if (only.length <= MAX_TEXT && !UNTIDY.test(only)) return only;
  const lines = text.split('\n').map((one) => one.trim());
  const tidied = lines
    .filter((one, index) => one !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim();
  if (tidied.length <= MAX_TEXT) return tidied;
  const cut = tidied.slice(0, MAX_TEXT);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
