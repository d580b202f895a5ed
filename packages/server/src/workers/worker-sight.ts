import { type Area, maskOf, may, type PersonField } from "#access";
import type { Role } from "#app";
import type { Step } from "#use-case";

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
  /** What BPJS said of an enrolment, in its own words. */
  readonly rejections: boolean;
  /** All that a stage is made of. */
  readonly stage: boolean;
  readonly memberships: boolean;
  readonly registryLinks: boolean;
  readonly sources: boolean;
  /** Who may say that a list row describes somebody else. */
  readonly splits: boolean;
  readonly sponsors: boolean;
  /** Who else stands on the same family card. */
  readonly household: boolean;
};

export function workerSight({ actor, area }: Pick<Step, "actor" | "area">): WorkerSight {
  const { role } = actor;
  return {
    role,
    area,
    sees: (field) => maskOf(role, field) !== null,
    judgements: may(actor, "worker.judgement.read"),
    enrolments: may(actor, "worker.enrolment.read"),
    rejections: may(actor, "worker.stage.read") && may(actor, "enrolment.desk.read"),
    stage: may(actor, "worker.stage.read"),
    memberships: may(actor, "worker.membership.read"),
    registryLinks: may(actor, "worker.registry_link.read"),
    sources: may(actor, "worker.source.read"),
    splits: may(actor, "worker.merge.ask"),
    sponsors: may(actor, "worker.sponsor.read"),
    household: may(actor, "worker.household.read"),
  };
}
