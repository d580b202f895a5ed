import { type JudgedBill, judgeBill } from "@tuwai/domain/bills";
import { type Month, monthOf, parseMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import { type BillRow, listBillLines, listBillRows } from "./bill.view.ts";

export type Bill = BillRow & JudgedBill;

/** The groups of a month with what they owe, were billed and paid, and where these differ. Throws `invalid-input`. */
export const listBills = read(
  { purpose: "bills", permission: "bill.read" },
  async (step, { month }: { readonly month: string }): Promise<readonly Bill[]> =>
    judgedBills(step, requireMonth(month)),
);

export type ShownBill = Bill & {
  readonly month: Month;
  readonly lines: PageOf<{ readonly person: ShownPerson; readonly owed: number; readonly received: number }>;
};

type Input = { readonly month: string; readonly groupKey: string; readonly page?: number };

/** The bill of one group and month with everybody in it. Throws `not-found`. */
export const getBill = read(
  { purpose: "bill", permission: "bill.read" },
  async (step, input: Input): Promise<ShownBill> => {
    const month = parseMonth(input.month);
    if (month === undefined) throw new AppError("not-found");
    const bill = await requireBill(step, month, input.groupKey);
    const of = { regionCode: step.actor.regionCode, month };
    const found = await pageOf(
      { page: input.page, size: 100 },
      async () => bill.workers,
      (part) => listBillLines(step.tx, of, { key: bill.key, code: bill.code, ...part }),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(step.actor.role),
    });
    const rows = found.rows.map(({ owed, received, ...person }) => ({
      person: showPerson(step.actor.role, person),
      owed,
      received,
    }));
    return { ...bill, month, lines: { ...found, rows } };
  },
);

/** How many groups of this month are owed and not billed, and how many bills differ without an answer. */
export async function countBills(
  step: Pick<Step, "tx" | "actor" | "today">,
): Promise<{ readonly unbilled: number; readonly differing: number }> {
  const bills = await judgedBills(step, monthOf(step.today));
  const inState = (asked: Bill["state"]) => bills.filter(({ state }) => state === asked).length;
  return { unbilled: inState("no-bill"), differing: inState("differs") };
}

export function requireMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === undefined) throw new AppError("invalid-input", { field: "month" });
  return month;
}

export async function requireBill(
  step: Pick<Step, "tx" | "actor">,
  month: Month,
  key: string,
): Promise<Bill> {
  const bill = (await judgedBills(step, month)).find((one) => one.key === key);
  if (bill === undefined) throw new AppError("not-found", { object: "bill" });
  return bill;
}

async function judgedBills(
  { tx, actor }: Pick<Step, "tx" | "actor">,
  month: Month,
): Promise<readonly Bill[]> {
  const rows = await listBillRows(tx, { regionCode: actor.regionCode, month });
  return rows.map((row) => ({ ...row, ...judgeBill(row) }));
}
