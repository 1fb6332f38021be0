import type { UpdateSource } from './types.ts';

/**
 * The server of updates, set by the build from `claims-data/updates/server.yaml`. Nothing as long as that names none: then the
 * build leaves the whole updater out, and the extension has no way to ask a network for anything.
 */
export const UPDATE_SOURCE: UpdateSource | null = import.meta.env.UPDATE_SOURCE ?? null;
