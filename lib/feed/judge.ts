import type { Health } from '../health/health.ts';
import type { Match, Verdict } from '../matching/types.ts';
import type { Site } from '../sites/site.ts';
import { hashText } from './hash.ts';
import { postKey } from './key.ts';
import type { Entry, Ledger } from './ledger.ts';
import { collectLinks } from './links.ts';
import type { Post, PostFinder } from './posts.ts';
import type { TextReader } from './text.ts';

export type MatchText = (text: string, links?: () => readonly string[], quotedBy?: string) => Verdict;

/** A post read and decided on. */
export interface Judged {
  key: string;
  hash: string;
  entry: Entry;
}

/** What is left after a candidate was looked at closely. */
export interface Confirmed {
  text: string;
  matches: Match[];
}

export interface Judge {
  /** Reads a post and decides, from memory where the same words were decided on before. Nothing for a post without words. */
  judge(post: Post): Judged | undefined;
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
  match: MatchText;
  health: Health;
}

export function createJudge({ site, finder, reader, ledger, match, health }: JudgeParts): Judge {
  const empty = new WeakSet<Element>();

  function judge(post: Post): Judged | undefined {
    const text = reader.read(post);
    if (text === '') {
      if (!empty.has(post.element)) health.post(false);
      empty.add(post.element);
      return undefined;
    }
    const hash = hashText(text);
    const key = postKey(site.id, post, hash, finder);
    const known = ledger.get(key);
    if (known?.hash === hash) return { key, hash, entry: known };
    const verdict = match(text, () => collectLinks(post, text, finder, reader));
    if (!known) health.post(true);
    if (verdict.matches.some(({ kind }) => kind === 'claim')) health.matched();
    return { key, hash, entry: ledger.set(key, hash, verdict) };
  }

  function confirm(post: Post, { hash, entry }: Judged): Confirmed {
    const text = reader.read(post, true);
    const quoting = quotedBy(post);
    if (quoting === '' && hashText(text) === hash) return { text, matches: entry.verdict.matches };
    const links = () => collectLinks(post, text, finder, reader);
    return { text, matches: match(text, links, quoting).matches };
  }

  /** The words of the person who quotes this post; empty when nobody does. */
  function quotedBy(post: Post): string {
    const parent = post.element.parentElement;
    const outer = parent && finder.owner(parent);
    const selector = outer?.layout.quote;
    if (!outer || !selector) return '';
    const box = post.element.closest(selector);
    return box && outer.element !== box && outer.element.contains(box) ? reader.read(outer) : '';
  }

  return { judge, confirm };
}
