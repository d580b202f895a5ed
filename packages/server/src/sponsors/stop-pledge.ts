import { endOfStop, ownStopReasons, stopReasons, type StopReason } from "@tuwai/domain/endings";
import { type Month, monthOf } from "@tuwai/domain/time";
import { AppError, isUuid } from "#app";
import { readPricing } from "#contributions";
import { lockPayers } from "#enrolment";
import { endMonthOf, endSponsorships } from "#matching";
import { withdrawConsent } from "#privacy";
import { change, type Operation, read, type Step } from "#use-case";
import { findLastOwedMonth } from "./last-owed-month.view.ts";
import { findLatestPledge, lockPledges, markStopped, type Pledge } from "./pledge.store.ts";

type Input = Operation & {
  readonly pledgeId: string;
  readonly version: number;
  /** A code of the closed list on the form; asked, never demanded. Of a death, a mistake or a pledge never paid a manager alone tells. */
  readonly reason?: StopReason;
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
 * the lock day of payroll) nothing is taken; the workers wait for somebody else, and the consent is withdrawn. From whoever has died
 * nothing is taken from this month on, locked or not.
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
    const reason = readReason(step, input.reason);
    const terms = await stopTerms(step, pledge);
    const stopMonth = reason === "died" ? monthOf(step.today) : terms.stopMonth;
    const freed = await endSponsorships(
      step,
      { pledgeId: pledge.id },
      { month: stopMonth, reason: endOfStop(reason) },
    );
    await markStopped(tx, pledge, { at: step.now, month: stopMonth, reason });
    await withdrawConsent(step, pledge.consentId);
    await step.follow("mandates.forget-account", { pledgeId: pledge.id });
    await step.audit({
      objectType: "pledge",
      objectId: pledge.id,
      details: { code: pledge.code, stopMonth, reason, freed },
    });
    return { outcome: "stopped", stopMonth, freed: freed.length };
  },
);

function readReason({ area }: Step, asked: StopReason = "no-reason"): StopReason {
  const known: readonly StopReason[] = area.civilServantId === null ? stopReasons : ownStopReasons;
  if (!known.includes(asked)) throw new AppError("invalid-input", { field: "reason", reason: "unknown" });
  return asked;
}

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
    return pledge?.state === "active" ? stopTerms(step, pledge) : null;
  },
);

async function stopTerms({ tx, actor, today }: Step, { id, fromMonth }: Pledge): Promise<StopTerms> {
  const lockDay = (await readPricing(tx, actor.regionCode)).enrolment["deduction-lock-day"].value;
  const owed = await findLastOwedMonth(tx, id);
  const month = endMonthOf(today, { lockDay, owed });
  // What has not begun is never taken: it stops with its first month.
  return { stopMonth: month < fromMonth ? fromMonth : month, lockDay, owed };
}
