import { splitPayment } from "@tuwai/domain/fulfilment";
import { accountOf, type PayerAccount } from "@tuwai/domain/ledger";
import { rupiah as asRupiah } from "@tuwai/domain/money";
import type { RegionCode } from "@tuwai/domain/regions";
import { parseCivilDate, parseMonth } from "@tuwai/domain/time";
import { AppError, isUuid, readNote } from "#app";
import { kindOfVillage } from "#commitments";
import { lockCity } from "#database";
import { postEntries, proposeMirror } from "#ledger";
import { placeOf } from "#regions";
import { change, type Operation, type Step } from "#use-case";
import { readBalance } from "./owed.view.ts";
import { insertPayment, lockPayment, markWithdrawn } from "./payment.store.ts";
import { readMoney } from "./read-bills.ts";

export type BookVillagePayment = Operation & {
  readonly villageCode: string;
  /** The month of protection it is for. */
  readonly month: string;
  /** Of the order it was paid by (SP2D, or the village's own). */
  readonly paymentNumber: string;
  /** "YYYY-MM-DD" */
  readonly paidOn: string;
  readonly paidRupiah: number;
};

export type PaymentReason =
  | "month-unclear"
  | "nothing-billed"
  | "number-missing"
  | "day-unclear"
  | "amount-unclear"
  | "known-already";
export type BookOutcome =
  | {
      readonly outcome: "booked";
      readonly paymentId: string;
      /** What went to lines of the budget, and what is left to the village's own money. */
      readonly toLines: number;
      readonly over: number;
    }
  | { readonly outcome: "refused"; readonly reasons: readonly PaymentReason[] };

/**
 * Money of a village for a month, booked once: into the books as received and set against what the village owes, and to the lines of its
 * budget. Cover follows when BPJS confirms it, never from here. Throws `not-found`, and what the books refuse.
 */
export const bookVillagePayment = change(
  { name: "village-payment.book", permission: "village_commitment.book" },
  async (step, input: BookVillagePayment): Promise<BookOutcome> => {
    const { tx, actor, now: at, today } = step;
    const place = step.within((await placeOf(tx, input.villageCode)) ?? undefined);
    const { villageCode, kecamatanCode } = place;
    await lockCity(tx, "village-payments");
    const month = parseMonth(input.month);
    const number = readNote(input.paymentNumber);
    const paidOn = parseCivilDate(input.paidOn);
    const { paidRupiah } = input;
    const isAmount = Number.isSafeInteger(paidRupiah) && paidRupiah > 0 && paidRupiah < 1e12;
    const year = Number(month?.slice(0, 4) ?? 0);
    const money = await readMoney(step, { villageCode, year });
    const lines = money.lines.filter((line) => line.month === month);
    const isKnown = money.payments.some(
      (payment) =>
        payment.withdrawReason === null &&
        payment.month === month &&
        payment.number.toLowerCase() === number?.toLowerCase(),
    );
    const reasons: readonly PaymentReason[] = [
      ...(month === undefined ? (["month-unclear"] as const) : []),
      ...(month !== undefined && lines.length === 0 ? (["nothing-billed"] as const) : []),
      ...(number === null || number.length > 60 ? (["number-missing"] as const) : []),
      ...(paidOn === undefined || paidOn > today ? (["day-unclear"] as const) : []),
      ...(isAmount ? [] : (["amount-unclear"] as const)),
      ...(isKnown ? (["known-already"] as const) : []),
    ];
    if (reasons.length > 0 || month === undefined || number === null || paidOn === undefined)
      return step.unchanged({ outcome: "refused", reasons });
    const split = splitPayment(paidRupiah, lines);
    const id = step.newId();
    const entryIds = await post(step, { id, villageCode, paidOn, paidRupiah });
    const { regionCode, userId: by } = actor;
    const of = { regionCode, villageCode, kecamatanCode, by, at };
    const paid = { id, month, number, paidOn, rupiah: paidRupiah, lines: split.lines, entryIds };
    await insertPayment(tx, { ...of, ...paid });
    const details = { villageCode, month, rupiah: paidRupiah, lines: split.lines.length };
    await step.audit({ objectType: "village_commitment", objectId: id, details });
    return { outcome: "booked", paymentId: id, toLines: paidRupiah - split.over, over: split.over };
  },
);

type Paid = {
  readonly id: string;
  readonly villageCode: string;
  readonly paidOn: NonNullable<ReturnType<typeof parseCivilDate>>;
  readonly paidRupiah: number;
};

/** Each payer's money lies on an account of its own; what it owes is set against it, the rest stays its money. */
async function post(step: Step, { id, villageCode, paidOn, paidRupiah }: Paid): Promise<readonly string[]> {
  const isDesa = kindOfVillage(villageCode as RegionCode) === "desa";
  const payer: PayerAccount = isDesa ? { kind: "village", code: villageCode } : { kind: "city" };
  const bank = isDesa ? `desa-${villageCode}` : "kas-kota";
  const account = isDesa ? accountOf("village-owes", "D", villageCode) : accountOf("city-owes", "K");
  const owed = await readBalance(step.tx, account);
  const against = Math.min(paidRupiah, Math.max(0, owed));
  const from = { kind: "payer", payer } as const;
  const receive = { kind: "receive", bank, from, amount: asRupiah(paidRupiah) } as const;
  const entries = [
    { id: step.newId(), event: receive, naturalKey: `village|${id}`, valueDate: paidOn },
    ...(against === 0
      ? []
      : [
          {
            id: step.newId(),
            event: { kind: "allocate" as const, payer, amount: asRupiah(against) },
            naturalKey: `village-for|${id}`,
            valueDate: paidOn,
          },
        ]),
  ];
  await postEntries(step, entries);
  return entries.map((entry) => entry.id);
}

export type WithdrawVillagePayment = Operation & {
  readonly villagePaymentId: string;
  readonly reason: string;
};
export type WithdrawPaymentOutcome =
  | { readonly outcome: "withdrawn" }
  | { readonly outcome: "refused"; readonly reasons: readonly "reason-missing"[] };

/** A payment booked by mistake counts no more; its entries leave the books when a second person has approved it. Throws `not-found`. */
export const withdrawVillagePayment = change(
  { name: "village-payment.withdraw", permission: "village_commitment.book" },
  async (step, input: WithdrawVillagePayment): Promise<WithdrawPaymentOutcome> => {
    const { villagePaymentId: id } = input;
    const payment = isUuid(id) ? await lockPayment(step.tx, step.area, id) : undefined;
    if (payment === undefined) throw new AppError("not-found", { object: "village-payment" });
    const reason = readNote(input.reason);
    if (reason === null) return step.unchanged({ outcome: "refused", reasons: ["reason-missing"] });
    await markWithdrawn(step.tx, { id, by: step.actor.userId, at: step.now, reason });
    for (const entryId of payment.entryIds) await proposeMirror(step, entryId, reason);
    await step.audit({ objectType: "village_commitment", objectId: id, details: { reason } });
    return { outcome: "withdrawn" };
  },
);
