import type { Month } from "@tuwai/domain/time";
import { endEnrolments } from "#enrolment";
import type { Step } from "#use-case";
import { listPersonCodes } from "./freed-worker.view.ts";
import { endSponsorshipRows } from "./sponsorship.store.ts";

export type FreedWorker = {
  readonly personId: string;
  readonly personCode: string;
  readonly villageCode: string;
};

/** Ends what hangs on a pledge: proposals, sponsorships, and their open enrolments from `month` on. Answers who waits again. */
export async function endSponsorships(
  step: Step,
  pledgeId: string,
  end: { readonly month: Month; readonly reason: "sponsor-stopped" },
): Promise<readonly FreedWorker[]> {
  const open = await endSponsorshipRows(step.tx, pledgeId, { at: step.now, reason: end.reason });
  await endEnrolments(step, { sponsorshipIds: open.map(({ id }) => id) }, end.month);
  const freed = open.filter(({ wasAccepted }) => wasAccepted);
  const codes = await listPersonCodes(
    step.tx,
    freed.map(({ personId }) => personId),
  );
  return freed.flatMap(({ personId, villageCode }) => {
    const personCode = codes.get(personId);
    return personCode === undefined ? [] : [{ personId, personCode, villageCode }];
  });
}
