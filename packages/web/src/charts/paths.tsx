import { type Month, monthAtIndex, monthIndex } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import { lineThrough, spreadLabels, trendScale, type TrendSize } from "./trend-scale.ts";
import { Axes } from "./trend-axes.tsx";
import { TrendFrame } from "./trend-frame.tsx";
import styles from "./trend.module.css";

/** `past`: solid. `median`: dotted. `target`: dashed. Each is named at its end, so that no colour has to be told apart. */
export type PathLine = {
  readonly look: "past" | "median" | "target";
  readonly name: string;
  readonly points: readonly { readonly month: Month; readonly percent: number }[];
  /** "68%" before the name. */
  readonly end: string;
};

type Props = { readonly title: string; readonly summary: string; readonly lines: readonly PathLine[] };

const phone: TrendSize = { width: 296, height: 220, font: 12, end: 104 };
const wide: TrendSize = { width: 560, height: 280, font: 13, end: 120 };

const large: TrendSize = { width: 860, height: 340, font: 13, end: 130 };

/** Several ways that coverage may go, on one axis from 0 to 100 %; a table must stand beside it. */
export function Paths(props: Props): ReactElement {
  return (
    <div className={styles["trend"]}>
      <div className={styles["phone"]}>
        <Drawing {...props} size={phone} />
      </div>
      <div className={styles["wide"]}>
        <Drawing {...props} size={wide} />
      </div>
      <div className={styles["large"]}>
        <Drawing {...props} size={large} />
      </div>
    </div>
  );
}

function Drawing({ title, summary, lines, size }: Props & { readonly size: TrendSize }) {
  const all = lines.flatMap(({ points }) => points);
  const scale = trendScale({ observed: [], target: all, fan: null }, size);
  const { font } = size;
  const places = spreadLabels(
    lines.map(({ points }) => scale.y(points.at(-1)?.percent ?? 0) + font * 0.35),
    font * 2.5,
    scale.bottom - font,
  );
  return (
    <TrendFrame size={size} title={title} summary={summary}>
      <Axes scale={scale} font={font} />
      {lines.map(({ name, look, points, end }, at) => (
        <g key={name} aria-hidden="true">
          <path
            className={styles[look]}
            d={lineThrough(points.map(({ month, percent }) => [scale.x(month), scale.y(percent)]))}
          />
          <text className={styles["label"]} x={scale.right + 6} y={places[at]}>
            <tspan className={styles["strong"]}>{end}</tspan>
            <tspan x={scale.right + 6} dy={font * 1.2}>
              {name}
            </tspan>
          </text>
        </g>
      ))}
    </TrendFrame>
  );
}

/** The last month of each year from one month to another, both ends among them. */
export function yearEnds(from: Month, until: Month): Month[] {
  const months: Month[] = [];
  for (let at = monthIndex(from); at <= monthIndex(until); at += 1)
    if (at % 12 === 11 || at === monthIndex(until)) months.push(monthAtIndex(at));
  return months;
}
