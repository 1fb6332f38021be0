import type { Page } from '@playwright/test';

/** The part of a DevTools protocol DOM node that is used here. */
export interface PiercedNode {
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: PiercedNode[];
  shadowRoots?: PiercedNode[];
  contentDocument?: PiercedNode;
}

/** A card as it stands on a page. */
export interface StandingCard {
  claim: string;
  /** All its words, in order. */
  text: string;
  /** Addresses of the links in the post it stands in, or `''` when it stands in none. */
  postLinks: string[];
}

const HOST = 'CASE-BY-CASE-CARD';

/** The whole document with closed shadow roots, which page scripts and locators cannot see. */
export async function piercedDocument(page: Page): Promise<PiercedNode> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return root;
  } finally {
    await session.detach();
  }
}

/** The cards now on the page, in document order. `post` tells which elements hold one post. */
export async function standingCards(page: Page, post: (node: PiercedNode) => boolean = isArticle): Promise<StandingCard[]> {
  return cardsIn(await piercedDocument(page), post);
}

function cardsIn(node: PiercedNode, post: (node: PiercedNode) => boolean, inside?: PiercedNode): StandingCard[] {
  if (node.nodeName === HOST) return [readCard(node, inside)];
  const holder = inside ?? (post(node) ? node : undefined);
  return inner(node).flatMap((child) => cardsIn(child, post, holder));
}

function readCard(host: PiercedNode, post: PiercedNode | undefined): StandingCard {
  const claim =
    descendants(host)
      .map((node) => attribute(node, 'data-claim'))
      .find((id) => id !== undefined) ?? '';
  return { claim, text: textOf(host), postLinks: post ? linksIn(post) : [] };
}

/** Addresses of all links in a node, in order. */
export function linksIn(node: PiercedNode): string[] {
  return descendants(node).flatMap((child) => (child.nodeName === 'A' ? (attribute(child, 'href') ?? []) : []));
}

export function attribute(node: PiercedNode, name: string): string | undefined {
  const pairs = node.attributes ?? [];
  const at = pairs.findIndex((value, i) => i % 2 === 0 && value === name);
  return at < 0 ? undefined : pairs[at + 1];
}

/** The node itself and everything in it. */
export function descendants(node: PiercedNode): PiercedNode[] {
  return [node, ...inner(node).flatMap(descendants)];
}

function inner(node: PiercedNode): PiercedNode[] {
  return [...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : []), ...(node.children ?? [])];
}

function textOf(node: PiercedNode): string {
  if (node.nodeName === 'STYLE') return '';
  if (node.nodeName === '#text') return node.nodeValue;
  return inner(node).map(textOf).filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
}

function isArticle(node: PiercedNode): boolean {
  return node.nodeName === 'ARTICLE';
}

/** Markup of a node for people to read, with its closed roots as templates. */
export function markupOf(node: PiercedNode, root = ''): string {
  if (node.nodeName === '#text') return escaped(node.nodeValue);
  if (node.nodeName === 'html') return '<!doctype html>\n';
  const children = [
    ...(node.shadowRoots ?? []).map((shadow) => markupOf(shadow, 'template shadowroot')),
    ...[...(node.contentDocument ? [node.contentDocument] : []), ...(node.children ?? [])].map((child) => markupOf(child)),
  ].join('');
  const name = root || (node.nodeName.startsWith('#') ? '' : node.nodeName.toLowerCase());
  if (name === '') return children;
  return `<${name}${attributesOf(node)}>${children}</${name.split(' ')[0]}>`;
}

function attributesOf({ attributes = [] }: PiercedNode): string {
  return attributes.map((value, i) => (i % 2 === 0 ? ` ${value}` : `="${escaped(value)}"`)).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
