import type { ChangeRow } from "@tuwai/server/targeting";
import type { ReactElement } from "react";
import { decileWatchTexts } from "#language/decile-watch.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import type { GroupWord } from "./watch-groups.ts";

type Props = { readonly rows: readonly ChangeRow[]; readonly group: GroupWord };

/** The people of one group of changes, with what either release says. */
export function ChangeTable({ rows, group }: Props): ReactElement {
  const words = useTexts(decileWatchTexts);
  const t = words.list;
  const to = useLocalPath();
  const side = (decile: string | null, village: string | null) =>
    decile === null && village === null
      ? t.absent
      : [village, decile === null ? null : t.decile(decile)].filter((word) => word !== null).join(", ");
  return (
    <Table
      caption={t.caption(words.groups[group])}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "name",
          head: t.columns.name,
          cell: ({ name, personCode }) =>
            personCode === null ? name : <a href={to(`/pekerja/${personCode}`)}>{name}</a>,
        },
        {
          key: "village",
          head: t.columns.village,
          cell: ({ villageName }) => villageName ?? t.unknownVillage,
        },
        { key: "was", head: t.columns.was, cell: ({ decileWas, villageWas }) => side(decileWas, villageWas) },
        { key: "is", head: t.columns.is, cell: ({ decileIs, villageIs }) => side(decileIs, villageIs) },
      ]}
    />
  );
}
