import { type BoardSums, isStanding } from "@tuwai/domain/meetings";
import type { Board } from "@tuwai/server/meeting-board";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type TableProps = {
  readonly board: Board;
  readonly sums: BoardSums;
  readonly kecamatan: readonly { readonly code: string; readonly name: string }[];
};

/** The same in a table, for whoever listens or reads without scripts. A village that said nothing has a dash, never a zero. */
export function BoardTable({ board, sums, kecamatan }: TableProps): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (n: number) => formatRupiah(language, n);
  const names = new Map(kecamatan.map(({ code, name }) => [code, name]));
  const heads = board.villages.reduce((all, { promisedHeads }) => all + promisedHeads, 0);
  return (
    <Table
      id="layar-desa"
      caption={t.table.caption(number(sums.standing), number(sums.villages))}
      rows={board.villages}
      keyOf={({ code }) => code}
      regionOf={({ code }) => code}
      columns={[
        { key: "village", head: t.table.village, cell: ({ name }) => name, total: t.table.total },
        {
          key: "kecamatan",
          head: t.table.kecamatan,
          cell: (village) => names.get(village.kecamatan) ?? "",
          total: "",
          phone: "wide",
        },
        {
          key: "state",
          head: t.table.state,
          cell: ({ state, isShort }) => t.states[state] + (isShort ? `, ${t.shortYear}` : ""),
          total: "",
        },
        {
          key: "heads",
          head: t.table.heads,
          number: true,
          cell: (village) => (isStanding(village.state) ? number(village.promisedHeads) : "–"),
          total: number(heads),
        },
        {
          key: "promised",
          head: t.table.promised,
          number: true,
          cell: (village) => (isStanding(village.state) ? rupiah(village.promised) : "–"),
          total: rupiah(sums.promised),
        },
        {
          key: "need",
          head: t.table.need,
          number: true,
          cell: ({ need }) => rupiah(need),
          total: rupiah(sums.need),
        },
      ]}
    />
  );
}
