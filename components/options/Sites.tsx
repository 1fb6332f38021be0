import { Switch } from '../ui/Switch.tsx';
import { strings } from '../ui/strings.ts';
import { Row, Section } from './Section.tsx';
import { type Part, without } from './types.ts';

interface Props extends Part {
  sites: { id: string; name: string }[];
}

/** The main switch and one for each site. */
export function Sites({ settings, managed, sites, actions }: Props) {
  const words = strings.options;
  const turn = (id: string, on: boolean) => actions.save({ sitesOff: on ? without(settings.sitesOff, id) : [...settings.sitesOff, id] });
  return (
    <Section title={words.sites} note={words.sitesNote}>
      <ul class="sites">
        <Row name={words.everything} locked={managed.enabled !== undefined}>
          <Switch
            label={words.everything}
            on={settings.enabled}
            disabled={managed.enabled !== undefined}
            onChange={(enabled) => actions.save({ enabled })}
          />
        </Row>
        {sites.map(({ id, name }) => {
          const locked = managed.sitesOff?.includes(id) ?? false;
          return (
            <Row key={id} name={name} locked={locked}>
              <Switch
                label={strings.popup.siteSwitch(name)}
                on={!settings.sitesOff.includes(id)}
                disabled={locked}
                onChange={(on) => turn(id, on)}
              />
            </Row>
          );
        })}
      </ul>
    </Section>
  );
}
