import type { BackupState } from "@tuwai/server/upkeep";
import type { ReactElement } from "react";
import { dayOf } from "#language/day-of.ts";
import { upkeepTexts } from "#language/upkeep.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Notice } from "#ui";

/** Whether the city could be brought back from its last backup, and what to do when not. */
export function BackupNotice({ backup }: { readonly backup: BackupState }): ReactElement {
  const t = useTexts(upkeepTexts).backup;
  const language = useLanguage();
  const { problem, madeAt, checkedAt } = backup;
  const day = madeAt === null ? "" : dayOf(language, madeAt);
  if (problem === null)
    return (
      <Notice tone="ok" title={t.good(day)}>
        {checkedAt === null ? t.notYetChecked : t.opened(dayOf(language, checkedAt))}
      </Notice>
    );
  return (
    <Notice tone="warn" title={t.problems[problem](day)}>
      {t.toDo} <code>{t.command}</code>
    </Notice>
  );
}
