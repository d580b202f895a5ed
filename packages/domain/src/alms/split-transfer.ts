import { type Rupiah, rupiah, sumRupiah } from "#money";

/** What a row of an approved batch is for. */
export type BatchRow = { readonly purpose: "contribution" | "alms"; readonly amount: Rupiah };

export type MixedTransfer = {
  /** What the bank line says, rupiah. */
  readonly total: Rupiah;
  readonly isApproved: boolean;
  readonly rows: readonly BatchRow[];
};

export type TransferSplit =
  /** Each part goes through the clearing account of its own books; both end at zero. */
  | { readonly outcome: "split"; readonly contributions: Rupiah; readonly alms: Rupiah }
  /** Nothing says what it is for: all of it waits, none of it is guessed. */
  | { readonly outcome: "suspense"; readonly amount: Rupiah; readonly reason: SuspenseReason };
export type SuspenseReason = "no-rows" | "not-approved" | "sum-differs";

/** Splits a transfer with two purposes by the rows of an approved batch alone, and only where they add up to it exactly. */
export function splitTransfer({ total, isApproved, rows }: MixedTransfer): TransferSplit {
  const sumFor = (purpose: BatchRow["purpose"]): Rupiah =>
    sumRupiah(rows.filter((row) => row.purpose === purpose).map(({ amount }) => amount));
  const [contributions, alms] = [sumFor("contribution"), sumFor("alms")];
  const suspense = (reason: SuspenseReason): TransferSplit => ({
    outcome: "suspense",
    amount: total,
    reason,
  });
  if (rows.length === 0) return suspense("no-rows");
  if (!isApproved) return suspense("not-approved");
  return rupiah(contributions + alms) === total
    ? { outcome: "split", contributions, alms }
    : suspense("sum-differs");
}
