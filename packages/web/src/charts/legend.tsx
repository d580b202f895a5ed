import type { ReactElement } from "react";
import { chartTexts } from "#language/charts.ts";
import { useTexts } from "#language/use-texts.ts";
import { bands } from "./region-value.ts";

/** The five fixed bands with their numbers, and the hatch that means "no number". */
export function Legend(): ReactElement {
  const t = useTexts(chartTexts);
  return (
    <ul className="legend" aria-label={t.legend}>
      {bands.map((from, at) => (
        <li key={from}>
          <svg viewBox="0 0 18 14" aria-hidden="true">
            <rect width="18" height="14" className={`k${at}`} />
          </svg>
          {t.band(from, from + 20)}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 18 14" aria-hidden="true">
          <rect width="18" height="14" fill="url(#hatch)" />
        </svg>
        {t.noNumber}
      </li>
    </ul>
  );
}
