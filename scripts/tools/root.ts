import { join } from 'node:path';

/** The folder of the project; paths that scripts name start from it. */
export const ROOT = join(import.meta.dirname, '../..');
