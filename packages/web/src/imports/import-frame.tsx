import type { ReactElement, ReactNode } from "react";
import { accountTexts } from "#language/accounts.ts";
import { importTexts } from "#language/imports.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { DescriptionList, Disclosure, Page } from "#ui";
import type { ShownImport } from "./load-import.ts";
import { StateTag } from "./state-tag.tsx";

const order = ["file", "columns", "check", "review", "done"] as const;

type Props = {
  readonly batch: ShownImport;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly step: (typeof order)[number];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** What every page of one import has in common: where one is, how far it has come, and which file it is. */
export function ImportFrame({ batch, title, lead, step, actions, children }: Props): ReactElement {
  const t = useTexts(importTexts);
  const roles = useTexts(accountTexts).roles;
  const to = useLocalPath();
  return (
    <Page
      title={title}
      lead={lead}
      crumbs={[{ href: to("/impor"), label: t.title }, { label: batch.code }]}
      actions={actions}
    >
      <div className="stack">
        <p>
          <StateTag state={batch.state} />{" "}
          <span className="quiet">
            {t.stepOf(order.indexOf(step) + 1, order.length, t.steps[step])} · {batch.fileName}
          </span>
        </p>
        <Disclosure summary={t.about}>
          <DescriptionList
            facts={[
              { name: t.facts.code, value: batch.code },
              { name: t.facts.kind, value: t.kinds[batch.kind] },
              { name: t.facts.village, value: batch.village ?? t.history.wholeCity },
              { name: t.facts.uploaded, value: batch.uploadedOn },
              { name: t.facts.by, value: roles[batch.uploadedRole] },
            ]}
          />
        </Disclosure>
      </div>
      {children}
    </Page>
  );
}
