import type { Step } from "#use-case";
import { closeRejected, insertEnrolments, type NewEnrolment } from "./enrolment.store.ts";

/** Puts workers forward, state `ready`: each with one payer, village and sector being the worker's own. */
export async function enrol(step: Step, enrolments: readonly NewEnrolment[]): Promise<void> {
  if (enrolments.length === 0) return;
  await closeRejected(
    step.tx,
    enrolments.map(({ personId }) => personId),
  );
  await insertEnrolments(step.tx, step.actor.regionCode, enrolments.map(columnsOf));
  // Somebody pays again.
  await step.follow("arrears.refresh", { personIds: enrolments.map(({ personId }) => personId) });
}

/** Callers hand over whole persons: nothing but the enrolment goes further. */
function columnsOf(enrolment: NewEnrolment): NewEnrolment {
  const { id, personId, villageCode, kecamatanCode, sector, programme, segment, wages } = enrolment;
  const { fundSource, wadah, sponsorshipId, fromMonth, payerId = null } = enrolment;
  return {
    id,
    personId,
    villageCode,
    kecamatanCode,
    sector,
    programme,
    segment,
    wages,
    fundSource,
    wadah,
    sponsorshipId,
    fromMonth,
    payerId,
  };
}
