import type { ComponentChildren } from 'preact';
import { linkTo } from './address.ts';

interface Props {
  href: string;
  class?: string;
  title?: string;
  children: ComponentChildren;
}

/** A link that opens in a new tab and tells the other site nothing about where it came from. */
export function Link({ href, class: name, title, children }: Props) {
  const link = linkTo(href);
  if (!link) return <span class={name}>{children}</span>;
  return (
    <a class={name} title={title} {...link}>
      {children}
    </a>
  );
}
