import type { ReactElement } from "react";
import { Table } from "#ui";

export type TrendPoint = {
  readonly month: string;
  readonly monthText: string;
  readonly percent: number;
  readonly valueText: string;
  /** An old number used again: drawn hollow, so that standstill looks like standstill. */
  readonly carried: boolean;
};

type TrendLineProps = {
  readonly title: string;
  readonly points: readonly TrendPoint[];
  readonly heads: { readonly month: string; readonly value: string; readonly note: string };
  readonly carriedText: string;
};

const top = 16;
const bottom = 132;

/** Months on an axis that always runs from 0 to 100 %, and the table it was drawn from. */
export function TrendLine({ title, points, heads, carriedText }: TrendLineProps): ReactElement {
  const x = (at: number): string => `${points.length < 2 ? 50 : 2 + (96 * at) / (points.length - 1)}%`;
  return (
    <figure className="chart">
      <svg className="trend" role="img" aria-label={title}>
        {[0, 25, 50, 75, 100].map((percent) => (
          <line key={percent} className="rule" x1="0" x2="100%" y1={y(percent)} y2={y(percent)} />
        ))}
        {[0, 50, 100].map((percent) => (
          <text key={percent} x="0" y={y(percent) - 4}>
            {`${percent}%`}
          </text>
        ))}
        {points.slice(1).map((point, at) => (
          <line
            key={point.month}
            className="line"
            x1={x(at)}
            x2={x(at + 1)}
            y1={y(points[at]!.percent)}
            y2={y(point.percent)}
          />
        ))}
        {points.map((point, at) => (
          <circle
            key={point.month}
            className={point.carried ? "dot-hollow" : "dot"}
            cx={x(at)}
            cy={y(point.percent)}
            r="4"
          />
        ))}
      </svg>
      <Table
        caption={title}
        rows={points}
        keyOf={(point) => point.month}
        columns={[
          { key: "month", head: heads.month, cell: (point) => point.monthText },
          { key: "value", head: heads.value, cell: (point) => point.valueText, number: true },
          { key: "note", head: heads.note, cell: (point) => (point.carried ? carriedText : "") },
        ]}
      />
    </figure>
  );
}

function y(percent: number): number {
  return bottom - ((bottom - top) * percent) / 100;
}
