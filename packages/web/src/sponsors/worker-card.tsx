import { monthOf } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import type { MyWorker } from "@tuwai/server/sponsors";
import { CoverTag } from "#cover";
import { dayOf } from "#language/day-of.ts";
import { wordOf } from "#language/word-of.ts";
import { claimTexts } from "#language/claims.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate, formatMonth } from "#language/format.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Steps, type Step } from "#ui";

/** One worker as the sponsor may know them: initials, work, village, and how far the protection has come. */
export function WorkerCard({ worker }: { readonly worker: MyWorker }): ReactElement {
  const t = useTexts(sponsorTexts).mine;
  const c = useTexts(contributionTexts);
  const { case: claim } = useTexts(claimTexts);
  const language = useLanguage();
  const work = worker.occupationGroup ? wordOf(c.occupations, worker.occupationGroup) : t.unknownWork;
  return (
    <Card title={t.worker(worker.name ?? t.unknownWork, work)}>
      <div>
        <CoverTag state={worker.coverState} /> {worker.villageName}
      </div>
      {worker.isCaredFor === true && <p>{claim.cared}</p>}
      <p>{worker.paidUntil === null ? t.notPaidYet : t.paidUntil(formatDate(language, worker.paidUntil))}</p>
      {worker.endedAt !== null ? (
        <p className="quiet">{t.ended(dayOf(language, worker.endedAt))}</p>
      ) : (
        <Steps steps={useSteps(worker)} />
      )}
    </Card>
  );
}

function useSteps(worker: MyWorker): Step[] {
  const t = useTexts(sponsorTexts).mine;
  const language = useLanguage();
  const { agreedAt, enrolmentState, fromMonth, acceptedOn, paidUntil } = worker;
  const isSent = enrolmentState !== null && !["ready", "in-packet"].includes(enrolmentState);
  const isAccepted = acceptedOn !== null;
  // What an earlier payer paid is no step of this sponsor's.
  const ownUntil =
    isAccepted && fromMonth !== null && paidUntil !== null && monthOf(paidUntil) >= fromMonth
      ? paidUntil
      : null;
  const rejected = enrolmentState === "rejected" ? t.rejected : null;
  const month = fromMonth === null ? t.later : t.from(formatMonth(language, fromMonth));
  return [
    { title: t.steps.agreed, text: agreedAt === null ? "" : dayOf(language, agreedAt), state: "done" },
    {
      title: t.steps.sent,
      text: isSent ? month : `${t.inPacket}, ${month}`,
      state: isSent ? "done" : "now",
    },
    {
      title: t.steps.accepted,
      text: acceptedOn !== null ? formatDate(language, acceptedOn) : (rejected ?? t.later),
      state: stateOf(isAccepted, isSent),
    },
    {
      title: t.steps.paid,
      text: ownUntil === null ? t.later : t.until(formatDate(language, ownUntil)),
      state: stateOf(ownUntil !== null, isAccepted),
    },
  ];
}

function stateOf(isDone: boolean, isPreviousDone: boolean): NonNullable<Step["state"]> {
  if (isDone) return "done";
  return isPreviousDone ? "now" : "later";
}
