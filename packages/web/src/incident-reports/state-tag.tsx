import type { ListedReport } from "@tuwai/server/incident-reports";
import type { ReactElement } from "react";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { useTexts } from "#language/use-texts.ts";
import { type Status, Tag } from "#ui";

const marks: Readonly<Record<ListedReport["state"], Status>> = {
  reported: "decision",
  confirmed: "process",
  refuted: "inactive",
  merged: "inactive",
};

export function StateTag({ report }: { readonly report: ListedReport }): ReactElement {
  const t = useTexts(incidentDeskTexts);
  const { state, followedAt } = report;
  if (state === "confirmed" && followedAt !== null) return <Tag status="done">{t.followed}</Tag>;
  return <Tag status={marks[state]}>{t.states[state]}</Tag>;
}
