import { type JudgedBill, judgeBill } from "@tuwai/domain/bills";
import { type Month, monthOf, parseMonth } from "@tuwai/domain/time";
import { may } from "#access";
import { AppError } from "#app";
import { asSystem } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import { type BillRow, listBillLines, listBillRows } from "./bill.view.ts";

export type Bill = BillRow & JudgedBill;

/**
 * The groups of a month with what they owe, were billed and paid, and where these differ. Sums of groups, made by the city itself:
 * finance reads them and no worker behind them. Throws `invalid-input`.
 */
export const listBills = read(
  { purpose: "bills", permission: "bill.read" },
  async (step, { month }: { readonly month: string }): Promise<readonly Bill[]> =>
    summedBills(step, requireMonth(month)),
);

export type ShownBill = Bill & {
  readonly month: Month;
  /** Null for whoever reads sums alone. */
  readonly lines: PageOf<{
    readonly person: ShownPerson;
    readonly owed: number;
    readonly received: number;
  }> | null;
};

type Input = { readonly month: string; readonly groupKey: string; readonly page?: number };

/** The bill of one group and month, with everybody in it for whoever may know them. Throws `not-found`. */
export const getBill = read(
  { purpose: "bill", permission: "bill.read" },
  async (step, input: Input): Promise<ShownBill> => {
    const month = parseMonth(input.month);
    if (month === undefined) throw new AppError("not-found");
    const bill = requireKey(await summedBills(step, month), input.groupKey);
    if (!may(step.actor, "bill.workers.read")) return { ...bill, month, lines: null };
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

/**
 * How many groups of this month are to be billed and are not, and how many bills differ without an answer. A bill is due once BPJS has
 * taken somebody in and what is owed has not arrived by another way.
 */
export async function countBills(
  step: Pick<Step, "tx" | "actor" | "today">,
): Promise<{ readonly unbilled: number; readonly differing: number }> {
  const bills = await judgedBills(step, monthOf(step.today));
  const due = bills.filter(
    ({ state, accepted, owed, receivedOtherwise }) =>
      state === "no-bill" && accepted > 0 && receivedOtherwise < owed,
  );
  return { unbilled: due.length, differing: bills.filter(({ state }) => state === "differs").length };
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
  return requireKey(await judgedBills(step, month), key);
}

/** The groups of a month as the actor's own login sees them. */
export const listBillsIn = (step: Pick<Step, "tx" | "actor">, month: Month): Promise<readonly Bill[]> =>
  judgedBills(step, month);

function requireKey(bills: readonly Bill[], key: string): Bill {
  const bill = bills.find((one) => one.key === key);
  if (bill === undefined) throw new AppError("not-found", { object: "bill" });
  return bill;
}

/** The groups of a month as the city itself adds them up. */
export const summedBills = (
  { app, actor }: Pick<Step, "app" | "actor">,
  month: Month,
): Promise<readonly Bill[]> => asSystem(app, (tx) => judgedBills({ tx, actor }, month));

async function judgedBills(
  { tx, actor }: Pick<Step, "tx" | "actor">,
  month: Month,
): Promise<readonly Bill[]> {
  const rows = await listBillRows(tx, { regionCode: actor.regionCode, month });
  return rows.map((row) => ({ ...row, ...judgeBill(row) }));
}
