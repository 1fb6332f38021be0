import { useRef, useState } from 'preact/hooks';
import type { FileFault } from '../../lib/settings/file.ts';
import { fieldNames } from '../ui/problems.ts';
import { strings } from '../ui/strings.ts';
import { Section } from './Section.tsx';
import type { OptionsActions } from './types.ts';

type Answer = { kind: 'taken' | 'unsaved' } | FileFault;

/** Settings out into a file, and back from one. */
export function SettingsFile({ actions }: { actions: OptionsActions }) {
  const words = strings.options;
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<Answer>();
  const take = async ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const [file] = currentTarget.files ?? [];
    if (file) setAnswer((await actions.importFile(file)) ?? { kind: 'taken' });
    // The same file, mended, can be chosen again.
    if (field.current) field.current.value = '';
  };
  return (
    <Section title={words.file} note={words.fileNote}>
      <p class="row-actions">
        <button type="button" class="button" onClick={actions.exportFile}>
          {words.exportDo}
        </button>
        <button type="button" class="button" onClick={() => field.current?.click()}>
          {words.importDo}
        </button>
        <input ref={field} type="file" hidden accept=".json,application/json" onChange={(event) => void take(event)} />
      </p>
      <p class="answer" role="status">
        {answer && inWords(answer)}
      </p>
    </Section>
  );
}

function inWords(answer: Answer): string {
  const words = strings.options;
  if (answer.kind === 'taken') return words.imported;
  if (answer.kind === 'unsaved') return strings.settings.unsaved;
  const fault = answer.kind === 'fields' ? words.faults.fields(fieldNames(answer.names)) : words.faults[answer.kind];
  return `${fault} ${words.notImported}`;
}
