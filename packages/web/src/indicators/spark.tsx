import type { ReactElement } from "react";
import styles from "./indicators.module.css";

export type SparkPoint = {
  readonly key: string;
  /** Years since 2000, with their part. */
  readonly at: number;
  readonly percent: number;
  /** "April 2025: 37%". */
  readonly label: string;
};

const height = 56;
const margin = 6;

/**
 * A few values of one series on a scale from 0 to 100 per cent, oldest left. Positions across are percentages of the width, so that dots
 * stay round; the same values stand in words beneath.
 */
export function Spark({
  title,
  points,
}: {
  readonly title: string;
  readonly points: readonly SparkPoint[];
}): ReactElement | null {
  if (points.length < 2) return null;
  const from = points[0]!.at;
  const to = points.at(-1)!.at;
  const placed = points.map((point) => ({
    ...point,
    x: 3 + (94 * (point.at - from)) / Math.max(to - from, 1 / 12),
    y: margin + (height - 2 * margin) * (1 - point.percent / 100),
  }));
  return (
    <figure className={styles["spark"]}>
      <svg width="100%" height={height} role="img" aria-label={title}>
        <line className={styles["grid"]} x1="0" x2="100%" y1={margin} y2={margin} />
        <line className={styles["grid"]} x1="0" x2="100%" y1={height - margin} y2={height - margin} />
        {placed.slice(1).map((point, at) => (
          <line
            key={point.key}
            className={styles["line"]}
            x1={`${placed[at]!.x}%`}
            x2={`${point.x}%`}
            y1={placed[at]!.y}
            y2={point.y}
          />
        ))}
        {placed.map((point) => (
          <circle key={point.key} className={styles["dot"]} cx={`${point.x}%`} cy={point.y} r="4" />
        ))}
      </svg>
      <figcaption className="quiet small">
        {points[0]!.label} → {points.at(-1)!.label}
      </figcaption>
    </figure>
  );
}
