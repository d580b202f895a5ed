import { chart } from "@tuwai/domain/ledger";
import type { ReactElement } from "react";
import { formatRupiah } from "#language/format.ts";
import { ledgerTexts } from "#language/ledger.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";

type Props = { readonly postings: readonly { readonly account: string; readonly amount: number }[] };

/** The lines of an entry in words: which account gets it and which gives it. */
export function Postings({ postings }: Props): ReactElement {
  const t = useTexts(ledgerTexts);
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {postings.map(({ account, amount }) => {
        const name = chart.find(({ number }) => number === account.slice(0, 4))?.name;
        const side = amount > 0 ? t.balances.debit : t.balances.credit;
        return (
          <li key={account}>
            {name === undefined ? account : t.accounts[name]}: {side}{" "}
            {formatRupiah(language, Math.abs(amount))}
          </li>
        );
      })}
    </ul>
  );
}
