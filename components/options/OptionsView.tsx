import type { ClaimId } from '../../lib/claims/types.ts';
import type { SettingsProblem } from '../../lib/settings/types.ts';
import { Page } from '../ui/Page.tsx';
import { problemInWords } from '../ui/problems.ts';
import { countryInWords, ownName } from '../ui/regions.ts';
import { languages, strings } from '../ui/strings.ts';
import { CardSizes } from './CardSizes.tsx';
import { Choice } from './Choice.tsx';
import { Reset } from './Reset.tsx';
import { Servers } from './Servers.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { Sites } from './Sites.tsx';
import { Topics } from './Topics.tsx';
import type { Part } from './types.ts';
import { Updates, type UpdatesProps } from './Updates.tsx';

const LANGUAGES = languages.map((code) => ({ code, name: ownName(code) }));

interface Props extends Part {
  /** Why settings could not be read or kept. */
  problem?: SettingsProblem;
  sites: { id: string; name: string }[];
  /** Titles of the claims, by id. */
  titles: ReadonlyMap<ClaimId, string>;
  /** Countries there is help for, ISO 3166 alpha-2. */
  countries: string[];
  allowed: ReadonlySet<string>;
  updates: UpdatesProps['updates'];
}

/** The settings page. */
export function OptionsView({ problem, sites, titles, countries, allowed, updates, ...part }: Props) {
  const { settings, managed, actions } = part;
  const words = strings.options;
  const byName = countries.map((code) => ({ code, name: countryInWords(code) })).sort((a, b) => a.name.localeCompare(b.name, strings.lang));
  return (
    <Page name="options" title={words.title}>
      {problem && (
        <p class="notice" role="status">
          {problemInWords(problem)}
        </p>
      )}
      {Object.keys(managed).length > 0 && <p class="notice">{words.managed}</p>}
      <Sites {...part} sites={sites} />
      <Servers {...part} allowed={allowed} />
      <CardSizes {...part} />
      <Topics {...part} titles={titles} />
      <Choice
        title={words.language}
        note={words.languageNote}
        value={settings.language}
        choices={LANGUAGES}
        locked={managed.language !== undefined}
        onChange={(language) => actions.save({ language })}
      />
      <Choice
        title={words.country}
        note={words.countryNote}
        value={settings.helpCountry}
        choices={byName}
        locked={managed.helpCountry !== undefined}
        onChange={(helpCountry) => actions.save({ helpCountry })}
      />
      <Updates {...part} updates={updates} />
      <SettingsFile actions={actions} />
      <Reset actions={actions} />
    </Page>
  );
}
