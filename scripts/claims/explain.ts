import type { Matcher } from '../../lib/matching/index.ts';
import { linksIn } from './links.ts';

/** A readable explanation of one text: what matched, what was found, what kept a rule silent. */
export function explain(matcher: Matcher, text: string): void {
  const links = () => linksIn(text);
  const verdict = matcher.match(text, links);
  const { traces, concepts } = matcher.explain(text, links);
  for (const match of verdict.matches) {
    console.log(`${match.claim} (${match.kind}, ${match.confidence})`);
    for (const why of match.why) console.log(`  ${why}`);
  }
  if (verdict.matches.length === 0) console.log(`no card (${verdict.stance}). That does not make it true.`);
  for (const trace of traces.filter(({ silencedBy }) => silencedBy))
    console.log(`  silent: ${trace.rule.id}, because ${trace.because} (${trace.silencedBy})`);
  console.log('concepts found:');
  for (const [name, words] of concepts) console.log(`  ${name}: ${words.join(', ')}`);
}
