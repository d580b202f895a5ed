import { addDays, type CivilDate } from "#time";

/** Public or company money that can pay from now on. */
export const rescueFunds = ["apbd", "apbdes", "csr"] as const;
export type RescueFund = (typeof rescueFunds)[number];

/**
 * How a worker is rescued. `payer`: whoever should have paid settles what is owed. `bridging`: a bridging fund (dana talangan) settles it,
 * and the payer pays it back. A fund: it pays from this month on, where nobody does.
 */
export const rescueWays = ["payer", "bridging", ...rescueFunds] as const;
export type RescueWay = (typeof rescueWays)[number];

export const isFund = (way: RescueWay): way is RescueFund => rescueFunds.some((fund) => fund === way);

/** What decides which way fits a worker on the board. */
export type WorkerInDanger = {
  readonly cause: "payer-ended" | "underpaid" | "not-received";
  /** Membership has ended: nothing that was owed saves it any more, a new registration does. */
  readonly isOver: boolean;
  readonly owedMonths: number;
  /** Whole rupiah; null where no price is known. */
  readonly arrears: number | null;
  /** Somebody rescues the worker already and has not been heard of yet. */
  readonly isBeingRescued: boolean;
  /** What a month costs each fund; null where no price is known. */
  readonly monthly: ReadonlyMap<RescueFund, number | null>;
};

export type WayRefusal =
  | "being-rescued"
  | "nothing-owed"
  | "no-payer"
  | "has-payer"
  | "membership-over"
  | "no-price";

/** What a way costs: at once, and every month from now on. */
export type WayCost = { readonly now: number; readonly monthly: number };

export type JudgedWay =
  | ({ readonly fits: true } & WayCost)
  | { readonly fits: false; readonly reasons: readonly WayRefusal[] };

/** Whether a way fits a worker, and what it costs; otherwise every reason against it. */
export function judgeWay(worker: WorkerInDanger, way: RescueWay): JudgedWay {
  const month = isFund(way) ? (worker.monthly.get(way) ?? null) : 0;
  const now = isFund(way) ? 0 : worker.arrears;
  const reasons: WayRefusal[] = worker.isBeingRescued ? ["being-rescued"] : [];
  if (isFund(way)) {
    if (worker.cause !== "payer-ended" && !worker.isOver) reasons.push("has-payer");
  } else {
    if (worker.isOver) reasons.push("membership-over");
    if (worker.owedMonths === 0) reasons.push("nothing-owed");
    if (way === "payer" && worker.cause === "payer-ended") reasons.push("no-payer");
  }
  if (now === null || month === null) reasons.push("no-price");
  if (now === null || month === null || reasons.length > 0) return { fits: false, reasons };
  return { fits: true, now, monthly: month };
}

/** Who could pay a month from now on: a fund, or a sponsor who has to be found. */
export type NewPayer = RescueFund | "asn";

/** The cheapest way out: who settles what is owed, and who pays from now on where nobody does. */
export type Cheapest = {
  /** Null where nothing is owed, or nothing owed saves any more. */
  readonly now: number | null;
  /** Null where somebody pays already, or no price is known. */
  readonly next: { readonly by: NewPayer; readonly monthly: number } | null;
};

/** Of several that cost the same the first stands: a sponsor is asked before public money. */
export function cheapestRescue(
  { cause, isOver, owedMonths, arrears }: Pick<WorkerInDanger, "cause" | "isOver" | "owedMonths" | "arrears">,
  prices: ReadonlyMap<NewPayer, number | null>,
): Cheapest {
  const now = isOver || owedMonths === 0 ? null : arrears;
  if (cause !== "payer-ended" && !isOver) return { now, next: null };
  const known = [...prices].flatMap(([by, monthly]) => (monthly === null ? [] : [{ by, monthly }]));
  const next = known.toSorted((one, other) => one.monthly - other.monthly)[0] ?? null;
  return { now, next };
}

const answerDays = 14;
const lastCallDays = 3;

/** Until when a rescue is waited for: two weeks, and never past the day that saves; where that is past or near, a few days. */
export function answerBy(today: CivilDate, safeRescueDay: CivilDate | null): CivilDate {
  const later = addDays(today, answerDays);
  const soonest = addDays(today, lastCallDays);
  if (safeRescueDay === null || safeRescueDay >= later) return later;
  return safeRescueDay > soonest ? safeRescueDay : soonest;
}
