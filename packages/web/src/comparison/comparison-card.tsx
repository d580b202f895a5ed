import type { ReactElement } from "react";
import type { Comparison } from "@tuwai/server/comparison";
import { comparisonTexts } from "#language/comparison.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, type FormErrors } from "#ui";
import { AbsentCard } from "./absent-card.tsx";

type Props = {
  readonly comparison: Comparison;
  readonly operation: string;
  readonly today: string;
  readonly errors?: FormErrors | undefined;
};

/** What a list changes before it is saved, and whom it no longer names. */
export function ComparisonCard(props: Props): ReactElement {
  const { counts } = props.comparison;
  const t = useTexts(comparisonTexts);
  const language = useLanguage();
  const number = (n: number): string => formatNumber(language, n);
  return (
    <>
      <Card title={t.title}>
        <p>
          {t.counts(number(counts.added), number(counts.changed), number(counts.same), number(counts.gone))}
        </p>
        <Added {...props} />
        <Changed {...props} />
      </Card>
      {counts.toAsk > 0 && <AbsentCard {...props} />}
    </>
  );
}

function Added({ comparison: { counts, added } }: Props): ReactElement | null {
  const t = useTexts(comparisonTexts);
  const language = useLanguage();
  const number = (n: number): string => formatNumber(language, n);
  if (added.length === 0) return null;
  const rest = counts.added - added.length;
  return (
    <Disclosure summary={t.added(number(counts.added))}>
      {counts.movedHere !== null && counts.movedHere > 0 && <p>{t.movedHere(number(counts.movedHere))}</p>}
      <ul>
        {added.map(({ row, name, movedFrom }) => (
          <li key={row}>
            {name}{" "}
            <span className="quiet small">
              {[t.row(number(row)), ...(movedFrom === null ? [] : [t.movedFrom(movedFrom)])].join(" · ")}
            </span>
          </li>
        ))}
        {rest > 0 && <li>{t.more(number(rest))}</li>}
      </ul>
    </Disclosure>
  );
}

function Changed({ comparison: { counts, changed } }: Props): ReactElement | null {
  const t = useTexts(comparisonTexts);
  const to = useLocalPath();
  const language = useLanguage();
  if (changed.length === 0) return null;
  const rest = counts.changed - changed.length;
  return (
    <Disclosure summary={t.changed(formatNumber(language, counts.changed))}>
      <ul>
        {changed.map(({ code, name, fields }) => (
          <li key={code}>
            <a href={to(`/pekerja/${code}`)}>{name}</a>{" "}
            <span className="quiet small">{fields.map((field) => t.fields[field]).join(", ")}</span>
          </li>
        ))}
        {rest > 0 && <li>{t.more(formatNumber(language, rest))}</li>}
      </ul>
    </Disclosure>
  );
}
