import type { FundMonth } from "@tuwai/domain/alms";
import type { ShownCount } from "@tuwai/server/alms";
import type { ReactElement } from "react";
import { almsTexts } from "#language/alms.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { DescriptionList } from "#ui";

/** A count as the public may know it, in words. */
export const sayCount = (language: Language, count: ShownCount): string =>
  count === "few" ? almsTexts[language].few : formatNumber(language, count);

/** What was there, what came in, what went out and what is left. */
export function SumsTable(props: {
  readonly sums: FundMonth;
  readonly children: ShownCount;
  readonly receipts?: ShownCount;
}): ReactElement {
  const t = useTexts(almsTexts);
  const language = useLanguage();
  const { sums, children, receipts } = props;
  const money = (name: keyof FundMonth) => ({
    name: t.sums[name],
    value: formatRupiah(language, sums[name]),
  });
  return (
    <>
      <DescriptionList
        facts={[
          money("opening"),
          money("received"),
          ...(receipts === undefined ? [] : [{ name: t.sums.receipts, value: sayCount(language, receipts) }]),
          money("distributed"),
          { name: t.sums.children, value: sayCount(language, children) },
          money("costs"),
          money("left"),
        ]}
      />
      <p className="quiet small">
        {t.openingNote} {t.childrenSafe}
      </p>
    </>
  );
}
