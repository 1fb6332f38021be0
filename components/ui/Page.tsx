import type { ComponentChildren } from 'preact';
import { Mark } from './Mark.tsx';
import { strings } from './strings.ts';

interface HeadProps {
  title: string;
  /** Said below the title. */
  lead?: string;
  children?: ComponentChildren;
}

/** A page of the extension in one column; `name` is its class, for what only it has. */
export function Page({ name, title, lead, children }: HeadProps & { name: string }) {
  return (
    <main class={`page ${name}`} lang={strings.lang} dir={strings.dir}>
      <PageHead title={title} lead={lead} />
      {children}
    </main>
  );
}

/** Mark, name and title. */
export function PageHead({ title, lead, children }: HeadProps) {
  return (
    <header class="page-head">
      <p class="page-name">
        <Mark size="22px" /> {strings.name}
      </p>
      <h1>{title}</h1>
      {lead && <p class="page-lead">{lead}</p>}
      {children}
    </header>
  );
}
