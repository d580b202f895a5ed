import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { answerDifference, enterBill } from "@tuwai/server/bills";
import { billTexts } from "#language/bills.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = {
  readonly form: FormData;
  readonly month: string;
  readonly groupKey: string;
  readonly language: Language;
};

type BillAnswered = { readonly done: string } | { readonly errors: FormErrors };

/** A bill as somebody typed it, or what becomes of one difference: the form says which. */
export async function answerBill(app: App, actor: Actor, sent: Sent): Promise<BillAnswered> {
  return formText(sent.form, "selisih") === "" ? enter(app, actor, sent) : answer(app, actor, sent);
}

const fieldOf = {
  "code-unclear": "kode",
  "amount-unclear": "jumlah",
  "code-of-another-bill": "kode",
} as const;

async function enter(
  app: App,
  actor: Actor,
  { form, month, groupKey, language }: Sent,
): Promise<BillAnswered> {
  const t = billTexts[language].one;
  const typed = formText(form, "jumlah").replace(/[\s.]/g, "");
  const entered = await enterBill(app, actor, {
    operationId: readOperationId(form, app),
    month,
    groupKey,
    billCode: formText(form, "kode"),
    billedRupiah: /^\d+$/.test(typed) ? Number(typed) : 0,
  });
  if (entered.outcome === "entered") return { done: t.saved };
  return {
    errors: Object.fromEntries(entered.reasons.map((reason) => [fieldOf[reason], t.reasons[reason]])),
  };
}

async function answer(app: App, actor: Actor, { form, language }: Sent): Promise<BillAnswered> {
  const t = billTexts[language].difference;
  const kind = formText(form, "selisih");
  const field = `jawaban-${kind}`;
  try {
    const answered = await answerDifference(app, actor, {
      operationId: readOperationId(form, app),
      billId: formText(form, "tagihan"),
      difference: kind,
      rupiah: Number(formText(form, "rupiah")),
      billAnswer: formText(form, field),
      note: formText(form, "keterangan"),
    });
    if (answered.outcome === "answered") return { done: t.saved };
    return { errors: { [field]: answered.reasons.map((reason) => t.reasons[reason]).join(" ") } };
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return { errors: { keterangan: t.noteRefused } };
    throw error;
  }
}
