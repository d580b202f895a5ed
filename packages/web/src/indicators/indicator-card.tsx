import { nextTarget } from "@tuwai/domain/indicators";
import type { Indicator } from "@tuwai/server/indicators";
import type { ReactElement } from "react";
import { indicatorTexts } from "#language/indicators.ts";
import { sourceInWords } from "#language/source-words.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Tag } from "#ui";
import {
  exactPercent,
  formulaInWords,
  partsInWords,
  percentInWords,
  placeInWords,
  whenInWords,
} from "./in-words.ts";
import styles from "./indicators.module.css";
import { sparkOf } from "./spark-of.ts";
import { Spark } from "./spark.tsx";

type City = { readonly code: string; readonly name: string };
type Props = {
  readonly indicator: Indicator;
  readonly city: City;
  readonly year: number;
  readonly lacks: string;
};

/** One series: its number, what it is made of, since when it has stood, its target, and how it is counted. */
export function IndicatorCard({ indicator, city, year, lacks }: Props): ReactElement {
  const t = useTexts(indicatorTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { code, latest, place } = indicator;
  const { name, says } = t.series[code];
  return (
    <Card title={name} id={code}>
      <Latest indicator={indicator} lacks={lacks} />
      {latest !== null && place !== city.code && (
        <p className="quiet small">{t.ofPlace(placeInWords(language, place, city))}</p>
      )}
      <Spark title={name} points={sparkOf(indicator, language)} />
      <TargetLine indicator={indicator} year={year} />
      <Disclosure summary={t.how}>
        <p>{says}</p>
        <p>{formulaInWords(language, indicator)}</p>
        <p>{t.enteredBy[indicator.enteredBy]}</p>
        <ul>
          {indicator.sources.map((source) => (
            <li key={source.name}>
              {sourceInWords(language, source.name)} ({t.marks[source.mark]})
            </li>
          ))}
        </ul>
      </Disclosure>
      <p>
        <a href={to(`/indikator/${code}`)}>
          {t.details}
          <span className="hidden-visually">: {name}</span>
        </a>
      </p>
    </Card>
  );
}

function Latest({ indicator, lacks }: Pick<Props, "indicator" | "lacks">) {
  const t = useTexts(indicatorTexts);
  const language = useLanguage();
  const { latest, unchangedSince } = indicator;
  if (latest === null)
    return (
      <>
        <p>
          <strong>{t.none}</strong>
        </p>
        <p className="quiet">{indicator.enteredBy === "register" ? t.noneReleased : t.noneWhy}</p>
      </>
    );
  const percent = percentInWords(language, latest);
  const parts = partsInWords(language, latest);
  const stands = unchangedSince !== null && unchangedSince !== latest.asOf;
  return (
    <>
      {percent === null ? <p>{t.noPercent}</p> : <p className={styles["number"]}>{percent}</p>}
      {parts !== null && (
        <p>
          <strong>{parts}</strong>
        </p>
      )}
      {lacks !== "" && percent === null && indicator.denominator === "vulnerable-estimate" && (
        <p>{t.noEstimate(lacks)}</p>
      )}
      <p className="quiet small">
        {t.asOf(whenInWords(language, latest.asOf))}
        {stands && <> · {t.since(whenInWords(language, unchangedSince))}</>}
      </p>
      {indicator.enteredBy === "desk" && (
        <p>
          <Tag status={latest.mark === "cannot-be-reproduced" ? "refused" : "waiting"}>
            {t.marks[latest.mark]}
          </Tag>
        </p>
      )}
    </>
  );
}

function TargetLine({ indicator: { ladder, targets }, year }: Pick<Props, "indicator" | "year">) {
  const t = useTexts(indicatorTexts);
  const language = useLanguage();
  if (ladder === null) return null;
  const next = nextTarget(targets, year);
  const last = targets.at(-1);
  const say = next === undefined ? t.lastTarget : t.target;
  const told = next ?? last;
  return (
    <p>
      {told === undefined
        ? t.noTarget(t.ladders[ladder])
        : say(String(told.year), exactPercent(language, told.percent))}
    </p>
  );
}
