import type { FamilyFigures } from "@tuwai/server/aftercare";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Tag } from "#ui";
import styles from "./aftercare.module.css";
import { Bar, Mark } from "./bar.tsx";

type Props = { readonly figures: FamilyFigures };

/** Families kept above the line and families that fell, with what each number is made of. */
export function FiguresCard({ figures }: Props): ReactElement {
  const t = useTexts(aftercareTexts).figures;
  const language = useLanguage();
  const { all, asOf, line } = figures;
  return (
    <Card title={t.title}>
      <div className={styles["pair"]}>
        <Share name={t.kept} count={all?.keptAbove} figures={figures} />
        <Share name={t.fell} count={all?.fell} figures={figures} />
      </div>
      <p className="quiet">
        {asOf === null ? t.noRelease : t.asOf(formatDate(language, asOf))} ·{" "}
        {t.line(formatNumber(language, line.decile))}{" "}
        {!line.confirmed && <Tag status="waiting">{t.unconfirmed}</Tag>}
      </p>
      <ByCover figures={figures} />
      <How figures={figures} />
    </Card>
  );
}

type ShareProps = Props & { readonly name: string; readonly count: number | undefined };

function Share({ name, count, figures: { all, least } }: ShareProps) {
  const t = useTexts(aftercareTexts).figures;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  return (
    <div>
      <h3>{name}</h3>
      {all === null || count === undefined ? (
        <p>{t.hidden(number(least))}</p>
      ) : (
        <p className={styles["share"]}>{t.of(number(count), number(all.denominator))}</p>
      )}
    </div>
  );
}

function ByCover({ figures }: Props) {
  const t = useTexts(aftercareTexts).figures;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  return (
    <figure className={styles["bars"]}>
      <figcaption>
        <strong>{t.byCover}</strong>
        <ul className="legend">
          <li>
            <Mark look="full" /> {t.legend.kept}
          </li>
          <li>
            <Mark look="striped" /> {t.legend.fell}
          </li>
        </ul>
      </figcaption>
      {(["covered", "uncovered"] as const).map((side) => {
        const figure = figures[side];
        return (
          <div key={side}>
            <strong>{t.sides[side]}</strong>
            <p>
              {figure === null
                ? t.hidden(number(figures.least))
                : figure.denominator === 0
                  ? t.nobody
                  : t.bar(number(figure.keptAbove), number(figure.fell))}
            </p>
            {figure !== null && (
              <Bar
                parts={[
                  { key: "kept", count: figure.keptAbove, look: "full" },
                  { key: "fell", count: figure.fell, look: "striped" },
                ]}
              />
            )}
          </div>
        );
      })}
    </figure>
  );
}

function How({ figures: { all, families } }: Props) {
  const t = useTexts(aftercareTexts).figures;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  return (
    <Disclosure summary={t.how}>
      <p>{t.howText}</p>
      {families !== null && <p>{t.followed(number(families))}</p>}
      {all !== null && <p>{t.leftOut(number(all.wasPoor), number(all.unknown))}</p>}
      <p>{t.difference}</p>
    </Disclosure>
  );
}
