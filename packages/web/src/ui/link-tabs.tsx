import type { ReactElement } from "react";

export type LinkChoice = { readonly href: string; readonly label: string; readonly current?: boolean };
type Props = { readonly label: string; readonly choices: readonly LinkChoice[] };

/** Views of one thing, as links: the choice is in the address, and works without a script. */
export function LinkTabs({ label, choices }: Props): ReactElement {
  return (
    <nav className="tabs" aria-label={label}>
      {choices.map(link)}
    </nav>
  );
}

/** Filters or places to choose from, as links. */
export function LinkChips({ label, choices }: Props): ReactElement {
  return (
    <nav className="chips" aria-label={label}>
      {choices.map(link)}
    </nav>
  );
}

function link({ href, label, current = false }: LinkChoice): ReactElement {
  return (
    <a key={href} href={href} aria-current={current ? "page" : undefined}>
      {label}
    </a>
  );
}
