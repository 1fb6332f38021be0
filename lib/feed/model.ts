import type { ClaimId, Headline } from '../claims/types.ts';
import type { Match } from '../matching/types.ts';
import type { CardSize } from '../settings/types.ts';
import type { Confirmed } from './judge.ts';
import { lookOf } from './look.ts';
import type { CardModel } from './types.ts';

const MAX_QUOTES = 6;
const MAX_QUOTE = 160;

/** What a card shows for the matches left; nothing when every one is hidden by the person or unknown to the headlines. */
export function cardModel(
  confirmed: Confirmed,
  headline: (claim: ClaimId) => Headline | undefined,
  hidden: readonly ClaimId[],
  around: Element,
  size: CardSize,
): CardModel | undefined {
  const shown = confirmed.matches
    .filter(({ claim }) => !hidden.includes(claim))
    .flatMap((match) => {
      const line = headline(match.claim);
      return line ? [{ match, line }] : [];
    });
  const [first, ...rest] = shown;
  if (!first) return undefined;
  return {
    headline: first.line,
    match: first.match,
    quotes: quotesOf(confirmed.text, first.match),
    also: rest.map(({ line }) => line).filter((line, index, all) => all.indexOf(line) === index && line.id !== first.line.id),
    size,
    look: lookOf(around),
  };
}

/** The matched words, each once, as they stand in the post. */
function quotesOf(text: string, match: Match): string[] {
  const words = match.spans.map(([start, end]) => text.slice(start, Math.min(end, start + MAX_QUOTE)).trim());
  return [...new Set(words)].filter((word) => word !== '').slice(0, MAX_QUOTES);
}
