import type { Segment } from "@tuwai/domain/contributions";
import { type CivilDate, firstDay, type Month, monthOf } from "@tuwai/domain/time";
import { nowOf } from "#database";
import type { Step } from "#use-case";
import {
  insertObligations,
  type OwedBecause,
  updateRestored,
  updateReversed,
  updateReversedBefore,
  updateReversedEach,
} from "./obligation.store.ts";
import type { FundSource } from "./payer-of.ts";

type Within = Pick<Step, "app" | "tx" | "actor">;

/** A worker with the price of the month, or with the parts of it that are not owed yet. */
export type OwedLine = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly enrolmentId: string;
  readonly segment: Segment;
  readonly fundSource: FundSource;
  readonly price: { readonly parts: readonly { readonly programme: string; readonly amount: number }[] };
};

/**
 * The month is owed by the payers of these workers, from their packet's sending or by a run of the month: one obligation per
 * programme of the insurance, each with its part of the price and the law behind it.
 */
export function recordObligations(
  { app, tx, actor }: Within,
  { month, ...because }: OwedBecause & { readonly month: Month },
  lines: readonly OwedLine[],
): Promise<void> {
  const { regionCode } = actor;
  return insertObligations(
    tx,
    { because, month, regionCode, at: nowOf(tx) },
    lines.flatMap(({ price, personId, villageCode, kecamatanCode, enrolmentId, segment, fundSource }) =>
      price.parts.map((part) => ({
        id: app.newId(),
        personId,
        villageCode,
        kecamatanCode,
        enrolmentId,
        segment,
        fundSource,
        programme: part.programme,
        amountRupiah: part.amount,
        price: part,
      })),
    ),
  );
}

type Reversal = { readonly enrolmentIds: readonly string[]; readonly reason: string };

/** Nothing is owed for these enrolments any more. */
export function reverseObligations({ tx }: Within, reversal: Reversal): Promise<void> {
  return updateReversed(tx, { ...reversal, at: nowOf(tx) });
}

/** Nothing is owed for the months before the one in which BPJS took each of these in: it takes no money for them. */
export function reverseBefore(
  { tx }: Within,
  { enrolments, reason }: { readonly enrolments: readonly TakenIn[]; readonly reason: string },
): Promise<void> {
  const from = enrolments.map(({ enrolmentId, on }) => ({ enrolmentId, month: firstDay(monthOf(on)) }));
  return updateReversedBefore(tx, { enrolments: from, reason, at: nowOf(tx) });
}

/** An enrolment and the day of its acceptance. */
type TakenIn = { readonly enrolmentId: string; readonly on: CivilDate };

/** Owed again, as before the rejection that is taken back. */
export function restoreObligations({ tx }: Within, reversal: Reversal): Promise<void> {
  return updateRestored(tx, reversal);
}

/** Nothing is owed for these months any more, each for its own reason. */
export function reverseEach(
  { tx }: Within,
  reversals: readonly { readonly id: string; readonly reason: string }[],
): Promise<void> {
  return updateReversedEach(tx, reversals, nowOf(tx));
}
