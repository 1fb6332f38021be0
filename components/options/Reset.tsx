import { useRef, useState } from 'preact/hooks';
import { strings } from '../ui/strings.ts';
import { Section } from './Section.tsx';
import type { OptionsActions } from './types.ts';

/** All settings as they were at first, and back again for whoever pressed by mistake. */
export function Reset({ actions }: { actions: OptionsActions }) {
  const words = strings.options;
  const button = useRef<HTMLButtonElement>(null);
  const [undo, setUndo] = useState<() => void>();
  const [said, setSaid] = useState('');
  const reset = async () => {
    const back = await actions.reset();
    setUndo(() => back);
    setSaid(back ? words.resetDone : '');
  };
  const takeBack = () => {
    undo?.();
    setUndo(undefined);
    setSaid(words.resetUndone);
    // The button that was pressed goes away.
    button.current?.focus();
  };
  return (
    <Section title={words.reset} note={words.resetNote}>
      <p class="row-actions">
        <button ref={button} type="button" class="button" onClick={() => void reset()}>
          {words.resetDo}
        </button>
        {undo && (
          <button type="button" class="quiet" onClick={takeBack}>
            {words.resetUndo}
          </button>
        )}
      </p>
      <p class="answer" role="status">
        {said}
      </p>
    </Section>
  );
}
