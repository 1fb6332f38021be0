import type { SettingsProblem } from '../../lib/settings/types.ts';
import { strings } from './strings.ts';

/** Why settings are not as they were left, in a sentence for the person. */
export function problemInWords(problem: SettingsProblem): string {
  const words = strings.settings;
  if (problem.kind === 'unreadable') return words.unreadable;
  if (problem.kind === 'unsaved') return words.unsaved;
  const names = fieldNames(problem.names);
  return problem.kind === 'managed' ? words.badPolicy(names) : words.badFields(names);
}

/** Settings by the names the interface calls them; one it does not know is quoted. */
export function fieldNames(names: readonly string[]): string {
  return names.map((name) => strings.settings.names[name] ?? `“${name}”`).join(', ');
}
