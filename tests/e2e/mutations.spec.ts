import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FixturePost, filler, postAbout } from '../fixtures/posts.ts';
import { expect, expected, type Feed, type Outcomes, SITE_IDS, type SiteId, test } from './support.ts';

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const blood = postAbout('adrenochrome');
const [calm, other, third] = filler(3);
const APPENDED = 200;

const START: FixturePost[] = [calm, wayfair, other, third, ...filler(3, 300)];
const MORE = filler(APPENDED, 10).map((post, i) => (i === 150 ? tunnels : post));
const ALL = [...START, ...MORE];

interface Mutation {
  what: string;
  run(feed: Feed, site: SiteId): Promise<unknown>;
  /** Post id → claim, afterwards. */
  cards: Outcomes;
}

/** What pages do to their posts, one after another on the same page. */
const MUTATIONS: Mutation[] = [
  { what: 'nothing yet', run: async () => undefined, cards: expected(START) },
  { what: 'append 200 posts', run: (feed) => feed.page.evaluate((n) => window.fixture.appendPosts(n), APPENDED), cards: expected(ALL) },
  { what: 'edit a calm post into a claim', run: edit(other, blood.text), cards: { ...expected(ALL), [other.id]: blood.expect as string } },
  { what: 'edit it back', run: edit(other, other.text), cards: expected(ALL) },
  { what: 'draw every row anew', run: (feed) => feed.page.evaluate((posts) => window.fixture.recycle(posts), ALL), cards: expected(ALL) },
  { what: 'rename classes', run: (feed, site) => feed.page.evaluate(renameClasses, dataFile(site)), cards: expected(ALL) },
  { what: 'hide decoys in calm posts', run: hideDecoys, cards: expected(ALL) },
  { what: 'remove our nodes', run: (feed) => feed.page.evaluate(() => window.fixture.removeHosts()), cards: expected(ALL) },
  { what: 'wrap posts in further elements', run: (feed) => feed.page.evaluate(wrapPosts), cards: expected(ALL) },
  { what: 'go to another screen', run: go('/explore', [third, blood]), cards: expected([blood]) },
  { what: 'come back', run: go('/', START), cards: expected(START) },
  { what: 'go there again', run: go('/explore', [third, blood]), cards: expected([blood]) },
  { what: 'and come back again', run: go('/', START), cards: expected(START) },
];

for (const site of SITE_IDS) {
  test(`${site}: whatever the page does, exactly the right posts have one card`, async ({ bench }) => {
    const feed = await bench.open(site, { posts: START, more: MORE, behaviour: { overscan: 1_000_000, titles: true } });
    for (const { what, run, cards } of MUTATIONS) {
      await run(feed, site);
      await expect.poll(() => standing(feed), { message: what, timeout: 10_000 }).toEqual(Object.entries(cards).sort());
    }
    expect(await feed.page.evaluate(() => window.fixture.errors)).toEqual([]);
  });
}

/** Post and claim of each card a person can come to; a card twice, or outside every post, shows as such. */
async function standing(feed: Feed): Promise<[string, string][]> {
  const seen = await feed.page.evaluate(() =>
    [...document.querySelectorAll('case-by-case-card')].map((host) => (host as HTMLElement).getClientRects().length > 0),
  );
  const cards = await feed.cards();
  return cards
    .filter((_, i) => seen[i] !== false)
    .map(({ post, claim }): [string, string] => [post ?? 'no post', claim])
    .sort();
}

function edit({ id }: FixturePost, text: string): Mutation['run'] {
  return (feed) => feed.page.evaluate(([post, words]) => window.fixture.edit(post, words), [id, text]);
}

function go(path: string, posts: FixturePost[]): Mutation['run'] {
  return (feed) => feed.page.evaluate(([to, next]) => window.fixture.navigate(to, next), [path, posts] as const);
}

const dataFile = (site: SiteId): string => readFileSync(join('lib/sites', `${site}.yaml`), 'utf8');

/** Gives all classes the site's data file does not name another name, as every release of a site does. */
function renameClasses(named: string): void {
  for (const element of document.querySelectorAll('[data-screen] *, main *')) {
    const classes = [...element.classList].map((name) => (named.includes(name) ? name : `${name}-x7`));
    if (classes.length > 0 && element.localName !== 'case-by-case-card') element.className = classes.join(' ');
  }
}

/** Words of a claim that nobody sees, in posts that claim nothing. */
function hideDecoys(feed: Feed): Promise<void> {
  return feed.page.evaluate(
    ([text, ids]) => {
      const style = document.createElement('style');
      style.textContent = '.decoy{display:none} .far{position:absolute;left:-9999px} .tiny{font-size:0}';
      document.head.append(style);
      const dress = [
        { class: 'decoy' },
        { class: 'far' },
        { class: 'tiny' },
        { hidden: '' },
        { style: 'display:none' },
        { 'aria-hidden': 'true' },
      ];
      for (const id of ids as string[]) {
        const post = window.fixture.elementOf(id);
        const words = window.fixture.posts.find((one) => one.id === id)?.text.slice(0, 12) ?? '';
        const place = [...(post?.querySelectorAll('*') ?? [])].filter((inner) => inner.textContent?.includes(words)).at(-1);
        if (!place) throw new Error(`no place for a decoy in post ${id}`);
        for (const attributes of dress) {
          const decoy = document.createElement('span');
          for (const [name, value] of Object.entries(attributes)) decoy.setAttribute(name, value);
          decoy.textContent = ` ${text} `;
          place.append(decoy);
        }
      }
    },
    [blood.text, [calm.id, third.id]],
  );
}

/** A framework puts another box around each post. */
function wrapPosts(): void {
  for (const { id } of window.fixture.posts) {
    const post = window.fixture.elementOf(id);
    const box = document.createElement('div');
    post?.replaceWith(box);
    if (post) box.append(post);
  }
}
