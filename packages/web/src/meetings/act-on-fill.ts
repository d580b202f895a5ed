import { type Actor, type App, AppError, isAppError } from "@tuwai/server/app";
import {
  type AnswerOutcome,
  confirmRow,
  declareInMeeting,
  type FillOutcome,
  getHall,
  type PromiseReason,
  objectToRow,
} from "@tuwai/server/meetings";
import { commitmentGroups } from "@tuwai/domain/commitments";
import { formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { actionOf, formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";
import { countIn } from "./fill-sums.ts";

export type FillAnswer =
  | { readonly done: string }
  | { readonly errors: FormErrors; readonly typed: Readonly<Record<string, string>> };

type Sent = {
  readonly form: FormData;
  readonly language: Language;
  readonly meetingCode: string;
  readonly villageCode: string;
};

/** What a village's form asks for: a draft, a promise, or its word on what was typed for it. */
export async function actOnFill(app: App, actor: Actor, sent: Sent): Promise<FillAnswer> {
  const act = actionOf(sent.form, { rancang: promise, nyatakan: promise, benar: answer, keberatan: answer });
  try {
    return await act(app, actor, sent);
  } catch (error) {
    // The same form came through before, with other numbers in it.
    if (!isAppError(error) || error.code !== "operation-mismatch") throw error;
    return { errors: { "": meetingFillTexts[sent.language].errors.again }, typed: typedIn(sent.form) };
  }
}

export const typedIn = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** The name by which the village is spoken to; it has been found before. */
async function nameOf(app: App, actor: Actor, { meetingCode }: Sent): Promise<string> {
  return (await getHall(app, actor, { meetingCode })).villages[0]?.name ?? "";
}

async function promise(app: App, actor: Actor, sent: Sent): Promise<FillAnswer> {
  const { form, language, meetingCode, villageCode } = sent;
  const split = Object.fromEntries(
    commitmentGroups.flatMap((group) => {
      const count = countIn(formText(form, `orang-${group}`));
      return count === undefined ? [] : [[group, count]];
    }),
  );
  const outcome = await declareInMeeting(app, actor, {
    operationId: readOperationId(form, app),
    meetingCode,
    villageCode,
    heads: countIn(formText(form, "orang")) ?? 0,
    months: countIn(formText(form, "bulan")) ?? 0,
    fundSource: formText(form, "sumber"),
    split,
    reason: formText(form, "alasan"),
    isSure: formText(form, "yakin") === "ya",
    intent: formText(form, "aksi") === "nyatakan" ? "declare" : "draft",
  });
  if (outcome.outcome === "refused")
    return { errors: errorsOf(outcome.reasons, language), typed: typedIn(form) };
  return { done: sayDone(outcome, language, await nameOf(app, actor, sent)) };
}

function sayDone(
  { outcome, rupiah }: Exclude<FillOutcome, { outcome: "refused" }>,
  language: Language,
  villageName: string,
): string {
  const t = meetingFillTexts[language].done;
  const amount = formatRupiah(language, rupiah);
  if (outcome === "declared") return t.declared(villageName, amount);
  return outcome === "confirmed" ? t.confirmed : t[outcome](amount);
}

/** In which field a reason is said; the rest is about the whole form. */
const fieldOf: Partial<Record<PromiseReason, string>> = {
  "heads-missing": "orang",
  "months-missing": "bulan",
  "source-missing": "sumber",
  "source-barred": "sumber",
  "reason-missing": "alasan",
  "nought-too-many": "yakin",
  "split-differs": "orang",
};

function errorsOf(reasons: readonly PromiseReason[], language: Language): FormErrors {
  const t = meetingFillTexts[language].errors;
  const told = reasons.filter((reason) => reason !== "amount-missing" || reasons.length === 1);
  return Object.fromEntries(told.map((reason) => [fieldOf[reason] ?? "", t[reason]]));
}

async function answer(app: App, actor: Actor, sent: Sent): Promise<FillAnswer> {
  const { form, language, meetingCode, villageCode } = sent;
  const t = meetingFillTexts[language];
  const of = { operationId: readOperationId(form, app), meetingCode, villageCode };
  const outcome: AnswerOutcome =
    formText(form, "aksi") === "benar"
      ? await confirmRow(app, actor, of)
      : await objectToRow(app, actor, { ...of, reason: formText(form, "sebab") });
  if (outcome.outcome !== "refused") return { done: t.done[outcome.outcome] };
  const errors = outcome.reasons.map((reason) => [reason === "not-open" ? "" : "sebab", t.errors[reason]]);
  return { errors: Object.fromEntries(errors) as FormErrors, typed: typedIn(form) };
}

/** A village's own code stands with the actor; throws `forbidden` for whoever is of none. */
export function villageOf(actor: Actor): string {
  if (actor.scope === undefined) throw new AppError("forbidden");
  return actor.scope;
}
