import type { Month } from "@tuwai/domain/time";
import { nowOf } from "#database";
import type { Step } from "#use-case";
import { insertObligations, updateRestored, updateReversed } from "./obligation.store.ts";
import type { FundSource } from "./payer-of.ts";

type Within = Pick<Step, "app" | "tx" | "actor">;

/** A worker of a packet with the price of the month. */
export type OwedLine = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly enrolmentId: string;
  readonly fundSource: FundSource;
  readonly price: { readonly parts: readonly { readonly programme: string; readonly amount: number }[] };
};

/**
 * From a packet's sending on the month is owed by the payers of its workers: one obligation per programme of the insurance,
 * each with its part of the price and the law behind it.
 */
export function recordObligations(
  { app, tx, actor }: Within,
  packet: { readonly packetId: string; readonly month: Month },
  lines: readonly OwedLine[],
): Promise<void> {
  const { regionCode } = actor;
  return insertObligations(
    tx,
    { ...packet, regionCode, at: nowOf(tx) },
    lines.flatMap(({ price, personId, villageCode, kecamatanCode, enrolmentId, fundSource }) =>
      price.parts.map((part) => ({
        id: app.newId(),
        personId,
        villageCode,
        kecamatanCode,
        enrolmentId,
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

/** Owed again, as before the rejection that is taken back. */
export function restoreObligations({ tx }: Within, reversal: Reversal): Promise<void> {
  return updateRestored(tx, reversal);
}
