import type { ReactElement } from "react";
import { contributionTexts } from "#language/contributions.ts";
import { useTexts } from "#language/use-texts.ts";
import { Tag, type Status } from "#ui";
import { wordOf } from "#language/word-of.ts";

const statuses: Readonly<Record<string, Status>> = {
  "not-registered": "waiting",
  waiting: "process",
  "waiting-first-payment": "process",
  rejected: "refused",
  covered: "active",
  due: "active",
  "grace-1": "arrears",
  "grace-2": "arrears",
  "grace-3": "arrears",
  "village-owes": "arrears",
  listed: "waiting",
  ended: "inactive",
  died: "done",
};

/** The state of somebody's cover as shape and word. */
export function CoverTag({ state }: { readonly state: string }): ReactElement {
  const t = useTexts(contributionTexts);
  return <Tag status={statuses[state] ?? "waiting"}>{wordOf(t.coverStates, state)}</Tag>;
}
