import type { ReactElement } from "react";
import { chartTexts } from "#language/charts.ts";
import { useTexts } from "#language/use-texts.ts";
import { TrendDrawing, type TrendWords } from "./trend-drawing.tsx";
import type { TrendData, TrendSize } from "./trend-scale.ts";
import styles from "./trend.module.css";

const phone: TrendSize = { width: 296, height: 220, font: 12, end: 76, behind: 12 };
const wide: TrendSize = { width: 560, height: 300, font: 13, end: 92 };

type Props = { readonly data: TrendData; readonly words: TrendWords };

const large: TrendSize = { width: 860, height: 360, font: 13, end: 100 };

/**
 * Covered over time, against the target and what may come. Three drawings, of which the width of the place they stand in shows
 * one; what the marks mean stands beneath. A table with the same numbers must stand beside it (`TrendTable`).
 */
export function Trend({ data, words }: Props): ReactElement {
  return (
    <div className={styles["trend"]}>
      <div className={styles["phone"]}>
        <TrendDrawing data={data} words={words} size={phone} />
      </div>
      <div className={styles["wide"]}>
        <TrendDrawing data={data} words={words} size={wide} />
      </div>
      <div className={styles["large"]}>
        <TrendDrawing data={data} words={words} size={large} />
      </div>
      <TrendLegend data={data} />
    </div>
  );
}

function TrendLegend({ data }: { readonly data: TrendData }) {
  const t = useTexts(chartTexts).trend;
  const has = (kind: string) => data.observed.some((point) => point.kind === kind);
  return (
    <ul className="legend" aria-label={t.legend}>
      <Mark name={t.observed} line="past" dot="dot" />
      {has("same") && <Mark name={t.same} dot="hollow" />}
      {has("incomplete") && <Mark name={t.incomplete} dot="hollow" />}
      {data.target.length > 1 && <Mark name={t.target} line="target" />}
      {data.plan !== undefined && <Mark name={t.plan} line="plan" />}
      {(data.events ?? []).length > 0 && <Mark name={t.events} flag />}
      {data.fan !== null && (
        <>
          <Mark name={t.median} line="median" />
          <Mark name={t.band50} box="band50" />
          <Mark name={t.band80} box="band80" />
        </>
      )}
    </ul>
  );
}

type MarkProps = {
  readonly name: string;
  readonly line?: string;
  readonly dot?: string;
  readonly box?: string;
  readonly flag?: boolean;
};

function Mark({ name, line, dot, box, flag = false }: MarkProps) {
  return (
    <li>
      <svg className={styles["mark"]} viewBox="0 0 26 14" aria-hidden="true">
        {line !== undefined && <path className={styles[line]} d="M1 7H25" />}
        {box !== undefined && <path className={styles[box]} d="M1 1H25V13H1Z" />}
        {flag && <path className={styles["flag"]} d="M13 0V14" />}
        {dot !== undefined && <circle className={styles[dot]} cx="13" cy="7" r="4" />}
      </svg>
      {name}
    </li>
  );
}
