type Stored = Record<string, unknown>;

/** Brings settings of one version to the next. A field that is only new needs no step: it starts with its default. */
export type Migrations = Record<number, (old: Stored) => Stored>;

/** By the version they start from. Add a step here, and raise `version`, whenever a field changes its name or its meaning. */
const MIGRATIONS: Migrations = {};

/** Settings of an earlier version in the present form; those of the present, of a later or of no version as they are. */
export function migrate(stored: Stored, steps: Migrations = MIGRATIONS): Stored {
  let value = stored;
  for (let version = Number(value.version); steps[version]; version++) value = { ...steps[version](value), version: version + 1 };
  return value;
}
