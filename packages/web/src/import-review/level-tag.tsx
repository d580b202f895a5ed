import type { ReactElement } from "react";
import { importStepTexts } from "#language/import-steps.ts";
import { useTexts } from "#language/use-texts.ts";
import { Tag, type Status } from "#ui";
import { severityOf, type Level } from "./check-query.ts";

const statuses: Readonly<Record<Level, Status>> = { harus: "inactive", lihat: "arrears", tahu: "waiting" };

export function LevelTag({ level }: { readonly level: Level }): ReactElement {
  const t = useTexts(importStepTexts).check;
  return <Tag status={statuses[level]}>{t.levels[severityOf(level)]}</Tag>;
}
