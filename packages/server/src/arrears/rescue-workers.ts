import { isFund, type RescueWay, rescueWays } from "@tuwai/domain/arrears";
import { AppError } from "#app";
import { fundInStep } from "#matching";
import { change, type Operation, type Step } from "#use-case";
import { markTold } from "./alarm.store.ts";
import {
  answerDayOf,
  chosenWorkers,
  type JudgedRescue,
  judgeRescues,
  type RescueRefusal,
  waysOf,
} from "./judge-rescue.ts";
import { insertRescues, lockRescues } from "./rescue.store.ts";

export type RescueWorkers = Operation & {
  readonly personCodes: readonly string[];
  readonly way: string;
  /** Whom and what the preview showed: when it is something else by now, nothing is done. */
  readonly seen: { readonly workers: number; readonly now: number; readonly monthly: number };
};

export type RescueOutcome =
  | {
      readonly outcome: "rescued";
      readonly roundId: string;
      readonly workers: number;
      readonly refused: readonly {
        readonly personCode: string;
        readonly reasons: readonly RescueRefusal[];
      }[];
    }
  | { readonly outcome: "changed" | "nobody-fits" };

/**
 * Sets out to save many workers in one way: whoever should pay is asked, a bridging fund settles, or a fund pays from this month on. It
 * is no payment: cover follows what BPJS receives. Whom the way does not fit is left out by name. Throws `invalid-input`, `forbidden`.
 */
export const rescueWorkers = change(
  { name: "arrears.rescue", permission: "arrears.rescue" },
  async (step, input: RescueWorkers): Promise<RescueOutcome> => {
    const way = rescueWays.find((known) => known === input.way);
    if (way === undefined) throw new AppError("invalid-input", { field: "way" });
    if (!waysOf(step.actor).includes(way)) throw new AppError("forbidden");
    await lockRescues(step.tx);
    const judged = await judgeRescues(step, await chosenWorkers(step, input.personCodes), way);
    const fitting = judged.filter(({ reasons }) => reasons.length === 0);
    if (fitting.length === 0) return step.unchanged({ outcome: "nobody-fits" });
    const sums = { now: sumOf(fitting, "now"), monthly: sumOf(fitting, "monthly") };
    const { seen } = input;
    if (seen.workers !== fitting.length || seen.now !== sums.now || seen.monthly !== sums.monthly)
      return step.unchanged({ outcome: "changed" });
    const roundId = step.newId();
    await keep(step, { roundId, way, fitting });
    const details = { way, workers: fitting.length, rupiah: sums.now, monthlyRupiah: sums.monthly };
    await step.audit({ objectType: "rescue", objectId: roundId, details });
    const refused = judged
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ row, reasons }) => ({ personCode: row.code, reasons }));
    return { outcome: "rescued", roundId, workers: fitting.length, refused };
  },
);

const sumOf = (judged: readonly JudgedRescue[], of: "now" | "monthly") =>
  judged.reduce((sum, each) => sum + each[of], 0);

type Keeping = {
  readonly roundId: string;
  readonly way: RescueWay;
  readonly fitting: readonly JudgedRescue[];
};

async function keep(step: Step, { roundId, way, fitting }: Keeping): Promise<void> {
  const { tx, actor, now: at } = step;
  const personIds = fitting.map(({ row }) => row.personId);
  const enrolments = isFund(way) ? await enrolmentsBy(step, personIds, way) : new Map<string, string>();
  const rescues = fitting.map(({ row, now, monthly }) => ({
    id: step.newId(),
    roundId,
    personId: row.personId,
    villageCode: row.villageCode,
    kecamatanCode: row.kecamatanCode,
    way,
    enrolmentId: enrolments.get(row.personId) ?? null,
    owedMonths: row.owedMonths,
    nowRupiah: now,
    monthlyRupiah: monthly,
    answerBy: answerDayOf(step, row),
  }));
  await insertRescues(tx, actor.regionCode, rescues, { by: actor.userId, at });
  await markTold(tx, personIds, { userId: actor.userId, at });
}

async function enrolmentsBy(
  step: Step,
  personIds: readonly string[],
  fund: Parameters<typeof fundInStep>[2],
): Promise<ReadonlyMap<string, string>> {
  const { funded } = await fundInStep(step.under("pledge.match"), personIds, fund);
  return new Map(funded.map(({ personId, enrolmentId }) => [personId, enrolmentId]));
}
