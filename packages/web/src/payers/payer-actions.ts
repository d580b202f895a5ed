import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { enterPeriod, notePayer, undoHandOver, withdrawPeriod } from "@tuwai/server/payers";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { payerTexts } from "#language/payers.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly language: Language; readonly payerId: string };
type Answer = { readonly errors: FormErrors } | { readonly done: string; readonly tone?: "ok" | "warn" };

const termField = {
  "name-unclear": "nama",
  "contact-too-long": "kontak",
  "agreement-too-long": "perjanjian",
  "kind-unknown": "nama",
  "source-unknown": "nama",
  "known-already": "nama",
} as const;

export async function notePayerTerms(
  app: App,
  actor: Actor,
  { form, language, payerId }: Sent,
): Promise<Answer> {
  const t = payerTexts[language].add;
  try {
    const answer = await notePayer(app, actor, {
      operationId: readOperationId(form, app),
      payerId,
      version: Number(formText(form, "versi")),
      name: formText(form, "nama"),
      contact: formText(form, "kontak"),
      agreement: formText(form, "perjanjian"),
    });
    if (answer.outcome === "noted") return { done: t.saved };
    return {
      errors: Object.fromEntries(answer.reasons.map((reason) => [termField[reason], t.reasons[reason]])),
    };
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { errors: { nama: t.stale } };
    if (isAppError(error) && error.code === "identity-number-in-note")
      return { errors: { kontak: t.noteRefused } };
    throw error;
  }
}

const periodField = {
  "month-unclear": "dari",
  "ends-before-it-begins": "sampai",
  overlaps: "dari",
  "amount-unclear": "anggaran",
  "heads-unclear": "orang",
} as const;

export async function enterNewPeriod(
  app: App,
  actor: Actor,
  { form, language, payerId }: Sent,
): Promise<Answer> {
  const t = payerTexts[language].periods;
  const answer = await enterPeriod(app, actor, {
    operationId: readOperationId(form, app),
    payerId,
    fromMonth: formText(form, "dari").trim(),
    lastMonth: formText(form, "sampai").trim(),
    budgetRupiah: wholeNumber(formText(form, "anggaran")),
    heads: wholeNumber(formText(form, "orang")),
  });
  if (answer.outcome === "entered") return { done: t.saved };
  return {
    errors: Object.fromEntries(answer.reasons.map((reason) => [periodField[reason], t.reasons[reason]])),
  };
}

/** People write thousands with dots; 0 for what is no number, which the rule refuses. */
function wholeNumber(typed: string): number {
  const digits = typed.replaceAll(/[\s.]|^Rp/gi, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : 0;
}

export async function takeBackPeriod(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = payerTexts[language].periods;
  const { outcome } = await withdrawPeriod(app, actor, {
    operationId: readOperationId(form, app),
    periodId: formText(form, "masa"),
    reason: formText(form, "alasan"),
  });
  return outcome === "withdrawn" ? { done: t.withdrawn } : { errors: { alasan: t.withoutReason } };
}

export async function takeBackHandOver(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = payerTexts[language].handOver;
  const answer = await undoHandOver(app, actor, {
    operationId: readOperationId(form, app),
    handoverId: formText(form, "serah"),
  });
  if (answer.outcome === "undone") return { done: t.undoDone(formatNumber(language, answer.workers)) };
  return { done: answer.reasons.map((reason) => t.undoRefused[reason]).join(" "), tone: "warn" };
}
