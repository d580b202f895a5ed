import type { Purse } from "@tuwai/server/ledger";
import type { ReactElement } from "react";
import { formatRupiah } from "#language/format.ts";
import { ledgerTexts } from "#language/ledger.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type Sum = Exclude<keyof Purse, "bank">;

/** Every bank account since the books began: what came in is what went out and what is left. */
export function PurseTable({ purses }: { readonly purses: readonly Purse[] }): ReactElement {
  const t = useTexts(ledgerTexts);
  const language = useLanguage();
  const sums = (["moneyIn", "moneyOut", "balance"] as const).map((key: Sum) => ({
    key,
    head: t.purses[key],
    number: true as const,
    cell: (purse: Purse) => formatRupiah(language, purse[key]),
    total: formatRupiah(
      language,
      purses.reduce((sum, purse) => sum + purse[key], 0),
    ),
  }));
  return (
    <Table
      caption={t.purses.caption}
      rows={purses}
      keyOf={({ bank }) => bank}
      columns={[
        { key: "bank", head: t.purses.bank, cell: ({ bank }) => bank, total: t.balances.total },
        ...sums,
      ]}
    />
  );
}
