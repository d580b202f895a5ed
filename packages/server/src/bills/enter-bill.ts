import { change, type Operation } from "#use-case";
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

const codeShape = /^[A-Z0-9-]{6,24}$/;
const mostRupiah = 1_000_000_000_000;

/** Notes what BPJS billed for a group and month. One noted before is replaced and stays in the history. Throws `not-found`. */
export const enterBill = change(
  { name: "bill.enter", permission: "bill.write" },
  async (step, input: EnterBill): Promise<EnterBillOutcome> => {
    const { tx, actor, now: at } = step;
    const month = requireMonth(input.month);
    const { key: groupKey } = await requireBill(step, month, input.groupKey);
    const code = input.billCode.replace(/\s/g, "").toUpperCase();
    const { billedRupiah } = input;
    const holder = await findByCode(tx, actor.regionCode, code);
    const isOthers = holder !== undefined && (holder.groupKey !== groupKey || holder.month !== month);
    const isAmount = Number.isSafeInteger(billedRupiah) && billedRupiah > 0 && billedRupiah <= mostRupiah;
    const reasons = [
      ...(codeShape.test(code) ? [] : (["code-unclear"] as const)),
      ...(isAmount ? [] : (["amount-unclear"] as const)),
      ...(isOthers ? (["code-of-another-bill"] as const) : []),
    ];
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const id = step.newId();
    const bill = {
      regionCode: actor.regionCode,
      id,
      groupKey,
      month,
      code,
      billedRupiah,
      by: actor.userId,
      at,
    };
    const isReplaced = await replaceBill(tx, bill);
    await insertBill(tx, bill);
    const details = { groupKey, month, code, billedRupiah, isReplaced };
    await step.audit({ objectType: "bill", objectId: id, details });
    return { outcome: "entered", billId: id };
  },
);
