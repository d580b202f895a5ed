import type { ReactElement } from "react";
import type { RowFates } from "@tuwai/server/import-review";
import type { RowCounts } from "@tuwai/server/imports";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import { importFateTexts } from "#language/import-fates.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Notice } from "#ui";

type Props = {
  readonly fates: RowFates;
  readonly counts: RowCounts;
  readonly code: string;
  readonly linksWorkers: boolean;
};

const mostNames = 300;

/** Every row read has one fate, and the parts add up to the rows read. Nobody is out of sight: each part opens to its names. */
export function RowFatesCard({ fates, counts, code, linksWorkers }: Props): ReactElement {
  const t = useTexts(importFateTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  const { detail } = counts;
  const rest = [
    [counts.accepted - detail.applied - detail.unchanged, t.waiting],
    [detail.unchanged, t.unchanged],
    [fates.elsewhere, t.elsewhere],
    [counts.repair, t.repair],
    [detail.duplicate, t.duplicate],
    [detail.leftOut ?? 0, t.leftOut],
    [detail.blank + detail.header, t.aside],
  ] as const;
  const parts = [...fates.fates.map(({ name, rows }) => [rows.length, t.fates[name].name] as const), ...rest];
  const said = parts.filter(([n]) => n !== 0).map(([n, name]) => t.people(number(n), name));
  return (
    <Card title={t.title}>
      {fates.isLinking && <Notice>{t.linking}</Notice>}
      <p>{t.sum(number(counts.read), said.join(" + "))}</p>
      {fates.fates.map((fate) => (
        <Disclosure key={fate.name} summary={t.people(number(fate.rows.length), t.fates[fate.name].name)}>
          <p className="quiet">{t.fates[fate.name].what}</p>
          <Names fate={fate} linksWorkers={linksWorkers} />
        </Disclosure>
      ))}
      {counts.repair > 0 && (
        <p>
          <a href={to(`/impor/${code}/periksa`)}>{t.mend}</a>
        </p>
      )}
    </Card>
  );
}

type NamesProps = { readonly fate: RowFates["fates"][number]; readonly linksWorkers: boolean };

function Names({ fate, linksWorkers }: NamesProps): ReactElement {
  const t = useTexts(importFateTexts);
  const reasons: Readonly<Record<string, string>> = useTexts(eligibilityTexts).reasons;
  const to = useLocalPath();
  const language = useLanguage();
  const rest = fate.rows.length - mostNames;
  return (
    <ul>
      {fate.rows.slice(0, mostNames).map((row) => (
        <li key={row.row}>
          {linksWorkers ? <a href={to(`/pekerja/${row.code}`)}>{row.fullName}</a> : row.fullName}{" "}
          <span className="quiet small">
            {t.row(formatNumber(language, row.row))}
            {fate.name === "not-eligible" &&
              ` · ${row.reasons.map((reason) => reasons[reason] ?? reason).join(", ")}`}
          </span>
        </li>
      ))}
      {rest > 0 && <li>{t.more(formatNumber(language, rest))}</li>}
    </ul>
  );
}
