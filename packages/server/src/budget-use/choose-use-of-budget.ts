import type { BudgetRank, BudgetUse, Fundable, FundingWay } from "@tuwai/domain/optimisation";
import type { Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import { type ChosenBudgetUse, chooseBudgetUse } from "#optimisation";
import { showPerson, shownFields, type ShownPerson } from "#people";
import { act } from "#use-case";
import { type BudgetFund, readFundables } from "./read-fundables.ts";

/** What the same money reaches: the best use, or going down the list. */
export type BudgetSum = Pick<BudgetUse, "fullMonths" | "cost" | "left"> & {
  readonly funded: number;
  readonly settled: number;
};

export type FundedPerson = {
  readonly person: ShownPerson;
  readonly rank: number;
  readonly because: readonly string[];
  readonly way: FundingWay;
};

export type UseOfBudget = {
  readonly from: Month;
  readonly best: BudgetSum;
  readonly plain: BudgetSum;
  readonly plainTaken: ChosenBudgetUse["plainTaken"];
  readonly ranks: readonly BudgetRank[];
  readonly people: number;
  /** The least money that gives anybody one month of full cover; null where none does. */
  readonly cheapest: number | null;
  /** In arrears and left out of the choice. */
  readonly over: number;
  readonly beingRescued: number;
  /** Those who come first, as many as are shown. */
  readonly funded: readonly FundedPerson[];
};

type Input = {
  /** Whole rupiah. */
  readonly budgetRupiah: number;
  /** So many months from this one on are paid for at most. */
  readonly paidMonths: number;
  readonly fundSource: string;
};

const mostBudget = 100_000_000_000;
const mostMonths = 24;
const SHOWN = 200;

/**
 * Which workers, arrears and new members so much money would best pay for, under the policy's order. Nothing is written: it is a
 * choice to look at. Throws `invalid-input` with the field out of its bounds.
 */
export const chooseUseOfBudget = act(
  { name: "budget.choose", permission: "pledge.match" },
  async (call, input: Input): Promise<UseOfBudget> => {
    const { budgetRupiah: budget, paidMonths: months } = input;
    requireWhole("budgetRupiah", budget, mostBudget);
    requireWhole("paidMonths", months, mostMonths);
    const fundSource = requireFund(input.fundSource);
    const found = await call.look((step) => readFundables(step, { months, fundSource }));
    const { use, plain, plainTaken } = await chooseBudgetUse({ fundables: found.fundables, budget });
    const shown = use.funded.slice(0, SHOWN);
    const { role } = call.actor;
    await call.look(({ seen }) =>
      seen({ personIds: shown.map(({ id }) => id), fields: shownFields(role), purpose: "best-budget" }),
    );
    return {
      from: found.from,
      best: sumOf(use),
      plain: sumOf(plain),
      plainTaken,
      ranks: use.ranks,
      people: found.fundables.length,
      cheapest: cheapestOf(found.fundables),
      over: found.over,
      beingRescued: found.beingRescued,
      funded: shown.map(({ id, rank, way }) => {
        const person = found.people.get(id)!;
        return { person: showPerson(role, person), rank, because: person.because, way };
      }),
    };
  },
);

function sumOf({ fullMonths, cost, left, funded }: BudgetUse): BudgetSum {
  const settled = funded.filter(({ way }) => way.kind === "rescue").length;
  return { fullMonths, cost, left, funded: funded.length, settled };
}

function cheapestOf(fundables: readonly Fundable[]): number | null {
  const costs = fundables.flatMap(({ ways }) =>
    ways.filter((way) => way.fullMonths > 0).map(({ cost }) => cost),
  );
  return costs.length === 0 ? null : costs.reduce((least, cost) => Math.min(least, cost));
}

function requireWhole(field: string, value: number, to: number): void {
  if (!Number.isInteger(value) || value < 1 || value > to)
    throw new AppError("invalid-input", { field, reason: "out-of-range", from: 1, to });
}

function requireFund(fundSource: string): BudgetFund {
  if (fundSource === "apbd" || fundSource === "csr") return fundSource;
  throw new AppError("invalid-input", { field: "fundSource" });
}
