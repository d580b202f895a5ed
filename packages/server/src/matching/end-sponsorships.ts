import { type EndReason, meaningOf } from "@tuwai/domain/endings";
import type { Month } from "@tuwai/domain/time";
import { endEnrolments } from "#enrolment";
import { notify } from "#notifications";
import { holdAfterEnd } from "#replacements";
import type { Step } from "#use-case";
import { listPersonCodes } from "./freed-worker.view.ts";
import { endSponsorshipRows } from "./sponsorship.store.ts";

type End = { readonly month: Month; readonly reason: EndReason };

/**
 * Ends what hangs on a pledge, or one pair: proposals, sponsorships, and their open enrolments from `month` on. Whoever is left is held
 * for some days; workers who wait again are judged anew and their villages told, in the system alone. Answers their codes.
 */
export async function endSponsorships(
  step: Step,
  of: { readonly pledgeId: string } | { readonly sponsorshipId: string },
  end: End,
): Promise<readonly string[]> {
  const open = await endSponsorshipRows(step.tx, of, { at: step.now, reason: end.reason });
  await endEnrolments(step, { sponsorshipIds: open.map(({ id }) => id) }, end.month);
  const freed = open.filter(({ wasAccepted }) => wasAccepted);
  await holdAfterEnd(
    step,
    freed.map(({ id, pledgeId }) => ({ sponsorshipId: id, pledgeId })),
    end.reason,
  );
  const personIds = freed.map(({ personId }) => personId);
  const codes = await listPersonCodes(step.tx, personIds);
  const named = freed.flatMap(({ personId, villageCode }) => {
    const personCode = codes.get(personId);
    return personCode === undefined ? [] : [{ personCode, villageCode }];
  });
  if (meaningOf(end.reason).seeks !== "worker") await sendBack(step, named, end.month);
  if (personIds.length > 0) await step.follow("eligibility.judge", { personIds });
  return named.map(({ personCode }) => personCode);
}

type Freed = { readonly personCode: string; readonly villageCode: string };

async function sendBack(step: Step, freed: readonly Freed[], fromMonth: Month): Promise<void> {
  if (freed.length === 0) return;
  await notify(
    step,
    freed.map(({ personCode, villageCode }) => ({
      role: "OPR",
      scope: villageCode,
      kind: "worker-waits-again",
      payload: { personCode, fromMonth },
    })),
  );
}
