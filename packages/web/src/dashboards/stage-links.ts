import { exitNames, stageNames } from "@tuwai/domain/dashboards";
import { may, scopeOf } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { localPath } from "#language/language.ts";
import { withQuery } from "#ui";
import { type Charted, sayings } from "./chart-words.ts";

export type StageLink = { readonly href: string; readonly label: string };

/** From each stage that somebody stands in to the list of these people, for whoever may read it. */
export function stageLinks(charted: Charted, actor: Actor): readonly StageLink[] {
  if (!may(actor, "worker.list") || !may(actor, "worker.stage.read")) return [];
  const { dashboard, language } = charted;
  const { stages, place } = dashboard;
  const { names } = dashboardChartTexts[language].stages;
  const { told } = sayings(charted);
  // A narrower reader's list is of the own area already.
  const isCity = scopeOf(actor, "dashboard.read") === "C";
  const kecamatan = isCity && place.level === "kecamatan" ? place.kecamatanCode : null;
  return [...stageNames, ...exitNames].flatMap((name) => {
    const people = stages[name]?.people ?? 0;
    if (people === 0) return [];
    const query = withQuery("", { posisi: name, desa: place.villageCode, kecamatan });
    return [{ href: localPath(language, "/pekerja") + query, label: `${names[name]} (${told(people)})` }];
  });
}
