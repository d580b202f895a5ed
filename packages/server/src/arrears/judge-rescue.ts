import {
  answerBy,
  isFund,
  judgeWay,
  type RescueFund,
  rescueFunds,
  type RescueWay,
  rescueWays,
  type WayRefusal,
  type WorkerInDanger,
} from "@tuwai/domain/arrears";
import { monthOf } from "@tuwai/domain/time";
import { may } from "#access";
import { AppError } from "#app";
import { type Pricing, priceFor, readPricing } from "#contributions";
import { judgeFunding, type PayerReason } from "#matching";
import type { Step } from "#use-case";
import { listRescuable, type RescuableRow } from "./rescuable.view.ts";

/** As many as one action rescues. */
export const mostRescued = 500;

export type RescueRefusal = WayRefusal | PayerReason;

export type JudgedRescue = {
  readonly row: RescuableRow;
  readonly reasons: readonly RescueRefusal[];
  readonly now: number;
  readonly monthly: number;
};

/** The ways an actor may go: new payers are found by whoever matches. */
export const waysOf = (actor: Step["actor"]): readonly RescueWay[] =>
  rescueWays.filter((way) => !isFund(way) || may(actor, "pledge.match"));

/** These workers of the board, as far as they lie in the actor's area. Throws `too-large`. */
export async function chosenWorkers(
  { tx, area, today }: Step,
  personCodes: readonly string[],
): Promise<readonly RescuableRow[]> {
  const codes = [...new Set(personCodes)];
  if (codes.length > mostRescued) throw new AppError("too-large", { limit: mostRescued });
  return listRescuable(tx, { area, on: today, codes });
}

/** Each worker under one way: what it costs, or everything that speaks against it. Preview and rescue ask the same. */
export async function judgeRescues(
  step: Step,
  rows: readonly RescuableRow[],
  way: RescueWay,
): Promise<readonly JudgedRescue[]> {
  const pricing = await readPricing(step.tx, step.actor.regionCode);
  const payable = isFund(way) ? await reasonsAgainstFunds(step, rows, way) : new Map();
  return rows.map((row): JudgedRescue => {
    const judged = judgeWay(workerOf(step, row, pricing), way);
    const reasons = [...(judged.fits ? [] : judged.reasons), ...(payable.get(row.personId) ?? [])];
    const cost = judged.fits ? judged : { now: 0, monthly: 0 };
    return { row, reasons: [...new Set(reasons)], now: cost.now, monthly: cost.monthly };
  });
}

function workerOf({ today }: Step, row: RescuableRow, pricing: Pricing): WorkerInDanger {
  const monthly = new Map(
    rescueFunds.map((fundSource): [RescueFund, number | null] => {
      const answer = priceFor(pricing, { fundSource, sector: row.sector, month: monthOf(today) });
      return [fundSource, answer.outcome === "priced" ? answer.price.total : null];
    }),
  );
  const isOver = row.endsOn !== null && row.endsOn <= today;
  return { ...row, arrears: row.arrearsRupiah, isOver, monthly };
}

async function reasonsAgainstFunds(
  step: Step,
  rows: readonly RescuableRow[],
  fund: RescueFund,
): Promise<ReadonlyMap<string, readonly PayerReason[]>> {
  const personIds = rows.map(({ personId }) => personId);
  const judged = await judgeFunding(step.under("pledge.match"), personIds, fund);
  return new Map(judged.map(({ personId, reasons }) => [personId, reasons]));
}

export const answerDayOf = ({ today }: Step, { safeRescueDay }: RescuableRow) =>
  answerBy(today, safeRescueDay);
