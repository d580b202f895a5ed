import type { ReactElement } from "react";
import type { WorkerStage } from "@tuwai/server/workers";
import { peopleTexts } from "#language/people.ts";
import { useTexts } from "#language/use-texts.ts";
import { Tag, type Status } from "#ui";

const statuses: Readonly<Record<WorkerStage, Status>> = {
  candidate: "waiting",
  linked: "process",
  eligible: "decision",
  sponsored: "process",
  enrolled: "process",
  active: "active",
  arrears: "arrears",
  lapsed: "inactive",
  ineligible: "refused",
  moved: "done",
  died: "done",
};

type Props = { readonly stage: WorkerStage; readonly isEndorsed?: boolean | undefined };

/** Where a worker stands, as shape and word. */
export function StageTag({ stage, isEndorsed = false }: Props): ReactElement {
  const t = useTexts(peopleTexts);
  return (
    <>
      <Tag status={statuses[stage]}>{t.stages[stage]}</Tag>
      {stage === "eligible" && isEndorsed && <div className="quiet small">{t.endorsed}</div>}
    </>
  );
}
