import { type Area, areaOf, type Grant, maskOf, type PersonField } from "#access";
import type { Actor, Role } from "#app";

/**
 * Which tables a role's login may join to a worker, beside the field table: judgements and endorsements say why somebody
 * stands where they stand, and only those who work on them may know.
 */
export type WorkerSight = {
  readonly role: Role;
  /** Whose workers: the same wall as the row policies, which must hold without them. */
  readonly area: Area;
  readonly sees: (field: PersonField) => boolean;
  readonly judgements: boolean;
  readonly enrolments: boolean;
  /** All that a stage is made of. */
  readonly stage: boolean;
};

const withJudgements: readonly Role[] = ["OPR", "KDS", "CMT", "MGR", "DAT", "AUD", "DPO"];
const withEnrolments: readonly Role[] = ["OPR", "KDS", "CMT", "MGR", "DAT", "AUD", "BPJ"];

export function workerSight(actor: Actor, grant: Grant): WorkerSight {
  const { role } = actor;
  const judgements = withJudgements.includes(role);
  const enrolments = withEnrolments.includes(role);
  return {
    role,
    area: areaOf(actor, grant),
    sees: (field) => maskOf(role, field) !== null,
    judgements,
    enrolments,
    stage: judgements && enrolments,
  };
}
