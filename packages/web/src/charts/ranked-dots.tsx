import type { ReactElement } from "react";
import type { RegionValue } from "./region-value.ts";

export type RankedRow = RegionValue & {
  /** "Kel." and the like, after the name. */
  readonly note?: string;
  /** "87/143" beside the share. */
  readonly partsText: string;
  /** Share some months ago: a hollow dot, joined to today's. */
  readonly before?: number | null;
};

type RankedDotsProps = {
  readonly title: string;
  readonly rows: readonly RankedRow[];
  /** A dotted line through all rows, explained in words by the caller: the city's share, or a target. */
  readonly reference: number | null;
};

const ticks = [0, 20, 40, 60, 80, 100];

/** One row per village on a track from 0 to 100 %, each row a link that reads as a sentence. */
export function RankedDots({ title, rows, reference }: RankedDotsProps): ReactElement {
  return (
    <ol className="ranking" aria-label={title}>
      {rows.map((row) => (
        <li key={row.code}>
          <a href={row.href}>
            <span className="hidden-visually">{row.label}</span>
            <span className="name" aria-hidden="true">
              {row.name} {row.note && <span className="quiet small">{row.note}</span>}
            </span>
            <Track percent={row.percent} before={row.before ?? null} reference={reference} />
            <span className="value" aria-hidden="true">
              {row.valueText} <small>{row.partsText}</small>
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}

type TrackProps = {
  readonly percent: number | null;
  readonly before: number | null;
  readonly reference: number | null;
};

/** Positions are percentages of the width: dots stay round and text is never scaled. */
function Track({ percent, before, reference }: TrackProps): ReactElement {
  return (
    <svg className="track" aria-hidden="true">
      <line className="rule" x1="0" x2="100%" y1="8" y2="8" />
      {ticks.map((tick) => (
        <line key={tick} className="tick" x1={`${tick}%`} x2={`${tick}%`} y1="5" y2="11" />
      ))}
      {reference !== null && (
        <line className="city" x1={`${reference}%`} x2={`${reference}%`} y1="0" y2="16" />
      )}
      {percent !== null && before !== null && (
        <>
          <line className="change" x1={`${before}%`} x2={`${percent}%`} y1="8" y2="8" />
          <circle className="dot-hollow" cx={`${before}%`} cy="8" r="4.5" />
        </>
      )}
      {percent !== null && <circle className="dot" cx={`${percent}%`} cy="8" r="5.5" />}
    </svg>
  );
}
