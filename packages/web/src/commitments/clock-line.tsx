import { type EvaluationClock, evaluationDays } from "@tuwai/domain/commitments";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";

/** Which of the twenty working days it is, and what silence does. */
export function ClockLine({ clock }: { readonly clock: EvaluationClock | null }): ReactElement {
  const t = useTexts(commitmentTexts).clock;
  const language = useLanguage();
  if (clock === null) return <>{t.none}</>;
  const until = formatDate(language, clock.mendUntil ?? clock.until);
  const says = {
    running: t.running(String(clock.day), String(evaluationDays), until),
    answered: t.answered(until),
    "in-force-by-silence": t.silent(until),
  }[clock.state];
  return (
    <>
      {says}
      {!clock.isDecreed && <span className="quiet small"> {t.undecreed}</span>}
    </>
  );
}
