import type { PlanBasis, Planned } from "@tuwai/server/planning";
import type { ReactElement } from "react";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Disclosure, Notice } from "#ui";
import { inputFields } from "./plan-query.ts";

/** What a reader must know before believing the numbers; nothing where there is nothing. */
export function PlanNotices({
  planned,
  said: ofInputs,
}: {
  readonly planned: Planned;
  /** By input what became of it, where today's figures are known. */
  readonly said?: Readonly<Partial<Record<string, string>>>;
}): ReactElement | null {
  const texts = useTexts(planningTexts);
  const t = texts.notices;
  const language = useLanguage();
  const { measures, assumedFrom } = planned.result;
  const number = (value: number) => formatNumber(language, value);
  const capped = measures
    .filter(({ asked, people }) => people < asked)
    .map(({ measure, asked, people }) => t.capped(texts.why.codes[measure], number(asked), number(people)));
  const said = [
    ...(ofInputs === undefined
      ? capped
      : inputFields.flatMap((field) =>
          ofInputs[field] === undefined ? [] : [`${texts.form[field]}: ${ofInputs[field]}`],
        )),
    ...(measures.some(({ people }) => people > 0)
      ? [t.atOnce(formatMonth(language, planned.basis.baseline.from))]
      : []),
    ...(measures.some(
      ({ measure, people, fullMonths }) => measure === "grants" && people > 0 && fullMonths === 0,
    )
      ? [t.shortGrant]
      : []),
    ...(assumedFrom === null ? [] : [t.assumed(formatMonth(language, assumedFrom))]),
  ];
  if (said.length === 0) return null;
  return (
    <Notice tone="warn">
      <ul>
        {said.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Everything the numbers rest on. */
export function Recipe({ basis }: { readonly basis: PlanBasis }): ReactElement {
  const t = useTexts(planningTexts).recipe;
  const language = useLanguage();
  return (
    <Disclosure summary={t.title}>
      <p>{t.data(formatMonth(language, basis.dataAsOf))}</p>
      <p>{t.path[basis.path]}</p>
      <p>{t.spread}</p>
      <ul>
        {basis.prices.map(({ payer, from, rupiah, isAssumed, sources }) => (
          <li key={`${payer} ${from}`}>
            {t.price(formatRupiah(language, rupiah), formatMonth(language, from), t.payers[payer])}{" "}
            <span className="quiet small">
              {isAssumed
                ? t.assumed
                : sources
                    .map(({ instrument, article, mark }) => `${instrument}, ${article} (${t.marks[mark]})`)
                    .join("; ")}
            </span>
          </li>
        ))}
      </ul>
      <p>{t.versions(String(basis.planVersion), String(basis.forecastVersion))}</p>
    </Disclosure>
  );
}
