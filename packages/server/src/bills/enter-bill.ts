import { isBillAmount, readBillCode } from "@tuwai/domain/bills";
import type { Month } from "@tuwai/domain/time";
import { change, type Operation, type Step } from "#use-case";
import { findByCode, insertBill, replaceBill } from "./bill.store.ts";
import { requireBill, requireMonth } from "./list-bills.ts";

export type EnterBill = Operation & {
  readonly month: string;
  readonly groupKey: string;
  /** The code BPJS gave (kode iuran). */
  readonly billCode: string;
  /** The total on the bill, in whole rupiah. */
  readonly billedRupiah: number;
};

export type EnterBillOutcome =
  | { readonly outcome: "entered"; readonly billId: string }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("code-unclear" | "amount-unclear" | "code-of-another-bill")[];
    };

/** Notes what BPJS billed for a group and month. One noted before is replaced and stays in the history. Throws `not-found`. */
export const enterBill = change(
  { name: "bill.enter", permission: "bill.write" },
  async (step, input: EnterBill): Promise<EnterBillOutcome> => {
    const month = requireMonth(input.month);
    const { key: groupKey } = await requireBill(step, month, input.groupKey);
    const code = readBillCode(input.billCode);
    const { billedRupiah } = input;
    const isOthers = code !== null && (await isOfAnother(step, { groupKey, month, code }));
    const reasons = [
      ...(code === null ? (["code-unclear"] as const) : []),
      ...(isBillAmount(billedRupiah) ? [] : (["amount-unclear"] as const)),
      ...(isOthers ? (["code-of-another-bill"] as const) : []),
    ];
    if (code === null || reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const bill = await keepBill(step, { groupKey, month, code, billedRupiah });
    const details = { groupKey, month, code, billedRupiah, isReplaced: bill.isReplaced };
    await step.audit({ objectType: "bill", objectId: bill.id, details });
    return { outcome: "entered", billId: bill.id };
  },
);

type Billed = {
  readonly groupKey: string;
  readonly month: Month;
  readonly code: string;
  readonly billedRupiah: number;
};

/** Whether the code stands on a bill of another group or month. */
export async function isOfAnother(
  { tx, actor }: Pick<Step, "tx" | "actor">,
  { groupKey, month, code }: Omit<Billed, "billedRupiah">,
): Promise<boolean> {
  const holder = await findByCode(tx, actor.regionCode, code);
  return holder !== undefined && (holder.groupKey !== groupKey || holder.month !== month);
}

/** The bill that stands from now on. */
export async function keepBill(
  step: Pick<Step, "tx" | "actor" | "now" | "newId">,
  billed: Billed,
): Promise<{ readonly id: string; readonly isReplaced: boolean }> {
  const { tx, actor, now: at } = step;
  const bill = { ...billed, regionCode: actor.regionCode, id: step.newId(), by: actor.userId, at };
  const isReplaced = await replaceBill(tx, bill);
  await insertBill(tx, bill);
  return { id: bill.id, isReplaced };
}
