import type { Bill } from "@tuwai/server/bills";
import type { ReactElement } from "react";
import { billTexts } from "#language/bills.ts";
import { useTexts } from "#language/use-texts.ts";
import { type Status, Tag } from "#ui";

const statuses: Readonly<Record<Bill["state"], Status>> = {
  "no-bill": "waiting",
  unpaid: "process",
  differs: "arrears",
  answered: "done",
  even: "active",
};

export function BillState({ state }: Pick<Bill, "state">): ReactElement {
  const t = useTexts(billTexts);
  return <Tag status={statuses[state]}>{t.states[state]}</Tag>;
}
