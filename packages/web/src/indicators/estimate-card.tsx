import type { EstimateShown, EstimateSource } from "@tuwai/server/indicators";
import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { sourceInWords } from "#language/source-words.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Table, type Column } from "#ui";
import { whenInWords } from "./in-words.ts";
import styles from "./indicators.module.css";

/** How many vulnerable workers there are, with the range, the sources, and what is still to be known. */
export function EstimateCard({ estimate }: { readonly estimate: EstimateShown }): ReactElement {
  const t = useTexts(indicatorTexts).estimate;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  const { city, sources, earlier } = estimate;
  const main = sources.filter(({ kind }) => kind !== "village-persons");
  return (
    <Card title={t.title} id="perkiraan">
      {city === null ? (
        <>
          <p>
            <strong>{t.missing(missingInWords(estimate, t.missingNames))}</strong>
          </p>
          <p className="quiet">{t.enter}</p>
        </>
      ) : (
        <p className={styles["number"]}>
          {t.finding(number(city.middle), number(city.low), number(city.high))}
        </p>
      )}
      <p>{t.why}</p>
      {city !== null && (
        <Disclosure summary={t.sourcesTitle}>
          <p>{t.formula}</p>
          {!sources.some(({ kind }) => kind === "out-of-scope") && <p>{t.noOutOfScope}</p>}
          <Sources rows={main} />
          {earlier.length > 0 && (
            <>
              <p>{t.earlier(number(earlier.length))}</p>
              <ul>
                {earlier.map((one) => (
                  <li key={one.number}>
                    {number(one.middle)} ({number(one.low)}–{number(one.high)})
                  </li>
                ))}
              </ul>
            </>
          )}
        </Disclosure>
      )}
    </Card>
  );
}

export function missingInWords(
  { missing }: Pick<EstimateShown, "missing">,
  names: Readonly<Record<EstimateShown["missing"][number], string>>,
): string {
  return missing.map((what) => names[what]).join(", ");
}

function Sources({ rows }: { readonly rows: readonly EstimateSource[] }) {
  const texts = useTexts(indicatorTexts);
  const t = texts.estimate;
  const language = useLanguage();
  const amount = (n: number) => formatNumber(language, n, Number.isInteger(n) ? 0 : 2);
  const figure = (key: "low" | "middle" | "high"): Column<EstimateSource> => ({
    key,
    head: t.columns[key],
    cell: (row) => amount(row[key]),
    number: true,
  });
  return (
    <Table
      caption={t.sourcesTitle}
      keyOf={({ kind, place }) => `${kind} ${place}`}
      rows={rows}
      columns={[
        { key: "kind", head: t.columns.kind, cell: ({ kind, place }) => `${t.kinds[kind]} (${place})` },
        figure("low"),
        figure("middle"),
        figure("high"),
        { key: "mark", head: t.columns.mark, cell: ({ mark }) => texts.marks[mark] },
        {
          key: "source",
          head: t.columns.source,
          cell: ({ source, asOf }) =>
            `${sourceInWords(language, source)}${asOf === "" ? "" : ` (${whenInWords(language, asOf)})`}`,
          phone: "wide",
        },
      ]}
    />
  );
}
