import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { answerRefund, askRefunds, undoRefundAnswer } from "@tuwai/server/refunds";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { refundTexts } from "#language/refunds.ts";
import { formText, readIds, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly language: Language };
type Answer = { readonly errors: FormErrors } | { readonly done: string; readonly tone: "ok" | "warn" };

async function ask(app: App, actor: Actor, { form, language }: Sent, field: string): Promise<Answer> {
  const t = refundTexts[language];
  const { lines } = await askRefunds(app, actor, {
    operationId: readOperationId(form, app),
    refundIds: readIds(form, field),
  });
  if (lines === 0) return { done: t.nothingAsked, tone: "warn" };
  return { done: t.asked(formatNumber(language, lines)), tone: "ok" };
}

export const askChosen = (app: App, actor: Actor, sent: Sent) => ask(app, actor, sent, "baris");
export const askShown = (app: App, actor: Actor, sent: Sent) => ask(app, actor, sent, "tampil");

const fieldOf = {
  "not-asked": "jawaban",
  "answered-already": "jawaban",
  "answer-unknown": "jawaban",
  "payer-unknown": "jawaban",
  "amount-unclear": "jumlah",
  "more-than-paid": "jumlah",
  "bank-unclear": "rekening",
  "without-reason": "keterangan",
} as const;

export async function answerLine(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = refundTexts[language].form;
  const typed = formText(form, "jumlah").replaceAll(/[\s.]/g, "");
  try {
    const answered = await answerRefund(app, actor, {
      operationId: readOperationId(form, app),
      refundId: formText(form, "pengembalian"),
      version: Number(formText(form, "versi")),
      refundAnswer: formText(form, "jawaban"),
      rupiah: /^\d{1,13}$/.test(typed) ? Number(typed) : 0,
      bank: formText(form, "rekening").trim(),
      note: formText(form, "keterangan"),
    });
    if (answered.outcome === "answered") return { done: t.saved, tone: "ok" };
    return {
      errors: Object.fromEntries(answered.reasons.map((reason) => [fieldOf[reason], t.reasons[reason]])),
    };
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { done: t.stale, tone: "warn" };
    if (isAppError(error) && error.code === "identity-number-in-note")
      return { errors: { keterangan: t.noteRefused } };
    throw error;
  }
}

export async function takeAnswerBack(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = refundTexts[language];
  try {
    const answer = await undoRefundAnswer(app, actor, {
      operationId: readOperationId(form, app),
      refundId: formText(form, "pengembalian"),
      version: Number(formText(form, "versi")),
    });
    if (answer.outcome === "undone") return { done: t.undone, tone: "ok" };
    return { done: answer.reasons.map((reason) => t.undoRefused[reason]).join(" "), tone: "warn" };
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { done: t.form.stale, tone: "warn" };
    throw error;
  }
}
