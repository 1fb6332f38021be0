import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { ROOT } from '../tools/root.ts';
import { FORMATS } from './formats.ts';
import type { Problem } from './problems.ts';

const formats = Object.fromEntries(Object.entries(FORMATS).map(([name, wrong]) => [name, (text: string) => wrong(text) === undefined]));
const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, formats });
const schemas = new Map<string, ReturnType<Ajv['compile']>>();

/** A YAML file with the line of every field. */
export interface DataFile<T> {
  file: string;
  value: T;
  problems: Problem[];
  /** A problem at a field, such as `['card', 'fact']`. */
  problem(path: (string | number)[], message: string): Problem;
}

/**
 * Reads a YAML file and checks it against a JSON Schema. Never throws for bad content: what is wrong is in `problems`.
 * @param schema path of the schema from the root; none for free-form files.
 */
export function readDataFile<T>(path: string, schema?: string): DataFile<T> {
  const file = relative(ROOT, path).replaceAll('\\', '/');
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, schema: 'core' });
  const problem = (field: (string | number)[], message: string): Problem => {
    const node = field.length > 0 ? document.getIn(field, true) : document.contents;
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : undefined;
    return { file, line, field: field.join('.') || undefined, message };
  };
  const problems: Problem[] = document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line,
    message: error.message.split('\n')[0],
  }));
  const value = (problems.length > 0 ? undefined : document.toJS()) as T;
  if (problems.length === 0 && schema) {
    const validate = compiled(schema);
    if (!validate(value))
      problems.push(...(validate.errors ?? []).filter(isTelling).map((error) => problem(pathOf(error), wordsOf(error))));
  }
  return { file, value, problems, problem };
}

/** Reads every YAML file of a folder, given from the root, by name; none when there is no such folder. */
export function readFolder<T>(folder: string, schema: string): DataFile<T>[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readDataFile<T>(join(path, name), schema));
}

/** A file whose shape is right; what is wrong with the others has been said already. */
export function readable<T>({ value, problems }: DataFile<T>): boolean {
  return value !== undefined && problems.length === 0;
}

/** What files are called: what refers to one whose shape is wrong is not wrong itself. */
export function namesOf(files: readonly DataFile<unknown>[]): Set<string> {
  return new Set(files.map(({ file }) => basename(file, '.yaml')));
}

function compiled(schema: string): ReturnType<Ajv['compile']> {
  const known = schemas.get(schema);
  if (known) return known;
  const validate = ajv.compile(JSON.parse(readFileSync(join(ROOT, schema), 'utf8')));
  schemas.set(schema, validate);
  return validate;
}

function pathOf(error: ErrorObject): (string | number)[] {
  return error.instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** The branches of a failed choice say nothing to a person; the choice itself does. */
function isTelling({ keyword, schemaPath }: ErrorObject): boolean {
  return !schemaPath.includes('/oneOf/') && !(keyword === 'required' && schemaPath.includes('/anyOf/'));
}

function wordsOf(error: ErrorObject): string {
  const { keyword, params } = error;
  if (keyword === 'required') return `the field "${params.missingProperty}" is missing`;
  if (keyword === 'additionalProperties') return `there is no field "${params.additionalProperty}"; see the schema for the fields`;
  if (keyword === 'enum') return `must be one of: ${(params.allowedValues as string[]).join(', ')}`;
  if (keyword === 'oneOf') return 'is not a condition; write a CONCEPT, or any, all, order, or number';
  const description = (error.parentSchema as { description?: string } | undefined)?.description;
  if (keyword === 'format') return FORMATS[params.format](String(error.data)) ?? keyword;
  if (keyword === 'pattern') return `has the wrong form (${params.pattern})${description ? `. ${description}` : ''}`;
  const count = LENGTHS[keyword];
  if (count) return `has ${sizeOf(error.data)} ${count[0]}; ${count[1]} ${params.limit}`;
  return error.message ?? keyword;
}

/** What a limit of a schema counts, and which limit it is. */
const LENGTHS: Partial<Record<string, [counted: string, limit: 'at most' | 'at least']>> = {
  maxLength: ['characters', 'at most'],
  minLength: ['characters', 'at least'],
  maxItems: ['entries', 'at most'],
  minItems: ['entries', 'at least'],
};

/** Characters as a schema counts them, or entries of a list. */
function sizeOf(value: unknown): number {
  return [...(value as Iterable<unknown>)].length;
}
