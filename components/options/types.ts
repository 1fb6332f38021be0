import type { FileFault } from '../../lib/settings/file.ts';
import type { Choices, Settings } from '../../lib/settings/types.ts';

export type ServerOutcome = 'added' | 'no-address' | 'refused';

/** What the person can do here. Each is kept at once. */
export interface OptionsActions {
  save(patch: Partial<Choices>): void;
  /** Asks the browser for one server. `refused`: the person told the browser no, or it did not ask. */
  addServer(address: string): Promise<ServerOutcome>;
  removeServer(origin: string): void;
  exportFile(): void;
  /** Takes the settings of a file; what is wrong with it when it was not taken. */
  importFile(file: Blob): Promise<FileFault | { kind: 'unsaved' } | undefined>;
  /** Switches updates on or off; false when the browser was told no. */
  setUpdates(on: boolean): Promise<boolean>;
  /** Puts every setting back; how to undo it, nothing when it could not be done. */
  reset(): Promise<(() => void) | undefined>;
}

/** What every part of the page is given. */
export interface Part {
  settings: Settings;
  /** What the organisation set, and cannot be changed here. */
  managed: Partial<Choices>;
  actions: OptionsActions;
}

export function without(list: readonly string[], gone: string): string[] {
  return list.filter((one) => one !== gone);
}
