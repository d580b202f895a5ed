import {
  type Cheapest,
  cheapestRescue,
  type NewPayer,
  type Thresholds,
  thresholdsOn,
} from "@tuwai/domain/arrears";
import type { CoverState } from "@tuwai/domain/cover";
import { type CivilDate, monthOf } from "@tuwai/domain/time";
import { type Pricing, priceFor, readPricing } from "#contributions";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import {
  type ArrearsChoice,
  type ArrearsGroup,
  type ArrearsRow,
  type Bucket,
  listArrearsGroups,
  listArrearsRows,
} from "./arrears-list.view.ts";
import { type DigestState, findOwnDigest } from "./digest.store.ts";
import type { ArrearsCause, ArrearsPayer } from "./judge-arrears.ts";

export type ListedArrears = {
  readonly person: ShownPerson;
  readonly state: CoverState;
} & Pick<
  ArrearsRow,
  | "cause"
  | "fundSource"
  | "payerUntil"
  | "owedMonths"
  | "arrearsRupiah"
  | "naturalRupiah"
  | "accidentRupiah"
  | "paidUntil"
  | "safeRescueDay"
  | "lastRescueDay"
  | "endsOn"
  | "dueOn"
  | "rescueId"
  | "rescueWay"
  | "answerBy"
> & {
    /** What saves the worker at the least cost; null where the city has no price. */
    readonly cheapest: Cheapest;
  };

export type ArrearsBoard = PageOf<ListedArrears> & {
  readonly today: CivilDate;
  readonly thresholds: Thresholds;
  /** How the reader's own last weekly letter fared; null where there was none. */
  readonly digest: { readonly week: CivilDate; readonly state: DigestState } | null;
  /** Of the village, payer and cause asked for, over all buckets. */
  readonly groups: readonly ArrearsGroup[];
};

export type ArrearsFilter = {
  readonly bucket?: Bucket;
  readonly villageCode?: string;
  readonly fundSource?: ArrearsPayer;
  readonly cause?: ArrearsCause;
};

const size = 50;

/**
 * Who loses cover within 90 days by the stricter last day, or lost it of late: in arrears, or with nobody who pays from some month
 * on. Who has the fewest days left stands first.
 */
export const listArrears = read(
  { purpose: "arrears-list", permission: "arrears.read" },
  async (step, input: ArrearsFilter & { readonly page?: number }): Promise<ArrearsBoard> => {
    const { tx, actor, today, seen } = step;
    const { bucket = null, page } = input;
    const all = { ...choiceOf(step, input), bucket: null };
    const groups = await listArrearsGroups(tx, all);
    const asked = groups.filter((group) => bucket === null || group.bucket === bucket);
    const found = await pageOf(
      { page, size },
      async () => asked.reduce((sum, { workers }) => sum + workers, 0),
      (part) => listArrearsRows(tx, { ...all, bucket }, part),
    );
    await seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role, "coverage_status", "paid_until", "fund_source"),
    });
    const pricing = await readPricing(tx, actor.regionCode);
    const rows = found.rows.map((row) => showArrears(step, row, pricing));
    const digest = await findOwnDigest(tx, actor.userId);
    return { ...found, rows, today, thresholds: thresholdsOn(today), digest, groups };
  },
);

/** The few who lose cover next and whom a payment still saves, for a first page; those who already lost it are not among them. */
export const listSoonest = read(
  { purpose: "arrears-soonest", permission: "arrears.read" },
  async (step, input: { readonly most: number }): Promise<readonly ListedArrears[]> => {
    const { tx, actor, today, seen } = step;
    const choice = choiceOf(step, {});
    const found = await listArrearsRows(tx, choice, { limit: mostRead, offset: 0 });
    const rows = found
      .filter(({ endsOn, state }) => state !== "village-owes" && endsOn !== null && endsOn > today)
      .slice(0, input.most);
    await seen({
      personIds: rows.map(({ personId }) => personId),
      fields: shownFields(actor.role, "coverage_status", "paid_until", "fund_source"),
    });
    const pricing = await readPricing(tx, actor.regionCode);
    return rows.map((row) => showArrears(step, row, pricing));
  },
);

/** Of one village; beyond that a first page has other things to say. */
const mostRead = 200;

/** A row as the actor may see it, with the cheapest way out. */
export function showArrears(
  { actor, today }: Pick<Step, "actor" | "today">,
  { personId: _id, code, fullName, villageCode, occupationGroup, sector, asOf: _asOf, ...rest }: ArrearsRow,
  pricing: Pricing,
): ListedArrears {
  const person = showPerson(actor.role, { code, fullName, villageCode, occupationGroup });
  return { person, ...rest, cheapest: cheapestOf({ ...rest, sector }, pricing, today) };
}

/** What a reader asks the board for, on the day of the step. */
export function choiceOf(
  { area, today: on }: Pick<Step, "area" | "today">,
  filter: ArrearsFilter,
): ArrearsChoice {
  return {
    area,
    on,
    thresholds: thresholdsOn(on).days,
    bucket: filter.bucket ?? null,
    villageCode: filter.villageCode ?? null,
    fundSource: filter.fundSource ?? null,
    cause: filter.cause ?? null,
  };
}

type Priced = Pick<ArrearsRow, "cause" | "owedMonths" | "arrearsRupiah" | "endsOn" | "sector">;

function cheapestOf(row: Priced, pricing: Pricing, today: CivilDate): Cheapest {
  const priced = (["asn", "csr", "apbd", "apbdes"] as const).map((by): readonly [NewPayer, number | null] => {
    const answer = priceFor(pricing, { fundSource: by, sector: row.sector, month: monthOf(today) });
    return [by, answer.outcome === "priced" ? answer.price.total : null];
  });
  const isOver = row.endsOn !== null && row.endsOn <= today;
  return cheapestRescue({ ...row, arrears: row.arrearsRupiah, isOver }, new Map(priced));
}
