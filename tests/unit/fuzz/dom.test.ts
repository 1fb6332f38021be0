// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MountCard } from '../../../lib/feed/types.ts';
import { createHealth } from '../../../lib/health/health.ts';
import { hosts, put, settle, start, stubLayout } from '../feed/support.ts';
import { runs } from './runs.ts';

/** The reader on pages nobody would build, changed in ways nobody would. */

const CLAIM = 'MOONCLAIM';
/** Stands only where nothing may be read. */
const SECRET = 'SECRETWORD';

type Tree = { open: string; close: string; children: (Tree | string)[] };

const wrap = (open: string, tag: string) => ({ open, close: `</${tag}>` });
const SHELLS = [
  wrap('<article data-testid="tweet">', 'article'),
  wrap('<article data-testid="tweet" role="article" contenteditable="false">', 'article'),
  wrap('<div data-testid="cellInnerDiv">', 'div'),
  wrap('<div data-testid="tweetText">', 'div'),
  wrap('<div data-testid="tweetText" hidden>', 'div'),
  wrap('<div data-testid="User-Name"><a href="/a/status/7">', 'a></div'),
  wrap('<div role="link" tabindex="0">', 'div'),
  wrap('<div role="group">', 'div'),
  wrap('<div role="dialog">', 'div'),
  wrap('<span aria-hidden="true">', 'span'),
  wrap('<p>', 'p'),
  wrap('<case-by-case-card>', 'case-by-case-card'),
  wrap('<svg>', 'svg'),
  wrap('<table><tr><td>', 'td></tr></table'),
  wrap('<form name="parentElement">', 'form'),
];
const NEVER = ['<div contenteditable="true">', '<div role="textbox">', '<textarea>'].map((open) => ({
  open,
  close: `</${open.slice(1).split(/[ >]/)[0]}>`,
}));

const words = fc.oneof(
  fc.constantFrom(CLAIM, `${CLAIM} NOTTRUE`, 'hello there', '&lt;b&gt;', '🙄', '\uD83D', '<br>', '<img alt="MOONCLAIM">', '<!-- -->'),
  fc.string({ maxLength: 20 }).map((one) => one.replace(/[<&]/g, ' ')),
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc
    .oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          shell: fc.constantFrom(...SHELLS),
          children: fc.array(fc.oneof({ maxDepth: 5 }, words, tie('tree')), { maxLength: 4 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ shell: fc.constantFrom(...NEVER), children: fc.constant<(Tree | string)[]>([SECRET]) }) },
    )
    .map(({ shell, children }) => ({ ...shell, children })),
}));

const markup = (node: Tree | string): string =>
  typeof node === 'string' ? node : node.open + node.children.map(markup).join('') + node.close;

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
  if (kind === 'add') put(markup(added), element);
  else if (kind === 'remove') element.remove();
  else if (kind === 'move') document.body.append(element);
  else if (kind === 'text') element.append(text.replace(/<.*?>/g, ''));
  else if (kind === 'empty') element.replaceChildren();
  else if (kind === 'robbery') for (const host of hosts()) host.remove();
  else if (kind === 'draft') put(`<div contenteditable="true">${SECRET}</div>`, element);
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
        put(`<main>${page.map(markup).join('')}</main>`);
        const own: Element[] = [];
        const health = createHealth();
        const mountCard: MountCard = (host) => {
          own.push(host);
          return { unmount: () => undefined, highlight: () => undefined };
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
