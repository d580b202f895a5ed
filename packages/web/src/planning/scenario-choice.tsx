import type { ReactElement } from "react";
import { forecastTexts } from "#language/forecast.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkChips, withQuery } from "#ui";
import { type PlanLine, planSentence } from "./plan-line.ts";

type Props = {
  readonly scenarios: readonly { readonly code: string; readonly title: string }[];
  readonly chosen: string;
  readonly plan: PlanLine | null;
};

/** Which kept plan is drawn beside the forecast, as links; nothing where none is kept. */
export function ScenarioChoice({ scenarios, chosen, plan }: Props): ReactElement | null {
  const t = useTexts(forecastTexts).scenarios;
  const to = useLocalPath();
  const language = useLanguage();
  if (scenarios.length === 0 && plan === null) return null;
  const href = (code: string | null) => to("/dasbor/perkiraan") + withQuery("", { skenario: code });
  return (
    <>
      <LinkChips
        label={t.label}
        choices={[
          { href: href(null), label: t.none, current: chosen === "" },
          ...scenarios.map(({ code, title }) => ({
            href: href(code),
            label: title,
            current: chosen === code,
          })),
        ]}
      />
      {plan !== null && (
        <p>
          {planSentence(plan, language)} {!plan.isOfToday && t.asKept}{" "}
          <a href={to(`/rencana/${chosen}`)}>{t.open}</a>
        </p>
      )}
    </>
  );
}
