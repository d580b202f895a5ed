import { shiftMonth } from "@tuwai/domain/time";
import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getPeriod, previewMonth } from "@tuwai/server/month-runs";
import { seenSections } from "#contributions";
import { formatMonth } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { monthRunTexts } from "#language/month-runs.ts";

/** What the page of a month shows, whether it was asked for by its name or as this month. */
export async function periodData(
  app: App,
  actor: Actor,
  { month: asked, language }: { readonly month: string; readonly language: Language },
) {
  const period = await getPeriod(app, actor, { month: asked });
  const { month, thisMonth } = period;
  const canRun = may(actor, "contribution.month.run") && month <= shiftMonth(thisMonth, 1);
  return {
    title: monthRunTexts[language].title(formatMonth(language, month)),
    ...period,
    sections: seenSections(actor),
    operation: app.newId(),
    preview: canRun ? await previewMonth(app, actor, { month }) : null,
    previous: shiftMonth(month, -1),
    next: shiftMonth(month, 1),
  };
}

export type PeriodData = Awaited<ReturnType<typeof periodData>>;
