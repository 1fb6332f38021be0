/*
 * The marks on the functions tell the bundler that a form nobody uses can be left out of the package.
 */

/** Reads a value of a known form, or throws a ShapeError that names the place. Nothing unknown passes. */
export type Shape<T> = (value: unknown, place: string) => T;

export class ShapeError extends Error {
  constructor(place: string, wanted: string) {
    super(`${place || 'the whole'} is not ${wanted}`);
    this.name = 'ShapeError';
  }
}

/** @param most number of UTF-16 code units. */
/* @__NO_SIDE_EFFECTS__ */
export function text(most: number, pattern?: RegExp): Shape<string> {
  return (value, place) => {
    const good = typeof value === 'string' && value.length <= most && value.isWellFormed() && (!pattern || pattern.test(value));
    if (!good) throw new ShapeError(place, `a text of at most ${most} letters${pattern ? ` like ${pattern}` : ''}`);
    return value;
  };
}

/* @__NO_SIDE_EFFECTS__ */
export function whole(least: number, most: number): Shape<number> {
  return (value, place) => {
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
      throw new ShapeError(place, `a whole number from ${least} to ${most}`);
    return value as number;
  };
}

/* @__NO_SIDE_EFFECTS__ */
export function quantity(least: number, most: number): Shape<number> {
  return (value, place) => {
    if (typeof value !== 'number' || !(value >= least && value <= most)) throw new ShapeError(place, `a number from ${least} to ${most}`);
    return value;
  };
}

/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const T extends string | number>(...values: T[]): Shape<T> {
  return (value, place) => {
    if (!values.includes(value as T)) throw new ShapeError(place, `one of ${values.join(', ')}`);
    return value as T;
  };
}

/* @__NO_SIDE_EFFECTS__ */
export function list<T>(entry: Shape<T>, most: number, least = 0): Shape<T[]> {
  return (value, place) => {
    if (!Array.isArray(value) || value.length > most || value.length < least)
      throw new ShapeError(place, `a list of ${least} to ${most} entries`);
    return value.map((one, index) => entry(one, `${place}[${index}]`));
  };
}

/** A field that may be absent. */
/* @__NO_SIDE_EFFECTS__ */
export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, place) => (value === undefined ? undefined : shape(value, place));
}

/** An object with these fields and no others; absent ones stay absent. */
/* @__NO_SIDE_EFFECTS__ */
export function object<T extends object>(fields: { [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const known = Object.entries(fields) as [keyof T & string, Shape<unknown>][];
  return (value, place) => {
    const given = plain(value, place);
    for (const name of Object.keys(given))
      if (!Object.hasOwn(fields, name)) throw new ShapeError(join(place, name), 'a field that is known');
    const read = known.map(([name, shape]) => [name, shape(given[name], join(place, name))]);
    return Object.fromEntries(read.filter(([, one]) => one !== undefined)) as T;
  };
}

/** An object whose names all fit a pattern. */
/* @__NO_SIDE_EFFECTS__ */
export function record<T>(name: RegExp, entry: Shape<T>, most: number): Shape<Record<string, T>> {
  return (value, place) => {
    const given = Object.entries(plain(value, place));
    if (given.length > most) throw new ShapeError(place, `an object of at most ${most} fields`);
    for (const [key] of given) if (!name.test(key)) throw new ShapeError(join(place, key), `named like ${name}`);
    return Object.fromEntries(given.map(([key, one]) => [key, entry(one, join(place, key))]));
  };
}

function plain(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ShapeError(place, 'an object');
  return value as Record<string, unknown>;
}

function join(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}
