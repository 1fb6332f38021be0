import type { Evidence, Help, HelpLine, Series } from '../../lib/claims/types.ts';
import type { Language } from './load.ts';
import type { Problem } from './problems.ts';
import { sameNumbers } from './translate.ts';

type Say = (english: string) => string;

/** The evidence with every sentence of its series, help and change logs said by `say`. */
function sayAll(evidence: Evidence, say: Say): Evidence {
  return {
    ...evidence,
    claims: evidence.claims.map((claim) => ({ ...claim, changes: claim.changes.map(({ date, what }) => ({ date, what: say(what) })) })),
    series: evidence.series.map((series) => saySeries(series, say)),
    help: evidence.help.map((help) => sayHelp(help, say)),
  };
}

function saySeries(series: Series, say: Say): Series {
  return {
    ...series,
    title: say(series.title),
    unit: say(series.unit),
    definition: say(series.definition),
    notCounted: series.notCounted.map(say),
    notes: series.notes.map(say),
    bands: series.bands.map((band) => ({ ...band, label: say(band.label) })),
    rates: series.rates.map((rate) => ({ ...rate, label: say(rate.label) })),
  };
}

function sayHelp(help: Help, say: Say): Help {
  return {
    ...help,
    topics: help.topics.map((topic) => ({ ...topic, question: say(topic.question), advice: topic.advice.map(say) })),
    lines: help.lines.map((line) => sayLine(line, say)),
  };
}

/** Names and operators are proper names and stay. */
function sayLine(line: HelpLine, say: Say): HelpLine {
  const { hours, languages } = line;
  return { ...line, purpose: say(line.purpose), ...(hours && { hours: say(hours) }), ...(languages && { languages: say(languages) }) };
}

/** The evidence with a language's sentences in the place of the English ones. */
export function sayIn(evidence: Evidence, { phrases }: Language): Evidence {
  const known = new Map((phrases?.value ?? []).map(({ en, to }) => [en, to]));
  return sayAll(evidence, (english) => known.get(english) ?? english);
}

/** What is wrong with a language's sentences: figures that differ, sentences nobody says any more and, when it is complete, missing ones. */
export function checkPhrases({ about, phrases }: Language, evidence: Evidence): Problem[] {
  const said = new Set<string>();
  sayAll(evidence, (english) => {
    said.add(english);
    return english;
  });
  const known = new Set((phrases?.value ?? []).map(({ en }) => en));
  const missing = about.value.status === 'complete' ? [...said].filter((english) => !known.has(english)) : [];
  const file = phrases ?? about;
  return [
    ...missing.map((english) => file.problem([], `phrases.yaml does not translate “${english}”`)),
    ...(phrases?.value ?? []).flatMap(({ en, to }, i) =>
      said.has(en)
        ? sameNumbers(en, to, file, [i, 'to'])
        : [file.problem([i, 'en'], 'stands in no series, help or change log; remove it or write it as there')],
    ),
  ];
}
