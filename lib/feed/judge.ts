import type { Health } from '../health/health.ts';
import { type Match, NOTHING, type Verdict } from '../matching/types.ts';
import type { Site } from '../sites/site.ts';
import type { Engine } from './engine.ts';
import { hashText } from './hash.ts';
import { postKey } from './key.ts';
import type { Entry, Ledger } from './ledger.ts';
import { collectLinks } from './links.ts';
import { OrdinaryTexts } from './ordinary.ts';
import type { Post, PostFinder } from './posts.ts';
import type { TextReader } from './text.ts';

/** A post read. */
export interface Read {
  key: string;
  hash: string;
  /** What was decided; nothing while the engine is on its way. */
  entry?: Entry;
}

/** A post read and decided on. */
export interface Judged extends Read {
  entry: Entry;
}

/** What is left after a candidate was looked at closely. */
export interface Confirmed {
  text: string;
  matches: Match[];
}

export interface Judge {
  /** Reads a post and decides, from memory where the same words were decided on before. Nothing for a post without words. */
  judge(post: Post): Read | undefined;
  /**
   * Looks closely at a candidate that is in sight: without letters the page hides, and, for a quoted post, together with what
   * the quoting person says. No matches left means silence. Forces style and layout.
   */
  confirm(post: Post, judged: Judged): Confirmed;
}

export interface JudgeParts {
  site: Site;
  finder: PostFinder;
  reader: TextReader;
  ledger: Ledger;
  mayMatch(text: string): boolean;
  /** Nothing until it is loaded. */
  engine(): Engine | undefined;
  health: Health;
}

export function createJudge({ site, finder, reader, ledger, mayMatch, engine, health }: JudgeParts): Judge {
  const empty = new WeakSet<Element>();
  const ordinaryTexts = new OrdinaryTexts();

  function judge(post: Post): Read | undefined {
    const text = reader.read(post);
    if (text === '') {
      if (!empty.has(post.element)) health.post(false);
      empty.add(post.element);
      return undefined;
    }
    const hash = hashText(text);
    const read = ordinary(hash, text) ?? judgeClosely(post, hash, text);
    const mayGetCard = read.entry !== undefined && read.entry.verdict.matches.length > 0;
    // What draws cards may have been let go since the post was decided on.
    return mayGetCard && !engine() ? { key: read.key, hash } : read;
  }

  /** Words that assert nothing, whoever wrote them: most posts need neither a name nor an entry. */
  function ordinary(hash: string, text: string): Read | undefined {
    if (!ordinaryTexts.has(hash)) {
      if (mayMatch(text)) return undefined;
      ordinaryTexts.add(hash);
      health.post(true);
    }
    return { key: hash, hash, entry: { hash, verdict: NOTHING, hidden: false } };
  }

  function judgeClosely(post: Post, hash: string, text: string): Read {
    const key = postKey(site.id, post, hash, finder);
    const known = ledger.get(key);
    if (known?.hash === hash) return { key, hash, entry: known };
    const verdict = match(post, text);
    if (!verdict) return { key, hash };
    if (!known) health.post(true);
    if (verdict.matches.some(({ kind }) => kind === 'claim')) health.matched();
    return { key, hash, entry: ledger.set(key, hash, verdict) };
  }

  function confirm(post: Post, { hash, entry }: Judged): Confirmed {
    const text = reader.read(post, true);
    const quoting = quotedBy(post);
    if (quoting === '' && hashText(text) === hash) return { text, matches: entry.verdict.matches };
    return { text, matches: match(post, text, quoting)?.matches ?? [] };
  }

  function match(post: Post, text: string, quoting?: string): Verdict | undefined {
    const loaded = engine();
    return loaded?.match(text, () => collectLinks(post, text, finder, reader, loaded.addressesIn), quoting);
  }

  /** The words of the person who quotes this post; empty when nobody does. */
  function quotedBy(post: Post): string {
    const outer = quotingPost(post, finder);
    return outer ? reader.read(outer) : '';
  }

  return { judge, confirm };
}

/** The post in which this one is quoted, if it is. */
export function quotingPost(post: Post, finder: PostFinder): Post | undefined {
  const parent = post.element.parentElement;
  const outer = (parent && finder.owner(parent)) ?? undefined;
  const box = outer?.layout.quote && post.element.closest(outer.layout.quote);
  return outer && box && outer.element !== box && outer.element.contains(box) ? outer : undefined;
}
