/** Something wrong in a data file, in words that say what to do. */
export interface Problem {
  /** Path from the repository's root. */
  file: string;
  /** 1-based; absent when the problem is of the whole file. */
  line?: number;
  /** Such as `card.fact`. */
  field?: string;
  message: string;
}

/** Thrown when the data cannot be compiled; lists everything that is wrong, not only the first. */
export class DataError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(toLine).join('\n'));
    this.name = 'DataError';
    this.problems = problems;
  }
}

/** `claims-data/claims/x.yaml:12 card.fact: …` */
export function toLine({ file, line, field, message }: Problem): string {
  return `${file}${line ? `:${line}` : ''}${field ? ` ${field}` : ''}: ${message}`;
}
