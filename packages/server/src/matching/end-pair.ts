import { type EndReason, pairEndReasons } from "@tuwai/domain/endings";
import { type Month, monthOf, shiftMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { readPricing } from "#contributions";
import { lockPayers } from "#enrolment";
import { requireCode, shownFields, showPerson, type ShownPerson } from "#people";
import { change, type Operation, read, type Step } from "#use-case";
import { endMonthOf } from "./end-month.ts";
import { endSponsorships } from "./end-sponsorships.ts";
import { findPairOf, type Pair } from "./pair.view.ts";

export type ShownPair = Pick<Pair, "version" | "pledgeCode" | "sponsorName" | "opd"> & {
  readonly person: ShownPerson;
  /** What the register says that speaks for an end; the manager may give another reason. */
  readonly suggested: EndReason | null;
  /** By reason the first month that is not owed any more. */
  readonly months: Readonly<Record<string, Month>>;
};

/** The sponsor of a worker as it would be ended; null where nobody sponsors the worker, or the code is unknown. */
export const findPair = read(
  { purpose: "sponsorship-end-preview", permission: "sponsorship.end" },
  async (step, { personCode }: { readonly personCode: string }): Promise<ShownPair | null> => {
    const pair = await findPairOf(step.tx, step.area, requireCode(personCode), false);
    if (pair === undefined) return null;
    await step.seen({ personIds: [pair.personId], fields: shownFields(step.actor.role) });
    const { version, pledgeCode, sponsorName, opd } = pair;
    const months = await Promise.all(
      pairEndReasons.map(async (reason) => [reason, await monthFor(step, pair, reason)] as const),
    );
    return {
      version,
      pledgeCode,
      sponsorName,
      opd,
      person: showPerson(step.actor.role, pair),
      suggested: pair.diedOn !== null ? "worker-died" : pair.movedOn !== null ? "worker-moved" : null,
      months: Object.fromEntries(months),
    };
  },
);

type Input = Operation & {
  readonly personCode: string;
  readonly version: number;
  readonly reason: EndReason;
};

export type EndPairOutcome = { readonly outcome: "ended"; readonly month: Month };

/**
 * Parts a sponsor and a worker while the pledge goes on: the worker left, has cover twice, or the two are exchanged. What follows is
 * said by the reason; nobody is written to. Throws `not-found`, `stale`, and `invalid-input` for a reason by which no pair ends.
 */
export const endPair = change(
  { name: "sponsorship.end", permission: "sponsorship.end" },
  async (step, { personCode, version, reason }: Input): Promise<EndPairOutcome> => {
    if (!pairEndReasons.includes(reason))
      throw new AppError("invalid-input", { field: "reason", reason: "unknown" });
    await lockPayers(step.tx);
    const pair = await findPairOf(step.tx, step.area, requireCode(personCode), true);
    if (pair === undefined) throw new AppError("not-found", { object: "sponsorship" });
    if (pair.version !== version) throw new AppError("stale", { version: pair.version });
    const month = await monthFor(step, pair, reason);
    await endSponsorships(step, { sponsorshipId: pair.sponsorshipId }, { month, reason });
    await step.audit({
      objectType: "sponsorship",
      objectId: pair.sponsorshipId,
      details: { personCode: pair.code, reason, stopMonth: month },
    });
    return { outcome: "ended", month };
  },
);

async function monthFor({ tx, actor, today }: Step, pair: Pair, reason: EndReason): Promise<Month> {
  const lockDay = (await readPricing(tx, actor.regionCode)).enrolment["deduction-lock-day"].value;
  if (reason === "worker-died" && pair.diedOn !== null) return shiftMonth(monthOf(pair.diedOn), 1);
  return endMonthOf(today, { lockDay, owed: pair.lastOwed });
}
