import type { ReactElement } from "react";
import {
  flagsAt,
  lineThrough,
  observedAt,
  spreadLabels,
  type TrendBand,
  type TrendData,
  type TrendScale,
  trendScale,
  type TrendSize,
} from "./trend-scale.ts";
import { Axes } from "./trend-axes.tsx";
import { TrendFrame } from "./trend-frame.tsx";
import styles from "./trend.module.css";

/** Finished words at the ends of the lines: "40%" and "Okt 2026". */
export type TrendLabel = { readonly strong: string; readonly rest: string };

export type TrendWords = {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What the picture shows, for whoever does not see it. */
  readonly summary: string;
  readonly now: TrendLabel | null;
  readonly target: TrendLabel | null;
  readonly median: TrendLabel | null;
  readonly plan?: TrendLabel | undefined;
};

type Props = { readonly data: TrendData; readonly words: TrendWords; readonly size: TrendSize };

/** One drawing at one size. Text is never scaled; colours are variables, so that a dark wall sets its own. */
export function TrendDrawing({ data, words, size }: Props): ReactElement {
  const scale = trendScale(data, size);
  const { font } = size;
  return (
    <TrendFrame size={size} title={words.title} summary={words.summary}>
      <Axes scale={scale} font={font} />
      {data.fan !== null && <Fan fan={data.fan} data={data} scale={scale} />}
      <path
        className={styles["target"]}
        d={lineThrough(data.target.map(({ month, percent }) => [scale.x(month), scale.y(percent)]))}
      />
      {data.plan !== undefined && (
        <path
          className={styles["plan"]}
          d={lineThrough(data.plan.map(({ month, percent }) => [scale.x(month), scale.y(percent)]))}
        />
      )}
      <Past data={data} size={size} scale={scale} />
      <Labels data={data} words={words} scale={scale} font={font} />
      {flagsAt(data, scale, font).map((flag) => (
        <Flag key={flag.label} flag={flag} scale={scale} font={font} />
      ))}
    </TrendFrame>
  );
}

type FanProps = { readonly fan: readonly TrendBand[]; readonly data: TrendData; readonly scale: TrendScale };

function Fan({ fan, data, scale }: FanProps) {
  const now = data.observed.findLast(({ kind }) => kind !== "incomplete");
  const begin = now === undefined ? [] : [[scale.x(now.month), scale.y(now.percent)] as const];
  const edge = (of: (band: TrendBand) => number) => [
    ...begin,
    ...fan.map((band) => [scale.x(band.month), scale.y(of(band))] as const),
  ];
  const area = (low: (band: TrendBand) => number, high: (band: TrendBand) => number) =>
    `${lineThrough([...edge(high), ...edge(low).toReversed()])}Z`;
  return (
    <g aria-hidden="true">
      <path
        className={styles["band80"]}
        d={area(
          ({ low80 }) => low80,
          ({ high80 }) => high80,
        )}
      />
      <path
        className={styles["band50"]}
        d={area(
          ({ low50 }) => low50,
          ({ high50 }) => high50,
        )}
      />
      <path className={styles["median"]} d={lineThrough(edge(({ median }) => median))} />
    </g>
  );
}

type PastProps = { readonly data: TrendData; readonly size: TrendSize; readonly scale: TrendScale };

function Past({ data, size, scale }: PastProps) {
  const points = observedAt(data, size);
  const complete = points.filter(({ kind }) => kind !== "incomplete");
  const between = points.length < 2 ? 99 : Math.abs(scale.x(points[1]!.month) - scale.x(points[0]!.month));
  const radius = Math.max(1.8, Math.min(size.font / 4, between * 0.42));
  return (
    <g aria-hidden="true">
      <path
        className={styles["past"]}
        d={lineThrough(complete.map(({ month, percent }) => [scale.x(month), scale.y(percent)]))}
      />
      {points.map(({ month, percent, kind }) => (
        <circle
          key={month}
          className={styles[kind === "new" ? "dot" : "hollow"]}
          cx={scale.x(month)}
          cy={scale.y(percent)}
          r={month === complete.at(-1)?.month ? radius * 1.7 : radius}
        />
      ))}
    </g>
  );
}

type LabelsProps = {
  readonly data: TrendData;
  readonly words: TrendWords;
  readonly scale: TrendScale;
  readonly font: number;
};

function Labels({ data, words, scale, font }: LabelsProps) {
  const now = data.observed.findLast(({ kind }) => kind !== "incomplete");
  const ends = [
    { label: words.target, percent: data.target.at(-1)?.percent },
    { label: words.median, percent: data.fan?.at(-1)?.median },
    { label: words.plan ?? null, percent: data.plan?.at(-1)?.percent },
  ].flatMap(({ label, percent }) => (label === null || percent === undefined ? [] : [{ label, percent }]));
  const places = spreadLabels(
    ends.map(({ percent }) => scale.y(percent) + font * 0.35),
    font * 2.4,
    scale.bottom - font,
  );
  const at = now && nowPlace(now, { data, scale, font });
  return (
    <g aria-hidden="true">
      {ends.map(({ label, percent }, at) => (
        <text key={`${percent} ${label.rest}`} className={styles["label"]} x={scale.right + 6} y={places[at]}>
          <tspan className={styles["strong"]}>{label.strong}</tspan>
          <tspan x={scale.right + 6} dy={font * 1.2}>
            {label.rest}
          </tspan>
        </text>
      ))}
      {at !== undefined && words.now !== null && (
        <text className={styles["label"]} x={at.x} y={at.y}>
          <tspan className={styles["strong"]}>{words.now.strong}</tspan> {words.now.rest}
        </text>
      )}
    </g>
  );
}

type Beside = Pick<LabelsProps, "data" | "scale" | "font">;

/** Below the dot; where the axis is near beside it, under the line that climbs to the target, and above it where a line goes level. */
function nowPlace({ month, percent }: TrendData["observed"][number], { data, scale, font }: Beside) {
  const [dot, y] = [scale.x(month), scale.y(percent)];
  const x = Math.max(scale.left + 4, dot - font);
  if (y + font * 2.2 < scale.bottom) return { x, y: y + font * 1.9 };
  const goesLevel = data.fan !== null || (data.plan ?? []).length > 0;
  const isFree = !goesLevel && data.target.length > 1 && dot < (scale.left + scale.right) / 2;
  return isFree ? { x: dot + font * 1.6, y: y + font * 0.4 } : { x, y: y - font };
}

type FlagProps = {
  readonly flag: ReturnType<typeof flagsAt>[number];
  readonly scale: TrendScale;
  readonly font: number;
};

function Flag({ flag: { xs, label }, scale, font }: FlagProps) {
  const middle = (xs[0]! + xs.at(-1)!) / 2;
  return (
    <g aria-hidden="true">
      <path className={styles["flag"]} d={xs.map((x) => `M${x} ${scale.top}V${scale.bottom}`).join("")} />
      <text className={styles["label"]} x={middle} y={scale.top - 4} fontSize={font} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}
