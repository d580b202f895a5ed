import type { CommitmentTotals, VillageCommitments } from "@tuwai/server/commitments";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { BulletBar } from "./bullet-bar.tsx";
import { StateTag, StatusLine } from "./status-tag.tsx";

export type VillageLine = Omit<VillageCommitments, "groups" | "changedAt">;

/** Every village with need, promise, budget and money; the bar is the same row drawn. */
export function CommitmentTable(props: {
  readonly rows: readonly VillageLine[];
  readonly year: number;
  readonly totals: CommitmentTotals;
}): ReactElement {
  const t = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { rows, year, totals } = props;
  const rupiah = (n: number) => formatRupiah(language, n);
  return (
    <>
      <Table
        caption={t.caption(formatNumber(language, rows.length), String(year))}
        rows={rows}
        keyOf={({ villageCode }) => villageCode}
        regionOf={({ villageCode }) => villageCode}
        columns={[
          {
            key: "village",
            head: t.columns.village,
            total: t.village.need.total,
            cell: ({ villageCode, name }) => (
              <a href={to(`/anggaran/komitmen/${villageCode}?tahun=${year}`)}>{name}</a>
            ),
          },
          {
            key: "need",
            head: t.columns.need,
            number: true,
            total: rupiah(totals.need),
            cell: ({ need, heads }) => (
              <>
                {rupiah(need)}
                <div className="quiet small">{t.people(formatNumber(language, heads))}</div>
              </>
            ),
          },
          ...(["promised", "budgeted", "paid"] as const).map((stage) => ({
            key: stage,
            head: t.columns[stage],
            number: true,
            total: rupiah(totals[stage]),
            cell: (row: VillageLine) => (row.state === "belum" ? "–" : rupiah(row[stage])),
          })),
          {
            key: "bar",
            head: t.columns.share,
            phone: "wide",
            total: "",
            cell: (row) => <BulletBar {...row} />,
          },
          {
            key: "state",
            head: t.columns.state,
            phone: "wide",
            total: "",
            cell: ({ state, status }) => (
              <>
                <StateTag state={state} />
                <StatusLine status={status} />
              </>
            ),
          },
        ]}
      />
      <p className="quiet small">{t.barKey}</p>
    </>
  );
}
