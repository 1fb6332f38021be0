// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MountCard } from '../../../lib/feed/types.ts';
import { createHealth } from '../../../lib/health/health.ts';
import { hosts, settle, start, stubLayout } from '../feed/support.ts';
import { runs } from './runs.ts';

/** The reader on pages nobody would build, changed in ways nobody would. */

const CLAIM = 'MOONCLAIM';
/** Stands only where nothing may be read. */
const SECRET = 'SECRETWORD';

/** An element to be: its tag, attributes and children. Made by hand, since a parser would mend what is to be strange. */
type Tree = { shell: Shell; children: (Tree | string)[] };
type Shell = [tag: string, attributes?: Record<string, string>];

const SHELLS: Shell[] = [
  ['article', { 'data-testid': 'tweet' }],
  ['article', { 'data-testid': 'tweet', role: 'article', contenteditable: 'false' }],
  ['div', { 'data-testid': 'cellInnerDiv' }],
  ['div', { 'data-testid': 'tweetText' }],
  ['div', { 'data-testid': 'tweetText', hidden: '' }],
  ['div', { 'data-testid': 'User-Name' }],
  ['a', { href: '/a/status/7' }],
  ['div', { role: 'link', tabindex: '0' }],
  ['div', { role: 'group' }],
  ['div', { role: 'dialog' }],
  ['span', { 'aria-hidden': 'true' }],
  ['p'],
  ['br'],
  ['img', { alt: CLAIM }],
  ['case-by-case-card'],
  ['table'],
  ['form', { name: 'parentElement' }],
  ['template'],
  ['slot'],
];
const NEVER: Shell[] = [['div', { contenteditable: 'true' }], ['div', { role: 'textbox' }], ['textarea']];

const words = fc.oneof(
  fc.constantFrom(CLAIM, `${CLAIM} NOTTRUE`, 'hello there', '<b>', '🙄', '\uD83D', '\u200B'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        shell: fc.constantFrom(...SHELLS),
        children: fc.array(fc.oneof({ maxDepth: 5 }, words, tie('tree')), { maxLength: 4 }),
      }),
    },
    // A whole post, since chance seldom builds one.
    { weight: 1, arbitrary: words.map((text) => ({ shell: SHELLS[0], children: [{ shell: SHELLS[3], children: [text] }] })) },
    { weight: 1, arbitrary: fc.record({ shell: fc.constantFrom(...NEVER), children: fc.constant<(Tree | string)[]>([SECRET]) }) },
  ),
}));

function build({ shell: [tag, attributes = {}], children }: Tree): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === 'string' ? child : build(child))));
  return element;
}

/** Something a page does to one of its elements, picked by a number. */
type Change = { kind: 'add' | 'remove' | 'move' | 'text' | 'empty' | 'robbery' | 'draft' | 'clone'; at: number; tree: Tree; words: string };
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('add', 'remove', 'move', 'text', 'empty', 'robbery', 'draft', 'clone'),
  at: fc.nat(),
  tree,
  words,
});

/** The page's own elements; forged or real cards are left out. */
function pick(at: number): Element | undefined {
  const all = [...document.body.querySelectorAll('*:not(case-by-case-card)')];
  return all[at % Math.max(1, all.length)];
}

function apply({ kind, at, tree: added, words: text }: Change): void {
  const element = pick(at);
  if (!element) return;
  if (kind === 'add') element.append(build(added));
  else if (kind === 'remove') element.remove();
  else if (kind === 'move') document.body.append(element);
  else if (kind === 'text') element.append(text);
  else if (kind === 'empty') element.replaceChildren();
  else if (kind === 'robbery') for (const host of hosts()) host.remove();
  else if (kind === 'draft') element.append(build({ shell: NEVER[0], children: [SECRET] }));
  else document.body.append(element.cloneNode(true));
}

/** Lets the observer's callback run. */
const turn = () => new Promise((done) => setTimeout(done, 0));

beforeAll(stubLayout);

describe('any page, however it changes', () => {
  it('is read without an exception; drafts never are; cards stand in posts only; and all of them are gone at the end', async () => {
    const thrown: unknown[] = [];
    window.addEventListener('error', (event) => thrown.push(event));
    window.addEventListener('unhandledrejection', (event) => thrown.push(event));
    let cards = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 5 }), fc.array(change, { maxLength: 6 }), async (page, changes) => {
        document.body.replaceChildren();
        document.body.append(...page.map(build));
        const own: Element[] = [];
        const health = createHealth();
        const mountCard: MountCard = (host) => {
          own.push(host);
          return { unmount: () => undefined, dress: () => undefined, highlight: () => undefined };
        };
        const { feed, texts } = start('x', { health, mountCard });
        for (const one of changes) {
          apply(one);
          await turn();
        }
        expect([...health.errors]).toEqual([]);
        for (const host of own.filter(({ isConnected }) => isConnected))
          expect(host.closest('article[data-testid="tweet"]')).not.toBeNull();
        expect(texts.filter((read) => read.includes(SECRET))).toEqual([]);
        feed.stop();
        await settle();
        expect(hosts()).toEqual([]);
        cards += own.length;
      }),
      runs(0.1),
    );
    expect(thrown).toEqual([]);
    expect(cards).toBeGreaterThan(0);
  });
});
