import { useId } from 'preact/hooks';
import type { Help } from '../../lib/claims/types.ts';
import { countryInWords } from '../ui/regions.ts';
import { strings } from '../ui/strings.ts';

interface Props {
  help: Help[];
  country: string;
  onChange: (country: string) => void;
}

const words = strings.help;

/** Every country there is help for, by name. Others are told what to do by the note under the questions. */
export function CountryChoice({ help, country, onChange }: Props) {
  const field = useId();
  const byName = help
    .map((entry) => ({ code: entry.country, name: countryInWords(entry.country) }))
    .sort((a, b) => a.name.localeCompare(b.name, strings.lang));
  return (
    <div class="help-country">
      <label for={field}>{words.country}</label>
      <select id={field} value={country} onChange={(event) => onChange(event.currentTarget.value)}>
        {byName.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
