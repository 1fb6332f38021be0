import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Miss, measure, type Quality } from './measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean' }, json: { type: 'boolean' }, gate: { type: 'string' } },
});

function print(quality: Quality, errors: readonly Miss[]): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  for (const error of values.errors ? errors : []) {
    console.log(
      `${error.kind} · ${error.post.id} · ${error.post.gold ?? 'background'} ${error.post.stance ?? ''} ${error.post.lang ?? ''} · ${(error.post.claims ?? []).join(',')} · ${error.matches.map(({ claim, why }) => `${claim} (${why.join('; ')})`).join(' | ')}`,
    );
    console.log(`    ${error.post.text.replaceAll('\n', ' ').slice(0, 400)}`);
  }
  for (const group of Object.keys(quality.posts))
    console.log(`${group}: ${quality.cards[group] ?? 0} cards on ${quality.posts[group]} posts`);
  console.log(
    `precision ${percent(quality.precision)}  recall yes ${percent(quality.recallYes)}  tags ${percent(quality.recallTags)}  F1 ${percent(quality.f1)}  right claim ${percent(quality.rightClaim)}  false cards per 100,000 background posts ${quality.falseCardsPer100000.toFixed(1)}`,
  );
  for (const [claim, { precision, recall, positives, cards }] of Object.entries(quality.perClaim)) {
    console.log(
      `  ${claim.padEnd(36)} precision ${percent(precision).padStart(7)}  recall ${percent(recall).padStart(7)}  (${positives} labelled, ${cards} cards)`,
    );
  }
}

/** The least the matcher has to reach; kept in `tests/quality/thresholds.json` and only ever raised. */
interface Thresholds {
  precision: number;
  recallYes: number;
  recallTags: number;
  rightClaim: number;
  /** At most. */
  falseCardsPer100000: number;
}

/** What falls short, in words. */
function shortfalls(quality: Quality, least: Thresholds): string[] {
  const { falseCardsPer100000, ...shares } = least;
  const low = (Object.keys(shares) as (keyof typeof shares)[])
    .filter((name) => quality[name] < shares[name])
    .map((name) => `${name} is ${quality[name].toFixed(3)}, at least ${shares[name]} is asked`);
  const high = quality.falseCardsPer100000 > falseCardsPer100000;
  return [
    ...low,
    ...(high
      ? [`${quality.falseCardsPer100000.toFixed(1)} false cards per 100,000 posts, at most ${falseCardsPer100000} are allowed`]
      : []),
  ];
}

const present = positionals.filter((file) => existsSync(file));
if (values.gate && present.length === 0)
  console.log('No labelled posts beside the project; the examples of the claims are all there is to go by.');
else {
  const { quality, errors } = await measure(values.gate ? present : positionals);
  if (values.json) console.log(JSON.stringify(quality, null, 2));
  else print(quality, errors);
  const short = values.gate ? shortfalls(quality, JSON.parse(readFileSync(values.gate, 'utf8'))) : [];
  for (const line of short) console.error(line);
  process.exitCode = short.length === 0 ? 0 : 1;
}
