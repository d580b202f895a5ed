import type { ReactElement } from "react";
import type { ImportState } from "@tuwai/server/imports";
import { importTexts } from "#language/imports.ts";
import { useTexts } from "#language/use-texts.ts";
import { Tag, type Status } from "#ui";

const statuses: Readonly<Record<ImportState, Status>> = {
  received: "process",
  refused: "refused",
  "needs-mapping": "decision",
  checked: "decision",
  "awaiting-approval": "waiting",
  applying: "process",
  applied: "active",
  undone: "inactive",
  discarded: "inactive",
};

/** How far a file has come, as shape and word. */
export function StateTag({ state }: { readonly state: ImportState }): ReactElement {
  const t = useTexts(importTexts);
  return <Tag status={statuses[state]}>{t.states[state]}</Tag>;
}
