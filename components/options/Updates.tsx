import { useState } from 'preact/hooks';
import type { UpdateStatus } from '../../lib/updates/read.ts';
import { inWords } from '../ui/dates.ts';
import { Switch } from '../ui/Switch.tsx';
import { strings } from '../ui/strings.ts';
import { Row, Section } from './Section.tsx';
import type { Part } from './types.ts';

export interface UpdatesProps extends Part {
  /** Server and state of the updates; nothing when this build has no server. */
  updates?: { server: string; status: UpdateStatus };
}

/** Whether corrected texts are fetched, from whom, and how that went. */
export function Updates({ settings, updates, actions }: UpdatesProps) {
  const words = strings.options;
  const [refused, setRefused] = useState(false);
  if (!updates) return <Section title={words.updates} note={words.updatesNone} />;
  const turn = (on: boolean) => void actions.setUpdates(on).then((done) => setRefused(!done));
  return (
    <Section title={words.updates} note={words.updatesNote(updates.server)}>
      <ul>
        <Row name={words.updatesSwitch}>
          <Switch label={words.updatesSwitch} on={settings.updates} onChange={turn} />
        </Row>
      </ul>
      <p class="dim" role="status">
        {refused ? words.updatesRefused : settings.updates && statusInWords(updates.status)}
      </p>
    </Section>
  );
}

function statusInWords({ inUse, last, unreadable }: UpdateStatus): string {
  const words = strings.options.updateStatus;
  const texts = inUse ? words.inUse(inWords(inUse)) : words.packaged;
  const look = last ? words[last.outcome](inWords(new Date(last.at).toISOString().slice(0, 10))) : words.waiting;
  return [texts, unreadable ? words.unreadable : '', look].filter(Boolean).join(' ');
}
