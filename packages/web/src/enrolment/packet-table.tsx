import type { ReactElement } from "react";
import type { ListedPacket } from "@tuwai/server/packets";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { StateTag } from "./state-tag.tsx";

/** Packets newest first, with how far each has come. */
export function PacketTable({ packets }: { readonly packets: readonly ListedPacket[] }): ReactElement {
  const t = useTexts(enrolmentTexts).list;
  const language = useLanguage();
  const to = useLocalPath();
  const c = t.packetColumns;
  const number = (key: "lines" | "accepted" | "rejected") => ({
    key,
    head: c[key],
    number: true,
    cell: (row: ListedPacket) => formatNumber(language, row[key]),
  });
  return (
    <Table
      caption={t.packets}
      rows={packets}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "code",
          head: c.code,
          cell: ({ code }) => <a href={to(`/kepesertaan/pendaftaran/${code}`)}>{code}</a>,
        },
        {
          key: "state",
          head: c.state,
          cell: ({ state }) => <StateTag of="packetStates" state={state} />,
        },
        { key: "month", head: c.month, cell: ({ month }) => formatMonth(language, month) },
        number("lines"),
        number("accepted"),
        number("rejected"),
        {
          key: "total",
          head: c.total,
          number: true,
          cell: ({ totalRupiah }) => formatRupiah(language, totalRupiah),
        },
      ]}
    />
  );
}
