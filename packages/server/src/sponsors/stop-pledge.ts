import { monthOf, shiftMonth, type CivilDate, type Month } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { readPricing } from "#contributions";
import { inTransaction, runOnce } from "#database";
import { lockPayers } from "#enrolment";
import { notify } from "#notifications";
import { enqueue } from "#work";
import { endSponsorships, findLastOwedMonth, lockPledges, stopPledgeRow } from "./pledge.store.ts";

type Input = {
  readonly operationId: string;
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
export async function stopPledge(app: App, actor: Actor, input: Input): Promise<StopOutcome> {
  const area = areaOf(actor, authorise(actor, "pledge.revoke"));
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "pledge.stop", request }, async () => {
      await lockPayers(tx);
      const [pledge] = await lockPledges(tx, area, [input.pledgeId]);
      if (pledge === undefined) throw new AppError("not-found", { object: "pledge" });
      if (pledge.state !== "active") throw new AppError("conflict", { reason: "pledge-stopped" });
      if (pledge.version !== input.version) throw new AppError("stale", { version: pledge.version });
      const lockDay = (await readPricing(tx, actor.regionCode)).enrolment["deduction-lock-day"].value;
      const owed = await findLastOwedMonth(tx, pledge.id);
      const stopMonth = stopMonthOn(app.clock.today(), { lockDay, owed });
      const stop = { at: app.clock.now(), month: stopMonth, reason: input.reason ?? "no-reason" };
      const freed = await endSponsorships(tx, pledge.id, stop);
      if (!(await stopPledgeRow(tx, pledge, stop))) throw new AppError("stale", { object: "pledge" });
      await notify(
        app,
        tx,
        actor,
        freed.map(({ personCode, villageCode }) => ({
          role: "OPR",
          scope: villageCode,
          kind: "worker-waits-again",
          payload: { personCode, fromMonth: stopMonth },
        })),
      );
      await recordChange(app, tx, actor, {
        action: "pledge.stop",
        objectType: "pledge",
        objectId: pledge.id,
        operationId,
        details: {
          code: pledge.code,
          stopMonth,
          reason: stop.reason,
          freed: freed.map(({ personCode }) => personCode),
        },
      });
      const personIds = freed.map(({ personId }) => personId);
      if (personIds.length > 0)
        await enqueue(app, tx, actor, { topic: "eligibility.judge", payload: { personIds } });
      return { outcome: "stopped", stopMonth, freed: freed.length } as const;
    }),
  );
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
