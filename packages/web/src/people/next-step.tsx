import type { ReactElement } from "react";
import type { WorkerDetail, WorkerStage } from "@tuwai/server/workers";
import { editPath, type FieldOf } from "#corrections";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { workerTexts } from "#language/worker.ts";
import { Actions, ButtonLink, Card } from "#ui";
import { StageTag } from "./stage-tag.tsx";

type Props = {
  readonly worker: WorkerDetail;
  /** Whether anybody was ever covered; whoever may not know gets the advice that loses no family its money. */
  readonly wasCovered: boolean;
  readonly may: WorkerMay;
};

/** What the reader's role lets somebody do next; told by the matrix, not by the page. */
export type WorkerMay = {
  readonly propose: boolean;
  readonly match: boolean;
  readonly submit: boolean;
};

type Step = keyof (typeof workerTexts)["id"]["nextSteps"];

const fieldOfFact: Readonly<Record<string, FieldOf>> = {
  "birth-date": "birthDate",
  nik: "nik",
  work: "occupation",
};

/** What is unknown and can be asked for: facts a judgement lacked, and the sex, without which no packet takes anybody. */
export function missingFields({ judgement, sex, nik }: WorkerDetail): readonly FieldOf[] {
  const facts = (judgement?.reasons ?? []).flatMap(({ code, ...details }) =>
    code === "fact-missing" ? (fieldOfFact[String(details["fact"])] ?? []) : [],
  );
  const unknown = [
    ...facts,
    ...(sex === null ? (["sex"] as const) : []),
    ...(nik === null ? (["nik"] as const) : []),
  ];
  return [...new Set(unknown)];
}

/** What has to happen next; what is unknown or was rejected is mended before anything else. */
function stepOf(stage: WorkerStage, worker: WorkerDetail, wasCovered: boolean): Step {
  const { isEndorsed, judgement, targetGroup, rejection } = worker;
  if (stage === "died" && !wasCovered) return "diedUncovered";
  const isGone = stage === "died" || stage === "moved";
  if (!isGone && rejection !== undefined && rejection !== null) return "rejected";
  const isBefore = stage === "candidate" || stage === "linked";
  if (isBefore && targetGroup === "village-officer") return "notJudged";
  const isOnTheWay = stage === "eligible" || stage === "sponsored";
  if (isOnTheWay && missingFields(worker).length > 0) return "incomplete";
  if (stage === "eligible" && isEndorsed === true) return "endorsed";
  return isBefore && judgement?.outcome === "undetermined" ? "incomplete" : stage;
}

/** Where it is done, for whoever may do it. */
function pathOf(step: Step, worker: WorkerDetail, may: WorkerMay): string | null {
  const code = worker.code ?? "";
  if (step === "incomplete" || step === "ineligible")
    return worker.mayEdit ? editPath(code, step === "incomplete" ? missingFields(worker) : []) : null;
  if (step === "rejected")
    return worker.mayEdit ? editPath(code) : may.submit ? "/kepesertaan?status=rejected" : null;
  if (step === "eligible") return may.propose ? "/penetapan" : null;
  if (step === "endorsed") return may.match ? "/sponsor" : null;
  if (step === "sponsored") return may.submit ? "/kepesertaan/pendaftaran/baru" : null;
  return null;
}

export function NextStep({ worker, wasCovered, may }: Props): ReactElement | null {
  const t = useTexts(workerTexts);
  const to = useLocalPath();
  const { stage, isEndorsed, rejection } = worker;
  if (stage === undefined) return null;
  const step = stepOf(stage, worker, wasCovered);
  const path = pathOf(step, worker, may);
  return (
    <Card title={t.summary}>
      <div>
        <StageTag stage={stage} isEndorsed={isEndorsed} />
      </div>
      <p>
        <strong>{t.next}:</strong> {t.nextSteps[step]}
      </p>
      {step === "rejected" && rejection?.reason != null && <p>{t.rejectedFor(rejection.reason)}</p>}
      {path !== null && (
        <Actions>
          <ButtonLink small href={to(path)}>
            {t.nextActions[step as keyof typeof t.nextActions]}
          </ButtonLink>
        </Actions>
      )}
    </Card>
  );
}
