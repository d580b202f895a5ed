import { monthOf, shiftMonth, type CivilDate, type Month } from "@tuwai/domain/time";
import { AppError, isUuid } from "#app";
import { readPricing } from "#contributions";
import { lockPayers } from "#enrolment";
import { endSponsorships, type FreedWorker } from "#matching";
import { notify } from "#notifications";
import { withdrawConsent } from "#privacy";
import { change, type Operation, read, type Step } from "#use-case";
import { findLastOwedMonth } from "./last-owed-month.view.ts";
import { findLatestPledge, lockPledges, markStopped } from "./pledge.store.ts";

type Input = Operation & {
  readonly pledgeId: string;
  readonly version: number;
  /** A code of the closed list on the form; asked, never demanded. */
  readonly reason?: "no-reason" | "retired" | "moved-office" | "money" | "other";
};

export type StopOutcome = {
  readonly outcome: "stopped";
  /** First month in which nothing is taken any more. */
  readonly stopMonth: Month;
  /** How many workers look for a new sponsor. */
  readonly freed: number;
};

/**
 * Ends a pledge: by its sponsor at any time, or by the programme manager. From the first month not yet owed (and not before
 * the lock day of payroll) nothing is taken; the workers wait for somebody else, and the consent is withdrawn.
 */
export const stopPledge = change(
  { name: "pledge.stop", permission: "pledge.revoke" },
  async (step, input: Input): Promise<StopOutcome> => {
    const { tx, area } = step;
    await lockPayers(tx);
    const [pledge] = isUuid(input.pledgeId) ? await lockPledges(tx, area, [input.pledgeId]) : [];
    if (pledge === undefined) throw new AppError("not-found", { object: "pledge" });
    if (pledge.state !== "active") throw new AppError("conflict", { reason: "pledge-stopped" });
    if (pledge.version !== input.version) throw new AppError("stale", { version: pledge.version });
    const { stopMonth } = await stopTerms(step, pledge.id);
    const reason = input.reason ?? "no-reason";
    const freed = await endSponsorships(step, pledge.id, { month: stopMonth, reason: "sponsor-stopped" });
    await markStopped(tx, pledge, { at: step.now, month: stopMonth, reason });
    await withdrawConsent(step, pledge.consentId);
    await sendBack(step, freed, stopMonth);
    await step.follow("mandates.forget-account", { pledgeId: pledge.id });
    const personCodes = freed.map(({ personCode }) => personCode);
    await step.audit({
      objectType: "pledge",
      objectId: pledge.id,
      details: { code: pledge.code, stopMonth, reason, freed: personCodes },
    });
    return { outcome: "stopped", stopMonth, freed: freed.length };
  },
);

export type StopTerms = {
  /** First month in which nothing is taken any more. */
  readonly stopMonth: Month;
  /** Up to this day of a month a stop still counts for it. */
  readonly lockDay: number;
  /** The last month that is owed to BPJS already, and stays owed. */
  readonly owed: Month | null;
};

/** From which month the sponsor's own pledge would be stopped today, by the same rule as the stop; null without one in force. */
export const previewStop = read(
  { purpose: "pledge-stop-preview", permission: "pledge.revoke" },
  async (step): Promise<StopTerms | null> => {
    if (step.area.civilServantId === null) return null;
    const pledge = await findLatestPledge(step.tx, step.area);
    return pledge?.state === "active" ? stopTerms(step, pledge.id) : null;
  },
);

async function stopTerms({ tx, actor, today }: Step, pledgeId: string): Promise<StopTerms> {
  const lockDay = (await readPricing(tx, actor.regionCode)).enrolment["deduction-lock-day"].value;
  const owed = await findLastOwedMonth(tx, pledgeId);
  return { stopMonth: stopMonthOn(today, { lockDay, owed }), lockDay, owed };
}

/** The workers wait again: their villages are told, and they are judged anew. */
async function sendBack(step: Step, freed: readonly FreedWorker[], fromMonth: Month): Promise<void> {
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
  await step.follow("eligibility.judge", { personIds: freed.map(({ personId }) => personId) });
}

/** Up to the lock day this month is still free; what is owed to BPJS already stays owed. */
export function stopMonthOn(
  today: CivilDate,
  by: { readonly lockDay: number; readonly owed: Month | null },
): Month {
  const isOpen = Number(today.slice(8)) <= by.lockDay;
  const earliest = isOpen ? monthOf(today) : shiftMonth(monthOf(today), 1);
  const afterOwed = by.owed === null ? earliest : shiftMonth(by.owed, 1);
  return afterOwed > earliest ? afterOwed : earliest;
}
