/** Where to, and what it is called. */
export interface Target {
  anchor: string;
  title: string;
}

/** Parts of this page, one a line. */
export function LinkList({ to, plain = false }: { to: Target[]; plain?: boolean }) {
  return (
    <ul class={plain ? undefined : 'bullets'}>
      {to.map(({ anchor, title }) => (
        <li key={anchor}>
          <a href={`#${anchor}`}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

/** Parts of this page, one after another in a sentence. */
export function LinkLine({ to }: { to: Target[] }) {
  return (
    <>
      {to.map(({ anchor, title }, i) => (
        <span key={anchor}>
          {i > 0 && '; '}
          <a href={`#${anchor}`}>{title}</a>
        </span>
      ))}
    </>
  );
}
