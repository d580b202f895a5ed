import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { RankedDots, TileMap, VillageMap } from "#charts";
import { coverageTexts } from "#language/coverage.ts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { useTexts } from "#language/use-texts.ts";
import { ButtonLink, LinkChips, withQuery } from "#ui";
import { villageOrders } from "./village-chart.ts";
import { type VillageForms, villageViews } from "./village-forms.ts";

/** One question, four forms: the fourth, the table, is the tab beside the chart. */
export function VillageFormsView({ forms }: { readonly forms: VillageForms }): ReactElement {
  const t = useTexts(dashboardChartTexts).villages;
  const { pathname, search } = useLocation();
  const { query } = forms;
  const href = (changes: Record<string, string | null>) => `${pathname}${withQuery(search, changes)}#desa`;
  return (
    <div className="stack">
      <LinkChips
        label={t.viewLabel}
        choices={villageViews.map((view) => ({
          href: href({ lihat: view === "peringkat" ? null : view, semua: null }),
          label: t.views[view],
          current: view === query.view,
        }))}
      />
      {query.view === "peringkat" && (
        <LinkChips
          label={t.orderLabel}
          choices={villageOrders.map((order) => ({
            href: href({ urut: order === "terendah" ? null : order }),
            label: t.orders[order],
            current: order === query.order,
          }))}
        />
      )}
      <Chosen forms={forms} showAll={href({ semua: "1" })} />
    </div>
  );
}

function Chosen({
  forms,
  showAll,
}: {
  readonly forms: VillageForms;
  readonly showAll: string;
}): ReactElement {
  const t = useTexts(dashboardChartTexts).villages;
  const c = useTexts(coverageTexts);
  const { query, rows, total, tiles, drawing, reference, referenceText } = forms;
  if (query.view === "petak")
    return tiles.length === 0 ? (
      <p>{c.noMap}</p>
    ) : (
      <TileMap title={c.tileTitle} tiles={tiles} values={rows} />
    );
  if (query.view === "peta")
    return drawing === null ? (
      <p>{c.noMap}</p>
    ) : (
      <VillageMap title={c.mapTitle} drawing={drawing} values={rows} />
    );
  return (
    <>
      <RankedDots title={t.orders[query.order]} rows={rows} reference={reference} />
      {referenceText !== "" && <p className="quiet small">{t.cityLine(referenceText)}</p>}
      {rows.length < total && (
        <div>
          <ButtonLink look="plain" small href={showAll}>
            {t.showAll(String(total))}
          </ButtonLink>
        </div>
      )}
    </>
  );
}
