import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../tools/root.ts';

const DAY = 24 * 60 * 60 * 1000;
const REVIEW_DAYS = 182;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const EXAMPLES = 8;

/** Begins a claim file with every field explained. Exit code 1 when the id is not usable. */
export function scaffold(id: string): number {
  const path = join(ROOT, 'claims-data/claims', `${id}.yaml`);
  if (!ID.test(id)) return refuse(`"${id}" cannot be an id: use lower-case letters, digits and single hyphens, such as wayfair-cabinets`);
  if (existsSync(path)) return refuse(`${relative(ROOT, path)} exists already`);
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  writeFileSync(path, template(id, day(Date.now()), day(Date.now() + REVIEW_DAYS * DAY)));
  console.log(`${relative(ROOT, path)} is there. Fill it in, then: npm run claims -- check`);
  return 0;
}

function refuse(message: string): number {
  console.error(message);
  return 1;
}

/** The values a field of a claim may have, as its schema lists them. */
function choices(field: 'family' | 'verdict'): string {
  const schema = JSON.parse(readFileSync(join(ROOT, 'claims-data/schema/claim.schema.json'), 'utf8'));
  return schema.properties[field].enum.join(' | ');
}

/** What stands between < and > is to be filled in; the check names what is left. */
function template(id: string, today: string, later: string): string {
  const examples = (what: string) => Array.from({ length: EXAMPLES }, (_, i) => `    - "<${what}, ${i + 1}>"`).join('\n');
  return `# yaml-language-server: $schema=../schema/claim.schema.json
id: ${id}
# ${choices('family')}
family: "<one of these>"
status: active
title: "<what the claim is about, in neutral words>"
# ${choices('verdict')}
verdict: "<one of these>"
reviewed_on: "${today}"
review_by: "${later}"
card:
  brief: "<the fact in one short sentence>" # at most 60 characters
  fact: "<the fact in one sentence, with who found it and when>" # at most 130 characters
  claim: "<Posts say ..., in neutral words, once>"
  record:
    - "<what the record shows, with its source named>"
  "true":
    - "<what is true in it>"
  missing:
    - "<what it leaves out, and why that misleads>"
figures: []
# - { value: "...", what: "what was counted, by whom, when", source: id-of-a-source }
sources:
  - id-in-sources-yaml # the one shown on the closed card first
specific: 5 # 1 general to 9 very specific; the more specific claim's card goes first
words:
  # Words only this claim needs. A * matches any ending.
  THING: [the thing, things*]
rules:
  # Shared concepts such as CHILD or TRAFFICKING are in claims-data/lexicon.
  - id: thing-and-trafficking
    all: [THING, TRAFFICKING]
    within: sentence
examples:
  match:
${examples('a post that asserts it')}
  no_match:
${examples('a post that uses the same words and does not assert it')}
changes:
  - { date: "${today}", what: "First version." }
`;
}
