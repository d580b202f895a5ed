import { visitsOf } from "@tuwai/domain/aftercare";
import type { Aftercare } from "@tuwai/server/aftercare";
import type { ReactElement } from "react";
import { accountTexts } from "#language/accounts.ts";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Steps } from "#ui";

type Visit = Aftercare["visits"][number];

/** The five visits of three years: what was found, and which comes. */
export function VisitSteps({ family }: { readonly family: Aftercare }): ReactElement {
  const t = useTexts(aftercareTexts);
  const language = useLanguage();
  const made = new Map(family.visits.map((visit) => [visit.stage, visit]));
  return (
    <section className="stack">
      <h2>{t.page.visits}</h2>
      <Steps
        steps={visitsOf(family.happenedOn).map(({ stage, dueOn }) => {
          const visit = made.get(stage);
          return {
            title: t.page.stage(t.stages[stage]),
            text: visit ? <Made visit={visit} /> : t.page.due(formatDate(language, dueOn)),
            state: visit ? "done" : stage === family.next?.stage ? "now" : "later",
          };
        })}
      />
    </section>
  );
}

function Made({ visit }: { readonly visit: Visit }) {
  const t = useTexts(aftercareTexts);
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  const { madeOn, finding, need, hasNote, notedRole } = visit;
  return (
    <>
      <p>{t.page.made(formatDate(language, madeOn), roles[notedRole as keyof typeof roles])}</p>
      <p>{t.page.found(t.findings[finding], t.needs[need])}</p>
      {hasNote && <p className="quiet">{t.page.hasNote}</p>}
    </>
  );
}
