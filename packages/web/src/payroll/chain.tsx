import type { ReactElement } from "react";
import { formatRupiah } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, DescriptionList } from "#ui";

export type ChainSums = {
  readonly promised: number;
  readonly deducted: number | null;
  readonly matched: number | null;
  readonly paid: number | null;
};

/** Four amounts that must be equal: promised, deducted, on the account, at BPJS. What is not known yet says so. */
export function Chain({ sums }: { readonly sums: ChainSums }): ReactElement {
  const t = useTexts(payrollTexts).batch;
  const language = useLanguage();
  const shown = (amount: number | null) => (amount === null ? t.notYet : formatRupiah(language, amount));
  return (
    <Card title={t.chain}>
      <p className="quiet small">{t.chainCaption}</p>
      <DescriptionList
        facts={(["promised", "deducted", "matched", "paid"] as const).map((key) => ({
          name: t.steps[key],
          value: shown(sums[key]),
        }))}
      />
    </Card>
  );
}
