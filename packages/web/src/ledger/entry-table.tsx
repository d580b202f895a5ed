import type { AccountName } from "@tuwai/domain/ledger";
import type { Books } from "@tuwai/server/ledger";
import type { ReactElement } from "react";
import { formatMonth, formatNumber, formatShortDate } from "#language/format.ts";
import { ledgerTexts } from "#language/ledger.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Table, Tag } from "#ui";
import { Postings } from "./postings.tsx";

type Props = { readonly entries: Books["entries"]["rows"]; readonly account: AccountName | null };

/** Entries as they stand in the books, with what became of them. */
export function EntryTable({ entries, account }: Props): ReactElement {
  const t = useTexts(ledgerTexts);
  const language = useLanguage();
  return (
    <Table
      caption={account === null ? t.entries.caption : t.entries.of(t.accounts[account])}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "what",
          head: t.entries.what,
          cell: ({ kind, serviceMonth, reason }) => (
            <>
              {wordOf(t.kinds, kind)}
              {serviceMonth !== null && ` ${formatMonth(language, serviceMonth)}`}
              {reason !== null && <span className="quiet small"> · {reason}</span>}
            </>
          ),
        },
        { key: "number", head: t.entries.number, cell: ({ seq }) => formatNumber(language, seq) },
        { key: "day", head: t.entries.day, cell: ({ valueDate }) => formatShortDate(language, valueDate) },
        {
          key: "lines",
          head: t.entries.lines,
          phone: "wide",
          cell: ({ postings }) => <Postings postings={postings} />,
        },
        {
          key: "state",
          head: t.entries.state,
          cell: ({ isReversed, reverses }) =>
            isReversed ? (
              <Tag status="inactive">{t.entries.reversed}</Tag>
            ) : reverses === null ? (
              t.entries.standing
            ) : (
              t.entries.reversal
            ),
        },
      ]}
    />
  );
}
