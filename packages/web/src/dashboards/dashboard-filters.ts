import { lastCompleteMonth } from "@tuwai/domain/figures";
import { monthAtIndex, monthIndex } from "@tuwai/domain/time";
import { compareNames } from "#language/compare-names.ts";
import { dashboardTexts } from "#language/dashboards.ts";
import { formatMonth } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { type Option, withQuery } from "#ui";
import type { Charted } from "./chart-words.ts";
import { placePath } from "./place-path.ts";

/** What a reader may choose between, and what is chosen; `clearHref` only while something is. */
export type DashboardFilters = {
  readonly areas: readonly Option[];
  readonly area: string;
  readonly months: readonly Option[];
  readonly month: string;
  readonly clearHref: string | undefined;
};

type Around = {
  readonly scope: string | null;
  readonly kecamatan: readonly { readonly code: string; readonly name: string }[];
};

/** Areas from the reader's own downwards, with the villages of what is looked at; months from the newest complete one back. */
export function dashboardFilters(charted: Charted, around: Around): DashboardFilters {
  const { dashboard, language } = charted;
  const { place, months, lastMonth, today } = dashboard;
  const newest = lastCompleteMonth(today);
  const first = months[0]?.month ?? newest;
  const count = Math.max(0, monthIndex(newest) - monthIndex(first)) + 1;
  const known = Array.from({ length: count }, (_, back) => monthAtIndex(monthIndex(newest) - back));
  const areas = areasOf(charted, around);
  const area = place.villageCode ?? place.kecamatanCode ?? "";
  const isChosen = lastMonth !== newest || area !== (areas[0]?.value ?? area);
  return {
    areas,
    area,
    months: known.map((month) => ({ value: month, label: formatMonth(language, month) })),
    month: lastMonth,
    clearHref: isChosen ? localPath(language, "/dasbor") : undefined,
  };
}

function areasOf({ dashboard, language }: Charted, { scope, kecamatan }: Around): readonly Option[] {
  const t = dashboardTexts[language];
  const { place, villages, seesPersons } = dashboard;
  // Of smaller places than the city only what is released.
  if (!seesPersons) return [];
  if (scope !== "C" && place.kecamatanCode === null) return [];
  const own = kecamatan.filter(({ code }) => scope === "C" || code === place.kecamatanCode);
  const within = villages
    .map(({ code, name }) => ({ value: code, label: name }))
    .toSorted((a, b) => compareNames(a.label, b.label));
  return [
    ...(scope === "C" ? [{ value: "", label: t.wholeCity }] : []),
    ...own.map(({ code, name }) => ({ value: code, label: t.kecamatan(name) })),
    ...within,
  ];
}

/** Where the filter bar leads: the area stands in the path, the month behind it. Null for an address that asks for no area. */
export function filteredPath({ pathname, searchParams, search }: URL): string | null {
  const area = searchParams.get("wilayah");
  if (area === null) return null;
  const isCode = /^[\d.]{8,13}$/.test(area);
  const place = isCode ? { kecamatanCode: area.slice(0, 8), villageCode: area.length > 8 ? area : null } : {};
  return localPath(languageOf(pathname), placePath(place)) + withQuery(search, { wilayah: null });
}
