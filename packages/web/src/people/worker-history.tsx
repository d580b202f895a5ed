import type { ReactElement } from "react";
import type { HistoryRow } from "@tuwai/server/workers";
import { shortDayOf } from "#language/day-of.ts";
import { wordOf } from "#language/word-of.ts";
import { workerCoverTexts } from "#language/worker-cover.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { EmptyState, Table } from "#ui";
import { sayHappening } from "./say-happening.ts";

type Props = { readonly history: readonly HistoryRow[] | null };

/** What happened, newest first; null for roles that may not read histories. */
export function WorkerHistory({ history }: Props): ReactElement | null {
  const t = useTexts(workerCoverTexts);
  const language = useLanguage();
  if (history === null) return null;
  if (history.length === 0) return <EmptyState title={t.noHistory} />;
  const rows = history.map((row, index) => ({ ...row, key: String(index) }));
  const h = t.historyColumns;
  return (
    <Table
      id="riwayat"
      caption={t.history}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: "what", head: h.what, cell: ({ kind }) => wordOf(t.happenings, kind) },
        { key: "at", head: h.at, cell: ({ at }) => shortDayOf(language, at) },
        { key: "detail", phone: "wide", head: h.detail, cell: (row) => sayHappening(language, row) },
      ]}
    />
  );
}
