import type { Month } from "#time";

/** What one line of a village's budget owes for one month, with what was booked for it before. */
export type OwedLine = {
  readonly commitmentId: string;
  readonly owed: number;
  readonly booked: number;
};

export type PaidLine = { readonly commitmentId: string; readonly rupiah: number };

/**
 * A payment for a month fills its lines in their order, none beyond what it still owes; what is left over belongs to no line and stays
 * the village's own money.
 */
export function splitPayment(
  rupiah: number,
  lines: readonly OwedLine[],
): { readonly lines: readonly PaidLine[]; readonly over: number } {
  let over = rupiah;
  const paid = lines.flatMap(({ commitmentId, owed, booked }) => {
    const part = Math.min(over, Math.max(0, owed - booked));
    over -= part;
    return part > 0 ? [{ commitmentId, rupiah: part }] : [];
  });
  return { lines: paid, over };
}

/** A line of a budget in one month: who is in the bill, what is owed, booked, and confirmed by BPJS. */
export type BilledLine = OwedLine & {
  readonly month: Month;
  readonly people: number;
  readonly received: number;
};

/** People of a line count as paid for once one of its months is paid in full. */
export function headsPaid(lines: readonly BilledLine[]): number {
  const paid = lines.filter(({ owed, booked }) => owed > 0 && booked >= owed);
  const most = new Map<string, number>();
  for (const { commitmentId, people } of paid)
    most.set(commitmentId, Math.max(most.get(commitmentId) ?? 0, people));
  return [...most.values()].reduce((sum, people) => sum + people, 0);
}
