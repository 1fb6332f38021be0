import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { strings } from './strings.ts';

interface Props<T> {
  load: () => Promise<T>;
  children: (value: T) => ComponentChildren;
}

type State<T> = { is: 'loading' } | { is: 'ready'; value: T } | { is: 'gone' };

/** Draws what is loaded once it is there: once, so give it a `key` that changes with what is loaded. */
export function Later<T>({ load, children }: Props<T>) {
  const [state, setState] = useState<State<T>>({ is: 'loading' });
  useEffect(() => {
    let wanted = true;
    const settle = (next: State<T>) => wanted && setState(next);
    load().then(
      (value) => settle({ is: 'ready', value }),
      () => settle({ is: 'gone' }),
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (state.is === 'ready') return <>{children(state.value)}</>;
  return state.is === 'gone' ? <p role="status">{strings.gone}</p> : <p class="dim">{strings.loading}</p>;
}
