import type { ReactElement } from "react";
import type { HistoryRow } from "@tuwai/server/workers";
import { shortDayOf } from "#language/day-of.ts";
import { wordOf } from "#language/word-of.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import { lifeEventTexts } from "#language/life-events.ts";
import { workerCoverTexts } from "#language/worker-cover.ts";
import { workerTexts } from "#language/worker.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { EmptyState, Table } from "#ui";

type Props = { readonly history: readonly HistoryRow[] | null };

/** What happened, newest first; null for roles that may not read histories. */
export function WorkerHistory({ history }: Props): ReactElement | null {
  const t = useTexts(workerCoverTexts);
  const language = useLanguage();
  const detailOf = useDetail();
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
        { key: "detail", head: h.detail, cell: detailOf },
      ]}
    />
  );
}

function useDetail(): (row: HistoryRow) => string {
  const t = useTexts(workerCoverTexts);
  const { registries } = useTexts(workerTexts);
  const { kinds } = useTexts(importTexts);
  const { fundSources } = useTexts(contributionTexts);
  const language = useLanguage();
  const { documents } = useTexts(lifeEventTexts);
  const words = { ...kinds, ...registries, ...fundSources, ...documents };
  return ({ code, month, detail }) =>
    [
      month === null ? "" : t.forMonth(formatMonth(language, month)),
      code ?? "",
      detail === null ? "" : wordOf(words, detail),
    ]
      .filter((part) => part !== "")
      .join(" · ");
}
