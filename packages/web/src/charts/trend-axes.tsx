import { type Month, monthAtIndex, monthIndex } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import type { TrendScale } from "./trend-scale.ts";
import styles from "./trend.module.css";

type Props = { readonly scale: TrendScale; readonly font: number };

/** Five lines from 0 to 100 %, and the years beneath. */
export function Axes({ scale, font }: Props): ReactElement {
  const years: Month[] = [];
  for (let at = monthIndex(scale.first); at <= monthIndex(scale.last); at += 1)
    if (at % 12 === 0) years.push(monthAtIndex(at));
  return (
    <g aria-hidden="true">
      {[0, 25, 50, 75, 100].map((percent) => (
        <g key={percent}>
          <path className={styles["grid"]} d={`M${scale.left} ${scale.y(percent)}H${scale.right}`} />
          <text
            className={styles["axis"]}
            x={scale.left - 6}
            y={scale.y(percent) + font * 0.35}
            textAnchor="end"
          >
            {percent === 100 ? "100%" : percent}
          </text>
        </g>
      ))}
      {years.map((month) => (
        <g key={month}>
          <path className={styles["grid"]} d={`M${scale.x(month)} ${scale.bottom}v5`} />
          <text
            className={styles["axis"]}
            x={scale.x(month)}
            y={scale.bottom + font * 1.6}
            textAnchor="middle"
          >
            {month.slice(0, 4)}
          </text>
        </g>
      ))}
    </g>
  );
}
