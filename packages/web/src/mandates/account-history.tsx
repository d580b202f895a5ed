import type { ReactElement } from "react";
import type { ShownAccount } from "@tuwai/server/mandates";
import { dayOf } from "#language/day-of.ts";
import { mandateTexts } from "#language/mandates.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type Props = { readonly accounts: readonly ShownAccount[]; readonly inForceId: string | undefined };

/** Every account that was proposed, and what became of it. */
export function AccountHistory({ accounts, inForceId }: Props): ReactElement {
  const t = useTexts(mandateTexts).accounts;
  const language = useLanguage();
  return (
    <Table
      caption={t.history}
      rows={accounts}
      keyOf={({ id }) => id}
      columns={[
        { key: "account", head: t.labels.number, cell: ({ bank, number }) => `${bank} ${number}` },
        { key: "holder", head: t.labels.holder, cell: ({ holder }) => holder },
        { key: "day", head: t.proposed, cell: ({ proposedAt }) => dayOf(language, proposedAt) },
        {
          key: "state",
          head: t.state,
          cell: ({ id, decision }) => (id === inForceId ? t.states.inForce : t.states[decision ?? "waiting"]),
        },
      ]}
    />
  );
}
