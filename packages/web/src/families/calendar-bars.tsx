import type { ChildCalendar } from "@tuwai/domain/families";
import type { ShownChild } from "@tuwai/server/families";
import type { ReactElement } from "react";
import { familyTexts } from "#language/families.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import styles from "./families.module.css";

type Year = ChildCalendar["years"][number];

/** One child's scholarship: a bar of years, what each level brings, when it ends, and the next letter. */
export function CalendarBar(props: { readonly child: ShownChild; readonly title: string }): ReactElement {
  const t = useTexts(familyTexts).calendar;
  const language = useLanguage();
  const { calendar } = props.child;
  if (calendar === null) return <p className="quiet">{t.living}</p>;
  const { because, years, total, ends, nextLetter } = calendar;
  if (years.length === 0)
    return (
      <p>
        <strong>{props.title}</strong>: {because === null ? t.none : t.because[because]}
      </p>
    );
  return (
    <div className={styles["bar"]}>
      <strong>
        {props.title}: {formatRupiah(language, total)}
      </strong>
      <ol className={styles["years"]} aria-hidden="true">
        {years.map(({ year, level }) => (
          <li key={year} className={styles[level]} />
        ))}
      </ol>
      <Levels years={years} />
      {nextLetter !== null && (
        <span>
          {nextLetter.letter === "received"
            ? null
            : t.letter[nextLetter.letter](
                String(nextLetter.year),
                formatDate(language, nextLetter.letterDueOn),
              )}
        </span>
      )}
      {ends !== null && (
        <span className="quiet small">{t.ends[ends.because](formatDate(language, ends.on))}</span>
      )}
    </div>
  );
}

function Levels({ years }: { readonly years: readonly Year[] }): ReactElement {
  const t = useTexts(familyTexts).calendar;
  const language = useLanguage();
  const levels = [...Map.groupBy(years, ({ level }) => level)];
  return (
    <ul className={styles["levels"]}>
      {levels.map(([level, of]) => (
        <li key={level}>
          <span className={`${styles["key"]} ${styles[level]}`} aria-hidden="true" />
          <span>
            {t.levels[level]}{" "}
            <span className="quiet">{t.span(String(of[0]!.year), String(of.at(-1)!.year))}</span>
          </span>
          <span>{t.each(formatNumber(language, of.length), formatRupiah(language, of[0]!.amount))}</span>
        </li>
      ))}
    </ul>
  );
}
