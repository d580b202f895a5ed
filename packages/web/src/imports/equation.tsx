import type { ReactElement } from "react";
import type { RowCounts } from "@tuwai/server/imports";
import { formatNumber } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { DescriptionList, Disclosure } from "#ui";

/** The law of conservation in one line: every physical row of the sheet has exactly one fate. */
export function Equation({ counts }: { readonly counts: RowCounts | null }): ReactElement | null {
  const t = useTexts(importTexts);
  const language = useLanguage();
  if (counts === null) return null;
  const number = (value: number): string => formatNumber(language, value);
  const { read, accepted, repair, skipped, detail } = counts;
  const parts = ["applied", "unchanged", "quarantined", "duplicate", "leftOut", "blank", "header"] as const;
  return (
    <div className="stack">
      <p>
        <strong>{t.equation.text(number(read), number(accepted), number(repair), number(skipped))}</strong>{" "}
        <span className="quiet small">{t.equation.label}</span>
      </p>
      <Disclosure summary={t.equation.details}>
        <DescriptionList
          facts={parts.map((part) => ({ name: t.equation[part], value: number(detail[part] ?? 0) }))}
        />
      </Disclosure>
    </div>
  );
}
