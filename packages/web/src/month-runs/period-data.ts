import { shiftMonth } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getPeriod, previewMonth } from "@tuwai/server/month-runs";
import { seenSections } from "#contributions";
import { formatMonth } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { monthRunTexts } from "#language/month-runs.ts";

/** In the address where somebody asks what a run would change: that goes through every worker of the city. */
const previewKey = "pratinjau";

/** What the page of a month shows, whether it was asked for by its name or as this month. */
export async function periodData(
  app: App,
  actor: Actor,
  {
    month: asked,
    language,
    url,
  }: { readonly month: string; readonly language: Language; readonly url: string },
) {
  const period = await getPeriod(app, actor, { month: asked });
  const { month, thisMonth } = period;
  const canRun = may(actor, "contribution.month.run") && month <= shiftMonth(thisMonth, 1);
  return {
    title: monthRunTexts[language].title(formatMonth(language, month)),
    ...period,
    sections: seenSections(actor),
    seesArrears: may(actor, "arrears.read"),
    operation: app.newId(),
    canRun,
    previewTo: `?${previewKey}=1`,
    preview:
      canRun && new URL(url).searchParams.has(previewKey) ? await previewMonth(app, actor, { month }) : null,
  };
}

export type PeriodData = Awaited<ReturnType<typeof periodData>>;
