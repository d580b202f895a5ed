import { maskOf, type PersonField } from "#access";
import type { Role } from "#app";

/**
 * Which tables a role's login may join to a worker, beside the field table: judgements and endorsements say why somebody
 * stands where they stand, and only those who work on them may know.
 */
export type WorkerSight = {
  readonly role: Role;
  readonly sees: (field: PersonField) => boolean;
  readonly judgements: boolean;
  readonly enrolments: boolean;
  /** All that a stage is made of. */
  readonly stage: boolean;
};

const withJudgements: readonly Role[] = ["OPR", "KDS", "CMT", "MGR", "DAT", "AUD", "DPO"];
const withEnrolments: readonly Role[] = ["OPR", "KDS", "CMT", "MGR", "DAT", "AUD", "BPJ"];

export function workerSight(role: Role): WorkerSight {
  const judgements = withJudgements.includes(role);
  const enrolments = withEnrolments.includes(role);
  return {
    role,
    sees: (field) => maskOf(role, field) !== null,
    judgements,
    enrolments,
    stage: judgements && enrolments,
  };
}
