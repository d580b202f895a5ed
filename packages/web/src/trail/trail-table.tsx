import type { ReactElement } from "react";
import { trailTexts } from "#language/trail.ts";
import { useTexts } from "#language/use-texts.ts";
import { Table, Tag, type Column, type Status } from "#ui";
import type { SaidEntry } from "./say-entry.ts";

/** What happened names the row; who, when and how it ended stand beside it. */
export function TrailTable({ rows }: { readonly rows: readonly SaidEntry[] }): ReactElement {
  const t = useTexts(trailTexts);
  const columns: readonly Column<SaidEntry>[] = [
    {
      key: "what",
      head: t.columns.what,
      cell: ({ what, times }) => (
        <>
          {what}
          {times > 1 && <div className="quiet small">{t.times(times)}</div>}
        </>
      ),
    },
    { key: "at", head: t.columns.at, cell: ({ at }) => at },
    {
      key: "who",
      head: t.columns.who,
      phone: "wide",
      cell: ({ who, capacity }) => (
        <>
          {who}
          <div className="quiet small">{capacity}</div>
        </>
      ),
    },
    {
      key: "result",
      head: t.columns.result,
      cell: ({ result }) => <Tag status={statuses[result]}>{t.results[result]}</Tag>,
    },
    {
      key: "object",
      head: t.columns.object,
      phone: "wide",
      cell: ({ object, details }) => (
        <>
          {object}
          {details !== "" && <div className="quiet small">{shortened(details)}</div>}
        </>
      ),
    },
  ];
  return <Table caption={t.caption} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

const statuses: Readonly<Record<SaidEntry["result"], Status>> = {
  done: "done",
  refused: "decision",
  denied: "refused",
};

/** One entry may name hundreds of ids; all of them stand in the file. */
function shortened(details: string): string {
  return details.length > longest ? `${details.slice(0, longest)}…` : details;
}

const longest = 160;
