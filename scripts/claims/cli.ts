import { createMatcher } from '../../lib/matching/index.ts';
import { checkExamples, checkReviewDays, leftOut, withWatched } from './check.ts';
import { compilePacks, type Packs, tryCompile, writePacks } from './compile.ts';
import { coverage, stateOf } from './coverage.ts';
import { explain } from './explain.ts';
import { exportClaims } from './export.ts';
import { checkHelpAge, dayOf } from './help-age.ts';
import { loadCollection } from './load.ts';
import { DataError, toLine } from './problems.ts';
import { scaffold } from './scaffold.ts';
import { scaffoldLanguage } from './scaffold-language.ts';

/** By so many milliseconds the first time zones are ahead of universal time. */
const FURTHEST_EAST = 14 * 60 * 60 * 1000;

const USAGE = `npm run claims -- COMMAND
  build   check the data and write the packs the extension ships
  check   check everything, examples included, and say what is wrong where
  try "TEXT"  say which claims a post matches with the data as it stands, and why
  new ID  begin a claim: writes claims-data/claims/ID.yaml for you to fill in
  translate CODE  write what a language lacks, in English, for you to translate where it stands
  export  write all claims as ClaimReview (JSON-LD) and as CSV into .output/export`;

/** Exit code: 0 when all is well, 1 when the data has problems, 2 when the command is not known. */
function run(command: string | undefined, argument: string | undefined): number {
  if (command === 'build') return withSoundData(writePacks);
  if (command === 'check') return check();
  if (command === 'try' && argument) return tryText(argument);
  if (command === 'new' && argument) return scaffold(argument);
  if (command === 'translate' && argument) return translate(argument);
  if (command === 'export') return withSoundData(writeExport);
  console.error(USAGE);
  return 2;
}

/** Runs a command, or says what in the data it cannot go on with. */
function sayingProblems(command: () => number): number {
  try {
    return command();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function withSoundData(use: (packs: Packs) => void): number {
  use(compilePacks());
  return 0;
}

function check(): number {
  const collection = loadCollection();
  const matched = withWatched(collection);
  const { packs, problems } = tryCompile(matched);
  const today = dayOf(new Date());
  const all = [
    ...problems,
    ...checkReviewDays(collection.claims, dayOf(new Date(Date.now() + FURTHEST_EAST))),
    ...checkExamples(matched, packs['match-pack']),
    ...checkHelpAge(collection.help, today),
  ];
  const examples = collection.claims.reduce(
    (sum, { value }) => sum + (value?.examples?.match.length ?? 0) + (value?.examples?.no_match.length ?? 0),
    0,
  );
  for (const line of coverage(packs.evidence.en, today)) console.log(line);
  for (const line of stateOf(collection)) console.log(line);
  // Last, where a person looks first, and where the last screen of the tests takes it from.
  for (const problem of all) console.log(toLine(problem));
  console.log(
    `${collection.claims.length} claims, ${packs['match-pack'].rules.length} rules, ${examples} examples, ${packs.evidence.en.sources.length} sources: ${all.length === 1 ? '1 problem' : `${all.length} problems`}`,
  );
  return all.length === 0 ? 0 : 1;
}

function tryText(text: string): number {
  const collection = loadCollection();
  const pack = tryCompile(withWatched(collection)).packs['match-pack'];
  explain(createMatcher(pack), pack, text);
  for (const line of leftOut(collection)) console.error(line);
  return 0;
}

function translate(language: string): number {
  const collection = loadCollection();
  const code = scaffoldLanguage(language, collection);
  for (const line of leftOut(collection)) console.error(line);
  return code;
}

function writeExport({ evidence }: Packs): void {
  for (const path of exportClaims(evidence.en)) console.log(path);
}

process.exitCode = sayingProblems(() => run(process.argv[2], process.argv[3]));
