import type { ReactElement } from "react";
import type { EndorsementSummary } from "@tuwai/server/endorsements";
import { shortDayOf } from "#language/day-of.ts";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { StateTag } from "./state-tag.tsx";

/** Lists, newest first; no person is named. */
export function ListTable({ lists }: { readonly lists: readonly EndorsementSummary[] }): ReactElement {
  const t = useTexts(eligibilityTexts).lists;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={t.caption}
      rows={lists}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "code",
          head: t.columns.code,
          cell: ({ id, code }) => <a href={to(`/penetapan/${id}`)}>{code}</a>,
        },
        { key: "village", head: t.columns.village, cell: ({ villageName }) => villageName },
        { key: "state", head: t.columns.state, cell: ({ state }) => <StateTag state={state} /> },
        {
          key: "included",
          head: t.columns.included,
          number: true,
          cell: ({ included }) => formatNumber(language, included),
        },
        {
          key: "excluded",
          head: t.columns.excluded,
          number: true,
          cell: ({ excluded }) => formatNumber(language, excluded),
        },
        {
          key: "proposed",
          head: t.columns.proposed,
          cell: ({ proposedAt }) => shortDayOf(language, proposedAt),
        },
        {
          key: "decided",
          phone: "left-out",
          head: t.columns.decided,
          cell: ({ decidedAt }) => (decidedAt === null ? t.pending : shortDayOf(language, decidedAt)),
        },
      ]}
    />
  );
}
