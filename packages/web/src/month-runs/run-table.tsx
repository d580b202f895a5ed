import type { Period } from "@tuwai/server/month-runs";
import type { ReactElement } from "react";
import { formatInstant, formatNumber, formatRupiah } from "#language/format.ts";
import { monthRunTexts } from "#language/month-runs.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Disclosure, Table } from "#ui";

/** What the last runs of the month changed. */
export function RunTable({ runs }: { readonly runs: Period["runs"] }): ReactElement | null {
  const t = useTexts(monthRunTexts).runs;
  const language = useLanguage();
  if (runs.length === 0) return null;
  const change = (n: number, rupiah: number) =>
    n === 0 ? "0" : `${formatNumber(language, n)} (${formatRupiah(language, rupiah)})`;
  return (
    <Disclosure summary={t.caption}>
      <Table
        caption={t.caption}
        rows={runs}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "at",
            head: t.at,
            cell: (run) =>
              formatInstant(language, run.startedAt) + (run.finishedAt === null ? ` · ${t.going}` : ""),
          },
          {
            key: "workers",
            head: t.workers,
            number: true,
            cell: (run) => formatNumber(language, run.workers),
          },
          { key: "added", head: t.added, number: true, cell: (run) => change(run.added, run.addedRupiah) },
          {
            key: "reversed",
            head: t.reversed,
            number: true,
            cell: (run) => change(run.reversed, run.reversedRupiah),
          },
          { key: "parked", head: t.parked, number: true, cell: (run) => formatNumber(language, run.parked) },
        ]}
      />
    </Disclosure>
  );
}
