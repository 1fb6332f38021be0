import { strings } from '../ui/strings.ts';
import { Locked, Section } from './Section.tsx';

interface Props {
  title: string;
  note: string;
  /** Empty for the browser's own. */
  value: string;
  choices: { code: string; name: string }[];
  locked: boolean;
  onChange: (code: string) => void;
}

/** One of several, or what the browser suggests. */
export function Choice({ title, note, value, choices, locked, onChange }: Props) {
  return (
    <Section title={title} note={note}>
      <select aria-label={title} value={value} disabled={locked} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{strings.options.ofBrowser}</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {locked && <Locked />}
    </Section>
  );
}
