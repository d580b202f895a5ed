import type { LawWarning } from "@tuwai/domain/tariff";
import type { ReactElement } from "react";
import { formatDate } from "#language/format.ts";
import { tariffTexts } from "#language/tariff.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Notice } from "#ui";

/** What is red in the law: a window about to end, or a decree not entered. */
export function TariffWarnings({
  warnings,
}: {
  readonly warnings: readonly LawWarning[];
}): ReactElement | null {
  const t = useTexts(tariffTexts);
  const language = useLanguage();
  if (warnings.length === 0) return null;
  const say = (warning: LawWarning): string => {
    if (warning.kind === "decree-missing") return t.warnings.decree(String(warning.year));
    const [subject, day] = [t.subjects[warning.row.subject], formatDate(language, warning.row.until)];
    return warning.kind === "ends-by-law"
      ? t.warnings.byLaw(subject, day)
      : t.warnings.mustBeRead(subject, day);
  };
  return (
    <Notice tone="err" title={t.warnings.title}>
      <ul>
        {warnings.map((warning) => (
          <li key={say(warning)}>{say(warning)}</li>
        ))}
      </ul>
    </Notice>
  );
}
