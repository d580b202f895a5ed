import type { PlanInputs, PlanMeasure } from "@tuwai/domain/planner";
import type { PlanAnswer } from "@tuwai/server/planning";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { planningTexts } from "#language/planning.ts";

const fields: Readonly<Record<PlanMeasure, keyof PlanInputs>> = {
  sponsors: "sponsors",
  budget: "budget",
  rescued: "rescued",
  grants: "grantPeople",
};

/** Beside each input with how many it was reckoned, where that is fewer than asked for. */
export function saidOfInputs(
  answer: PlanAnswer,
  language: Language,
): Readonly<Partial<Record<keyof PlanInputs, string>>> {
  if (answer.outcome !== "planned") return {};
  const t = planningTexts[language].caps;
  const number = (value: number) => formatNumber(language, value);
  const capped = answer.result.measures
    .filter(({ asked, people }) => people < asked)
    .map(
      ({ measure, asked, people }) => [fields[measure], t[measure](number(people), number(asked))] as const,
    );
  const said = Object.fromEntries(capped);
  const servants = sayServants(answer, language);
  return servants === null
    ? said
    : { ...said, sponsors: [servants, said["sponsors"]].filter(Boolean).join(" ") };
}

const fewestNamed = 10;

/** That more civil servants are planned with than the city's lists name; null where they suffice. */
function sayServants({ inputs, servants }: Extract<PlanAnswer, { outcome: "planned" }>, language: Language) {
  const t = planningTexts[language].caps;
  if (inputs.sponsors <= servants) return null;
  return servants < fewestNamed
    ? t.servantsUnknown
    : t.servants(formatNumber(language, servants), formatNumber(language, inputs.sponsors));
}
