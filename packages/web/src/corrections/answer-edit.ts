import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  type CorrectionSource,
  correctionSources,
  type EditOutcome,
  type EditReason,
  editPerson,
  undoEdit,
} from "@tuwai/server/corrections";
import { sayIssue } from "#imports";
import { correctionTexts } from "#language/corrections.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";
import { type FieldOf, fieldsInOrder, formNames } from "./field-names.ts";

type Sent = { readonly form: FormData; readonly personCode: string; readonly language: Language };
export type EditAnswer =
  | { readonly done: string }
  | {
      readonly errors: FormErrors;
      readonly isStale: boolean;
      /** What was typed, by form name; numbers of the card and the mother's name are typed again. */
      readonly sent: Readonly<Record<string, string>>;
    };

/** What the form says is kept, or one change is taken back; else what has to be mended. */
export async function answerEdit(app: App, actor: Actor, sent: Sent): Promise<EditAnswer> {
  const { form, language } = sent;
  const t = correctionTexts[language];
  const correctionId = formText(form, "urungkan");
  if (correctionId === "") return edit(app, actor, sent);
  const answer = await undoEdit(app, actor, { operationId: readOperationId(form, app), correctionId });
  if (answer.outcome === "undone") return { done: t.undone };
  return refused(form, { "": answer.reasons.map((reason) => t.undoRefusals[reason]).join(" ") });
}

async function edit(app: App, actor: Actor, { form, personCode, language }: Sent): Promise<EditAnswer> {
  const t = correctionTexts[language];
  const source = correctionSources.find((known) => known === formText(form, "sumber"));
  try {
    const answer = await editPerson(app, actor, {
      operationId: readOperationId(form, app),
      personCode,
      version: Number(formText(form, "versi")) || 0,
      fields: typedFields(form),
      source: source ?? ("" as CorrectionSource),
      toldOn: formText(form, "tanggal"),
      note: formText(form, "alasan"),
    });
    if (answer.outcome === "recorded") return { done: sayKept(language, answer) };
    return refused(form, errorsOf(language, answer.reasons));
  } catch (error) {
    if (isAppError(error) && error.code === "stale")
      return { ...refused(form, { "": t.stale }), isStale: true };
    if (isAppError(error) && error.code === "identity-number-in-note")
      return refused(form, { alasan: t.noteRefused });
    throw error;
  }
}

/** A field that shows nothing and was left empty is not said; the form marks such fields. */
function typedFields(form: FormData): Readonly<Partial<Record<FieldOf, string>>> {
  const unseen = new Set(form.getAll("tertutup"));
  const said = fieldsInOrder.flatMap((field): [FieldOf, string][] => {
    const name = formNames[field];
    const text = formText(form, name);
    if (!form.has(name) || (text === "" && unseen.has(name))) return [];
    return [[field, text]];
  });
  return Object.fromEntries(said);
}

function sayKept(language: Language, kept: Extract<EditOutcome, { readonly outcome: "recorded" }>): string {
  const t = correctionTexts[language];
  const names = (fields: readonly FieldOf[]) =>
    fields.map((field) => t.fields[field].toLowerCase()).join(", ");
  const { standing, waiting } = kept;
  return [
    ...(standing.length > 0 ? [t.saved(names(standing))] : []),
    ...(waiting.length > 0 ? [t.savedWaiting(names(waiting))] : []),
  ].join(" ");
}

const aboutTelling: Readonly<Record<string, string>> = {
  "without-day": "tanggal",
  "day-in-the-future": "tanggal",
  "without-source": "sumber",
};

/** Each reason beside its field, in words; one about no field stands above the form. */
export function errorsOf(language: Language, reasons: readonly EditReason[]): FormErrors {
  const errors: Record<string, string> = {};
  for (const reason of reasons) {
    const at = reason.field === null ? (aboutTelling[reason.code] ?? "") : formNames[reason.field];
    errors[at] = [errors[at], sayReason(language, reason)].filter(Boolean).join(" ");
  }
  return errors;
}

function sayReason(language: Language, { code, details }: EditReason): string {
  const words: Readonly<Record<string, string>> = correctionTexts[language].refusals;
  if (words[code] !== undefined) return words[code];
  const { problem, repair } = sayIssue(language, { code, details });
  return `${problem} ${repair}`;
}

const neverSentBack: readonly FieldOf[] = ["nik", "familyCard", "motherName"];

function refused(form: FormData, errors: FormErrors): Exclude<EditAnswer, { readonly done: string }> {
  const kept = fieldsInOrder
    .filter((field) => !neverSentBack.includes(field))
    .map((field) => formNames[field]);
  const names = [...kept, "sumber", "tanggal"].filter((name) => form.has(name));
  return {
    errors,
    isStale: false,
    sent: Object.fromEntries(names.map((name) => [name, formText(form, name)])),
  };
}
