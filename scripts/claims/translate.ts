import type { Claim, Evidence, Headline, Help, Series, Topic } from '../../lib/claims/types.ts';
import type { ClaimTexts, HelpTexts, Language, SeriesTexts, TopicTexts } from './languages.ts';

/** The evidence with a language's texts in the place of the English ones; what has none stays English. */
export function translateEvidence(evidence: Evidence, { claims, topics, series, help }: Language): Evidence {
  return {
    ...evidence,
    claims: evidence.claims.map((claim) => put(claim, claims.get(claim.id)?.value, inClaim)),
    topics: evidence.topics.map((topic) => put(topic, topics.get(topic.id)?.value, inTopic)),
    series: evidence.series.map((one) => put(one, series.get(one.id)?.value, inSeries)),
    help: evidence.help.map((country) => put(country, help.get(country.country.toLowerCase())?.value, inHelp)),
  };
}

/** Headlines with a language's sentences. */
export function translateHeadlines(headlines: readonly Headline[], language: Language): Headline[] {
  return headlines.map((headline) => ({ ...headline, brief: language.claims.get(headline.id)?.value.card.brief.trim() ?? headline.brief }));
}

function put<T, U>(original: T, texts: U | undefined, into: (original: T, texts: U) => T): T {
  return texts ? into(original, texts) : original;
}

function inClaim(claim: Claim, { title, card, figures, changes }: ClaimTexts): Claim {
  return {
    ...claim,
    title,
    brief: card.brief.trim(),
    fact: card.fact.trim(),
    claim: card.claim.trim(),
    record: card.record,
    trueParts: card.true,
    missing: card.missing,
    caveats: card.caveats ?? [],
    figures: claim.figures.map((figure, i) => ({ ...figure, ...figures[i] })),
    changes: claim.changes.map((change, i) => ({ ...change, what: changes[i] })),
  };
}

function inTopic(topic: Topic, { title, points, caveats = [] }: TopicTexts): Topic {
  return { ...topic, title, caveats, points: topic.points.map((point, i) => ({ ...point, text: points[i] })) };
}

function inSeries(series: Series, { title, unit, definition, not_counted, notes, bands = [], rates = [] }: SeriesTexts): Series {
  return {
    ...series,
    title,
    unit,
    definition,
    notCounted: not_counted,
    notes,
    bands: series.bands.map((band, i) => ({ ...band, label: bands[i] })),
    rates: series.rates.map((rate, i) => ({ ...rate, label: rates[i] })),
  };
}

function inHelp(help: Help, { emergency, topics, lines }: HelpTexts): Help {
  return {
    ...help,
    emergency,
    topics: help.topics.map((topic, i) => ({ ...topic, ...topics[i] })),
    lines: help.lines.map((line) => ({ ...line, ...lines[line.id] })),
  };
}
