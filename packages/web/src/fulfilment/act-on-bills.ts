import type { Actor, App } from "@tuwai/server/app";
import { bookVillagePayment, type PaymentReason, withdrawVillagePayment } from "@tuwai/server/fulfilment";
import { formatRupiah } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly language: Language; readonly villageCode: string };
export type BillsAnswer =
  | { readonly done: string }
  | { readonly errors: FormErrors; readonly typed: Readonly<Record<string, string>> };

const fieldOf: Readonly<Record<PaymentReason, string>> = {
  "month-unclear": "bulan",
  "nothing-billed": "bulan",
  "number-missing": "nomor",
  "known-already": "nomor",
  "day-unclear": "tanggal",
  "amount-unclear": "jumlah",
};

/** Books a payment or takes one back: the button pressed says which. */
export async function actOnBills(app: App, actor: Actor, sent: Sent): Promise<BillsAnswer> {
  const { form, language, villageCode } = sent;
  const t = fulfilmentTexts[language].bills;
  const operationId = readOperationId(form, app);
  const typed = Object.fromEntries(
    ["bulan", "nomor", "tanggal", "jumlah"].map((name) => [name, formText(form, name)]),
  );
  if (formText(form, "aksi") === "tarik") {
    const withdrawal = { villagePaymentId: formText(form, "pembayaran"), reason: formText(form, "sebab") };
    const answer = await withdrawVillagePayment(app, actor, { operationId, ...withdrawal });
    if (answer.outcome === "withdrawn") return { done: t.payments.withdrawnDone };
    return { errors: { sebab: t.payments.reasonMissing }, typed };
  }
  const amount = formText(form, "jumlah").replaceAll(/[.\s]/g, "");
  const answer = await bookVillagePayment(app, actor, {
    operationId,
    villageCode,
    month: formText(form, "bulan"),
    paymentNumber: formText(form, "nomor"),
    paidOn: formText(form, "tanggal"),
    paidRupiah: /^\d{1,12}$/.test(amount) ? Number(amount) : 0,
  });
  if (answer.outcome === "booked") {
    const rupiah = formatRupiah(language, answer.toLines + answer.over);
    const over = formatRupiah(language, answer.over);
    return { done: answer.over > 0 ? t.book.doneOver(rupiah, over) : t.book.done(rupiah) };
  }
  const errors: Record<string, string> = {};
  for (const reason of answer.reasons) errors[fieldOf[reason]] ??= t.book.errors[reason];
  return { errors, typed };
}
