import { claimDeadlines } from "@tuwai/domain/benefits";
import { callBy, isDeath, reportUntil } from "@tuwai/domain/incident-reports";
import type { trackIncident } from "@tuwai/server/incident-reports";
import type { ReactElement } from "react";
import { formatDate, formatInstant } from "#language/format.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Notice, Steps } from "#ui";

export type Tracked = NonNullable<Awaited<ReturnType<typeof trackIncident>>>;

/** Which step is under way: 0 while it is made sure, 1 until the family and BPJS are told, 2 papers, 3 the answer, 4 the money. */
function stepNow({ state, followedAt, claimState }: Tracked): number {
  if (state !== "confirmed") return 0;
  if (claimState !== null && claimState !== "collecting") return stepOfCase[claimState];
  return followedAt === null ? 1 : 2;
}

const stepOfCase: Readonly<Record<Exclude<NonNullable<Tracked["claimState"]>, "collecting">, number>> = {
  returned: 2,
  "handed-in": 3,
  objected: 3,
  refused: 3,
  accepted: 4,
  paid: 5,
  closed: 5,
  "in-need": 4,
  "closed-in-need": 5,
  withdrawn: 0,
};

/** What was done, what is being done and what comes, and who does it. */
export function TrackSteps(props: {
  readonly found: Tracked;
  readonly village: string | null;
}): ReactElement {
  const t = useTexts(incidentReportTexts).steps;
  const language = useLanguage();
  const { found, village } = props;
  if (found.state === "refuted") return <Notice>{t.notTrue}</Notice>;
  const { kind, happenedOn, happenedTime: time } = found;
  const until = reportUntil({ kind, on: happenedOn, time });
  const at = (instant: number) => formatInstant(language, new Date(instant));
  const claimKind = kind === "death" ? "natural-death" : "work-accident";
  const { answerWorkingDays } = claimDeadlines(claimKind, happenedOn, happenedOn);
  const office = village === null ? t.calledByCity : t.calledByVillage(village);
  const now = stepNow(found);
  const { claimState, claimSince } = found;
  const isInNeed = claimState === "in-need" || claimState === "closed-in-need";
  const steps = [
    { title: t.called, text: t.calledBy(office, at(callBy(found.receivedAt.getTime()))) },
    { title: t.told, text: until === null ? t.toldBy : `${t.toldBy} ${t.toldUntil(at(until))}` },
    { title: t.papers, text: isDeath(kind) ? t.papersOfDeath : t.papersOfAccident },
    { title: t.answer, text: t.answerBy(answerWorkingDays) },
    isInNeed ? { title: t.otherHelp, text: t.otherHelpBy } : { title: t.money, text: t.moneyBy },
  ];
  return (
    <>
      {claimState !== null && claimSince !== null && found.state === "confirmed" && (
        <Notice>{t.caseNow[claimState](formatDate(language, claimSince))}</Notice>
      )}
      <Steps
        steps={steps.map((step, index) => ({
          ...step,
          state: index < now ? "done" : index === now ? "now" : "later",
        }))}
      />
    </>
  );
}
