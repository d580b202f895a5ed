import type { ReactElement, ReactNode } from "react";
import { chartTexts } from "#language/charts.ts";
import { useTexts } from "#language/use-texts.ts";
import { ArrowKeys, tabStop } from "./arrow-keys.tsx";
import { Hatch } from "./hatch.tsx";
import { Legend } from "./legend.tsx";
import { fillOf, type RegionValue } from "./region-value.ts";

type VillageMapProps = {
  readonly title: string;
  readonly caption?: ReactNode;
  readonly drawing: {
    readonly width: number;
    readonly height: number;
    readonly borders: string;
    readonly shapes: readonly { readonly code: string; readonly d: string }[];
  };
  readonly values: readonly RegionValue[];
  /** Code of the village to outline. */
  readonly selected?: string;
};

/** Villages coloured by share; each is a link, focusable, with its sentence as title. A table must stand beside it. */
export function VillageMap({ title, caption, drawing, values, selected }: VillageMapProps): ReactElement {
  const t = useTexts(chartTexts);
  const byCode = new Map(values.map((value) => [value.code, value]));
  const drawn = drawing.shapes.flatMap(({ code, d }) => {
    const value = byCode.get(code);
    return value ? [{ code, d, value }] : [];
  });
  // The outlined village is painted last, so that no neighbour covers its line.
  const painted = drawn.toSorted((a, b) => Number(a.code === selected) - Number(b.code === selected));
  const stop = drawn.some(({ code }) => code === selected) ? selected : painted[0]?.code;
  return (
    <figure className="chart">
      <svg
        className="map"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label={title}
        data-arrows
      >
        <defs>
          <Hatch />
        </defs>
        {painted.map(({ code, d, value }) => (
          <a
            key={code}
            href={value.href}
            tabIndex={tabStop(code, stop)}
            className={code === selected ? "selected" : undefined}
            aria-label={value.label}
          >
            <path data-region={code} d={d} {...fillOf(value.percent)}>
              <title>{value.label}</title>
            </path>
          </a>
        ))}
        <path className="borders" d={drawing.borders} />
      </svg>
      <ArrowKeys />
      <Legend />
      <figcaption className="quiet small">
        {caption}
        <span>{t.indicative}</span>
      </figcaption>
    </figure>
  );
}
