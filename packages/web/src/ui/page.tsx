import type { ReactElement, ReactNode } from "react";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";

export type Crumb = { readonly href?: string; readonly label: string };

type PageProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** From the section down to this page; the last one has no address. */
  readonly crumbs?: readonly Crumb[];
  /** Forms and reading: one column of 720 px. */
  readonly narrow?: boolean;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The body of a page: crumbs, the one h1, a lead sentence, then sections with even gaps. */
export function Page({ title, lead, crumbs, narrow = false, actions, children }: PageProps): ReactElement {
  return (
    <div className={narrow ? "page page-narrow" : "page"}>
      <header>
        {crumbs && <Crumbs crumbs={crumbs} />}
        <h1>{title}</h1>
        {lead && <p className="page-lead">{lead}</p>}
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }): ReactElement {
  const t = useTexts(uiTexts);
  return (
    <nav aria-label={t.crumbs}>
      <ol className="crumbs">
        {crumbs.map(({ href, label }) => (
          <li key={label}>
            {href === undefined ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A white panel with its own heading. */
export function Card(props: {
  readonly title?: string;
  readonly id?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="card" {...(props.id === undefined ? {} : { id: props.id })}>
      {props.title !== undefined && <h2>{props.title}</h2>}
      {props.children}
    </section>
  );
}

/** Opens and closes without a script. */
export function Disclosure(props: {
  readonly summary: string;
  /** From the start: something in it waits for the reader. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <details className="disclosure" open={props.isOpen}>
      <summary>{props.summary}</summary>
      <div className="stack">{props.children}</div>
    </details>
  );
}
