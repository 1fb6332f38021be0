import type { Span } from '../../lib/matching/types.ts';

/** Cuts a text into the parts that matched and those between, in order. `from` is where a part begins. */
export function marked(text: string, spans: readonly Span[]): { part: string; hit: boolean; from: number }[] {
  const parts: { part: string; hit: boolean; from: number }[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from > at) parts.push({ part: text.slice(at, from), hit: false, from: at });
    parts.push({ part: text.slice(from, to), hit: true, from });
    at = to;
  }
  if (at < text.length) parts.push({ part: text.slice(at), hit: false, from: at });
  return parts;
}
