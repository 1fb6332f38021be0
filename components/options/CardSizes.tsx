import { useId } from 'preact/hooks';
import type { CardSize } from '../../lib/settings/types.ts';
import { Mark } from '../ui/Mark.tsx';
import { strings } from '../ui/strings.ts';
import { Locked, Section } from './Section.tsx';
import type { Part } from './types.ts';

/** How much of a closed card is shown; each size with a drawing of it. */
export function CardSizes({ settings, managed, actions }: Part) {
  const words = strings.options;
  const group = useId();
  const locked = managed.cardSize !== undefined;
  return (
    <Section title={words.cardSize} note={words.cardSizeNote}>
      {locked && <Locked />}
      <div class="sizes" role="radiogroup" aria-label={words.cardSize}>
        {(Object.keys(words.cardSizes) as CardSize[]).map((size) => (
          <label key={size} class="size">
            <input
              type="radio"
              name={group}
              value={size}
              checked={settings.cardSize === size}
              disabled={locked}
              onChange={() => actions.save({ cardSize: size })}
            />
            <span>
              <span class="size-name">{words.cardSizes[size]}</span>
              <Drawing size={size} />
            </span>
          </label>
        ))}
      </div>
    </Section>
  );
}

/** Grey bars in the place of words. */
function Drawing({ size }: { size: CardSize }) {
  return (
    <span class={`size-drawing size-${size}`} aria-hidden="true">
      <Mark size="16px" />
      {size !== 'icon' && (
        <span class="size-lines">
          <i />
          {size === 'full' && <i />}
        </span>
      )}
    </span>
  );
}
