import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { dashboardTexts } from "#language/dashboards.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { FilterBar, SelectField } from "#ui";
import type { DashboardFilters } from "./dashboard-filters.ts";

/** Area and month; both stand in the address, and on paper in the heading and the sentence under it. */
export function DashboardFiltersView({ filters }: { readonly filters: DashboardFilters }): ReactElement {
  const t = useTexts(dashboardTexts);
  const to = useLocalPath();
  const { pathname, search } = useLocation();
  const kept = new URLSearchParams(search);
  const keep = Object.fromEntries(
    ["lihat", "urut", "tabel"].map((name) => [name, kept.get(name) ?? undefined]),
  );
  const hasAreas = filters.areas.length > 1;
  return (
    <FilterBar action={hasAreas ? to("/dasbor") : pathname} keep={keep} clearHref={filters.clearHref}>
      {hasAreas && (
        <SelectField name="wilayah" label={t.area} defaultValue={filters.area} options={filters.areas} />
      )}
      <SelectField name="bulan" label={t.month} defaultValue={filters.month} options={filters.months} />
    </FilterBar>
  );
}
