import { useState } from 'preact/hooks';
import { strings } from '../ui/strings.ts';
import { Row, Section } from './Section.tsx';
import type { OptionsActions, Part, ServerOutcome } from './types.ts';

interface Props extends Part {
  /** Servers the browser lets the extension read. One from a file or a policy has to be allowed first. */
  allowed: ReadonlySet<string>;
}

/** Servers that are not known by themselves. */
export function Servers({ settings, managed, allowed, actions }: Props) {
  const words = strings.options;
  const [outcome, setOutcome] = useState<ServerOutcome>();
  const add = async (address: string): Promise<ServerOutcome> => {
    const came = await actions.addServer(address);
    setOutcome(came);
    return came;
  };
  return (
    <Section title={words.servers} note={words.serversNote}>
      <AddServer onAdd={add} />
      <p class="dim" role="status">
        {outcome && words.serverOutcomes[outcome]}
      </p>
      {settings.originsAdded.length > 0 && (
        <ul>
          {settings.originsAdded.map((origin) => {
            const locked = managed.originsAdded?.includes(origin) ?? false;
            return (
              <Row key={origin} name={origin} locked={locked}>
                <span class="row-actions">
                  {!allowed.has(origin) && (
                    <button type="button" class="button" aria-label={words.allowOne(origin)} onClick={() => void add(origin)}>
                      {words.allow}
                    </button>
                  )}
                  {!locked && (
                    <button type="button" class="quiet" aria-label={words.removeOne(origin)} onClick={() => actions.removeServer(origin)}>
                      {words.remove}
                    </button>
                  )}
                </span>
              </Row>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

/** Keeps what was typed until the server is added. */
function AddServer({ onAdd }: { onAdd: OptionsActions['addServer'] }) {
  const words = strings.options;
  const [address, setAddress] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    void onAdd(address).then((outcome) => outcome === 'added' && setAddress(''));
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
    </form>
  );
}
