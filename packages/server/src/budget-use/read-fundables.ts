import { type Fundable, waysOfGrant, waysOfRescue } from "@tuwai/domain/optimisation";
import { type Month, monthOf, shiftMonth } from "@tuwai/domain/time";
import { priceList, readPricing } from "#contributions";
import { listAllWaiting } from "#matching";
import type { Step } from "#use-case";
import { type ArrearsRow, listInArrears } from "./in-arrears.view.ts";

export type BudgetFund = "apbd" | "csr";

type Asked = { readonly months: number; readonly fundSource: BudgetFund };

/** Whoever the budget could pay for, with what is shown of them. */
export type FundablePerson = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  /** Why the policy puts them where they are, as codes; that somebody is poorer than others is never among them. */
  readonly because: readonly string[];
};

export type Fundables = {
  readonly fundables: readonly Fundable[];
  readonly people: ReadonlyMap<string, FundablePerson>;
  readonly from: Month;
  /** In arrears and left out: membership is over already, or somebody rescues them. */
  readonly over: number;
  readonly beingRescued: number;
};

/** Endorsed workers without a payer and members in arrears, each with every way in which this money could be spent on them. */
export async function readFundables(step: Step, { months, fundSource }: Asked): Promise<Fundables> {
  const pricing = priceList(await readPricing(step.tx, step.actor.regionCode));
  const priceOf = (sector: ArrearsRow["sector"]) => (month: Month) => {
    const answer = pricing({ fundSource, sector, month });
    return answer.outcome === "priced" ? answer.price.total : undefined;
  };
  const from = monthOf(step.today);
  const waiting = await listAllWaiting(step);
  const arrears = await listInArrears(step.tx, { area: step.area, on: step.today });
  const payable = arrears.filter(({ isOver, isBeingRescued }) => !isOver && !isBeingRescued);
  const isWaiting = new Set(waiting.map(({ personId }) => personId));
  const members = payable.filter(({ personId }) => !isWaiting.has(personId));
  return {
    fundables: [
      ...waiting.map(({ personId, isFirst, score, sector }) => ({
        id: personId,
        score: isFirst ? Number.MAX_SAFE_INTEGER : score,
        ways: waysOfGrant({ from, months }, priceOf(sector)),
      })),
      ...members.map((row) => ({
        id: row.personId,
        score: row.score,
        ways: waysOfMember(row, { from, months }, priceOf(row.sector)),
      })),
    ],
    people: new Map<string, FundablePerson>([
      ...waiting.map((row) => [row.personId, { ...row, because: becauseOf(row) }] as const),
      ...members.map((row) => [row.personId, { ...row, because: [] }] as const),
    ]),
    from,
    over: arrears.filter(({ isOver }) => isOver).length,
    beingRescued: arrears.filter(({ isOver, isBeingRescued }) => !isOver && isBeingRescued).length,
  };
}

function waysOfMember(
  row: ArrearsRow,
  horizon: { readonly from: Month; readonly months: number },
  priceOf: (month: Month) => number | undefined,
): Fundable["ways"] {
  const { participantSince: since, owedMonths, arrearsRupiah, isPayerGone } = row;
  if (arrearsRupiah === null) return [];
  const owedFrom = shiftMonth(monthOf(row.paidUntil), 1);
  const afterOwed = shiftMonth(owedFrom, owedMonths);
  const from = afterOwed > horizon.from ? afterOwed : horizon.from;
  const facts = { since, owedFrom, owedMonths, arrears: arrearsRupiah, isPayerGone };
  return waysOfRescue(facts, { ...horizon, from }, priceOf);
}

const becauseOf = (row: { readonly isFirst: boolean; readonly scoreCodes: readonly string[] }) => [
  ...(row.isFirst ? ["lost-sponsor"] : []),
  ...row.scoreCodes.filter((code) => code !== "lower-welfare"),
];
