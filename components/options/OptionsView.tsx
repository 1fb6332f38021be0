import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ClaimId } from '../../lib/claims/types.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { Switch } from '../ui/Switch.tsx';
import { strings } from '../ui/strings.ts';

const words = strings.options;

/** As the languages call themselves. */
const LANGUAGE_NAMES = { en: 'English', es: 'Español' };

/** What the person can do here. Each is kept at once. */
export interface OptionsActions {
  save(patch: Partial<Omit<Settings, 'version'>>): void;
  /** Asks the browser for one server; false when the person or the browser said no, or the address is none. */
  addServer(address: string): Promise<boolean>;
  removeServer(origin: string): void;
  reset(): void;
}

interface Props {
  settings: Settings;
  /** Words to show when settings could not be read or kept. */
  problem?: string;
  sites: { id: string; name: string }[];
  /** Titles of the claims, by id. */
  titles: ReadonlyMap<ClaimId, string>;
  actions: OptionsActions;
}

/** The settings page. */
export function OptionsView({ settings, problem, sites, titles, actions }: Props) {
  return (
    <main class="options" lang={strings.lang}>
      <h1>{words.title}</h1>
      {problem && <p role="status">{problem}</p>}
      <Section title={words.sites} note={words.sitesNote}>
        <ul>
          <Row name={words.everything}>
            <Switch label={words.everything} on={settings.enabled} onChange={(enabled) => actions.save({ enabled })} />
          </Row>
          {sites.map(({ id, name }) => (
            <Row key={id} name={name}>
              <Switch
                label={strings.popup.siteSwitch(name)}
                on={!settings.sitesOff.includes(id)}
                onChange={(on) => actions.save({ sitesOff: on ? without(settings.sitesOff, id) : [...settings.sitesOff, id] })}
              />
            </Row>
          ))}
        </ul>
      </Section>
      <Section title={words.servers} note={words.serversNote}>
        <AddServer onAdd={actions.addServer} />
        <ul>
          {settings.originsAdded.map((origin) => (
            <Row key={origin} name={origin}>
              <button type="button" class="quiet" onClick={() => actions.removeServer(origin)}>
                {words.remove}
              </button>
            </Row>
          ))}
        </ul>
      </Section>
      <Section title={words.topics} note={settings.topicsHidden.length === 0 ? words.noTopics : words.topicsNote}>
        <ul>
          {settings.topicsHidden.map((id) => (
            <Row key={id} name={titles.get(id) ?? id}>
              <button type="button" class="quiet" onClick={() => actions.save({ topicsHidden: without(settings.topicsHidden, id) })}>
                {words.showAgain}
              </button>
            </Row>
          ))}
        </ul>
      </Section>
      <Section title={words.language} note={words.languageNote}>
        <select
          aria-label={words.language}
          value={settings.language}
          onChange={(event) => actions.save({ language: event.currentTarget.value })}
        >
          <option value="">{words.ofBrowser}</option>
          {Object.entries(LANGUAGE_NAMES).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Section>
      <Section title={words.reset} note={words.resetNote}>
        <button type="button" class="button" onClick={actions.reset}>
          {words.resetDo}
        </button>
      </Section>
    </main>
  );
}

function without(list: readonly string[], gone: string): string[] {
  return list.filter((one) => one !== gone);
}

function Section({ title, note, children }: { title: string; note: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <p class="dim">{note}</p>
      {children}
    </section>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <li>
      <span>{name}</span>
      {children}
    </li>
  );
}

function AddServer({ onAdd }: { onAdd: OptionsActions['addServer'] }) {
  const [address, setAddress] = useState('');
  const [answer, setAnswer] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    void onAdd(address).then((added) => {
      setAnswer(added ? words.added : words.notAdded);
      if (added) setAddress('');
    });
  };
  return (
    <form onSubmit={submit}>
      <label>
        {words.server}
        <input
          type="text"
          inputMode="url"
          placeholder="mastodon.example"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {words.add}
      </button>
      <p class="dim" role="status">
        {answer}
      </p>
    </form>
  );
}
