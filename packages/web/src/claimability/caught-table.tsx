import type { CaughtRefusal } from "@tuwai/server/claimability";
import type { ReactElement } from "react";
import { claimabilityTexts } from "#language/claimability.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

/** What refused claims teach: by which check each would have been caught before the packet left. */
export function CaughtTable({ rows }: { readonly rows: readonly CaughtRefusal[] }): ReactElement | null {
  const t = useTexts(claimabilityTexts);
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{t.caught.title}</h2>
      <Table
        caption={t.caught.caption}
        rows={rows}
        keyOf={({ refusal }) => refusal}
        columns={[
          { key: "refusal", head: t.caught.refusal, cell: ({ refusal }) => t.refusals[refusal] },
          {
            key: "count",
            number: true,
            head: t.caught.count,
            cell: ({ count }) => formatNumber(language, count),
          },
          {
            key: "checks",
            phone: "wide",
            head: t.caught.checks,
            cell: ({ checks }) =>
              checks.length === 0 ? (
                t.caught.none
              ) : (
                <ul>
                  {checks.map((code) => (
                    <li key={code}>{t.checks[code]}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>
  );
}
