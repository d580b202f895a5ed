import type { BilledLine } from "@tuwai/domain/fulfilment";
import type { RegionCode } from "@tuwai/domain/regions";
import { kindOfVillage } from "#commitments";
import { asSystem } from "#database";
import type { Step } from "#use-case";
import { listPayments, type PaymentRow } from "./payment.store.ts";
import { type BillRow, countVillagePeople, listVillageBills } from "./village-bill.view.ts";

export type VillageMoney = {
  readonly rows: readonly BillRow[];
  readonly payments: readonly PaymentRow[];
  readonly people: { readonly billed: number; readonly received: number };
  /** Lines of commitments by month, with what was booked for each. */
  readonly lines: readonly BilledLine[];
};

const sum = (own: readonly BillRow[], key: "people" | "owed" | "received") =>
  own.reduce((all, row) => all + row[key], 0);

/** What a village owes, paid and was confirmed for in a year; sums of people whom the reader may not see. */
export async function readMoney(
  { app, tx, area }: Pick<Step, "app" | "tx" | "area">,
  of: { readonly villageCode: string; readonly year: number },
): Promise<VillageMoney> {
  const isDesa = kindOfVillage(of.villageCode as RegionCode) === "desa";
  const asked = { ...of, fundSource: isDesa ? ("apbdes" as const) : ("apbd" as const) };
  const [rows, people] = await asSystem(app, async (city) => [
    await listVillageBills(city, area, asked),
    await countVillagePeople(city, area, asked),
  ]);
  const payments = await listPayments(tx, area, of);
  const standing = payments.filter(({ withdrawReason }) => withdrawReason === null);
  const booked = (month: string, commitmentId: string) =>
    standing
      .filter((payment) => payment.month === month)
      .flatMap(({ lines }) => lines.filter((line) => line.commitmentId === commitmentId))
      .reduce((sum, { rupiah }) => sum + rupiah, 0);
  // A group of BPJS may split a line: officers by wage, others on their own.
  const byLine = Map.groupBy(
    rows.filter(({ commitmentId }) => commitmentId !== null),
    ({ month, commitmentId }) => `${month} ${commitmentId}`,
  );
  const lines = [...byLine.values()].map((own): BilledLine => {
    const { month, commitmentId } = own[0]!;
    return {
      month,
      commitmentId: commitmentId!,
      people: sum(own, "people"),
      owed: sum(own, "owed"),
      received: sum(own, "received"),
      booked: booked(month, commitmentId!),
    };
  });
  return { rows, payments, people, lines };
}
