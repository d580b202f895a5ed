import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getPlan, listScenarios, type PlanAnswer } from "@tuwai/server/planning";
import { listRegions } from "@tuwai/server/regions";
import { formatNumber } from "#language/format.ts";
import { type Language, languageOf } from "#language/language.ts";
import { planningTexts } from "#language/planning.ts";
import { readInputs } from "./plan-query.ts";
import { saidOfInputs } from "./said-of-inputs.ts";

export async function loadPlan([app, actor]: readonly [App, Actor], url: URL) {
  const written = readInputs((name) => url.searchParams.get(name));
  const answer = await getPlan(app, actor, { inputs: written });
  return {
    title: planFinding(answer, languageOf(url.pathname)),
    answer,
    said: saidOfInputs(answer, languageOf(url.pathname)),
    written,
    scenarios: await listScenarios(app, actor),
    names: await placeNames(app, actor),
    maySave: may(actor, "scenario.write"),
    operation: app.newId(),
  };
}

export type PlanData = Awaited<ReturnType<typeof loadPlan>>;

/** Names of villages and kecamatan by code. */
export async function placeNames(app: App, actor: Actor): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await listRegions(app, actor)).map(({ code, name }) => [code, name]));
}

function planFinding(answer: PlanAnswer, language: Language): string {
  const t = planningTexts[language];
  if (answer.outcome !== "planned") return t.title;
  const { fullMonths, families } = answer.result;
  return fullMonths === 0
    ? t.nothing
    : t.finding(formatNumber(language, fullMonths), formatNumber(language, families));
}
