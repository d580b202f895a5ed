import type { Books } from "@tuwai/server/ledger";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { ledgerTexts } from "#language/ledger.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type Props = { readonly balances: Books["balances"]; readonly total: number };

/** Every account with its balance on its side; both sides come to the same sum. */
export function BalanceTable({ balances, total }: Props): ReactElement {
  const t = useTexts(ledgerTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const side = (amount: number) => (amount > 0 ? formatRupiah(language, amount) : "–");
  return (
    <Table
      caption={t.balances.caption}
      rows={balances}
      keyOf={({ number }) => number}
      columns={[
        {
          key: "account",
          head: t.balances.account,
          cell: ({ number, name }) => (
            <a href={to(`/iuran/buku?akun=${number}`)}>
              {number} {t.accounts[name]}
            </a>
          ),
          total: t.balances.total,
        },
        {
          key: "count",
          head: t.balances.count,
          number: true,
          cell: ({ accounts }) => formatNumber(language, accounts),
          total: "",
        },
        {
          key: "debit",
          head: t.balances.debit,
          number: true,
          cell: ({ amount }) => side(amount),
          total: formatRupiah(language, total),
        },
        {
          key: "credit",
          head: t.balances.credit,
          number: true,
          cell: ({ amount }) => side(-amount),
          total: formatRupiah(language, total),
        },
      ]}
    />
  );
}
