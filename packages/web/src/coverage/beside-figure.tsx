import type { ReactElement } from "react";
import type { ExactShare } from "@tuwai/server/coverage";
import { coverageTexts } from "#language/coverage.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { DescriptionList } from "#ui";

/** Members and listed people whom the figure does not count, each by why; nothing where there are none. */
export function BesideFigure({ beside }: { readonly beside: ExactShare["beside"] }): ReactElement | null {
  const t = useTexts(coverageTexts);
  const language = useLanguage();
  const kinds = (["grace", "waitingFirstPayment", "listOnly"] as const).filter((kind) => beside[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <>
      <p className="quiet small">{t.beside.title}</p>
      <DescriptionList
        facts={kinds.map((kind) => ({ name: t.beside[kind], value: formatNumber(language, beside[kind]) }))}
      />
    </>
  );
}
