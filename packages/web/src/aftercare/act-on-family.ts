import type { Actor, App } from "@tuwai/server/app";
import { lookIntoVisitNotes, noteFamilyVisit } from "@tuwai/server/aftercare";
import { aftercareTexts } from "#language/aftercare.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";

/** What spoke against a form, with what was typed in it. */
export type Failed = {
  readonly act: string;
  readonly error: string;
  readonly typed: Readonly<Record<string, string>>;
};
export type FamilyAnswer =
  | { readonly done: string; readonly code: string }
  | { readonly opened: Readonly<Record<string, string>> }
  | Failed;

type Sent = { readonly form: FormData; readonly claimCode: string; readonly language: Language };
const fields = ["hari", "keadaan", "butuh", "catatan", "alasan"];

/** What one of the page's forms asks for: a visit to be noted, or its notes to be opened. */
export async function actOnFamily(app: App, actor: Actor, sent: Sent): Promise<FamilyAnswer> {
  const { form, claimCode, language } = sent;
  const t = aftercareTexts[language];
  const act = formText(form, "tindakan");
  const of = { operationId: readOperationId(form, app), claimCode };
  const failed = (reasons: readonly (keyof typeof t.refusals)[]): Failed => ({
    act,
    error: reasons.map((reason) => t.refusals[reason]).join(" "),
    typed: Object.fromEntries(fields.map((name) => [name, formText(form, name)])),
  });
  if (act === "buka") {
    const answer = await lookIntoVisitNotes(app, actor, { ...of, reason: formText(form, "alasan") });
    return answer.outcome === "opened" ? { opened: answer.notes } : failed(answer.reasons);
  }
  const answer = await noteFamilyVisit(app, actor, {
    ...of,
    stage: formText(form, "tahap"),
    on: formText(form, "hari"),
    finding: formText(form, "keadaan"),
    need: formText(form, "butuh"),
    note: formText(form, "catatan"),
  });
  return answer.outcome === "noted"
    ? { done: t.page.done, code: claimCode.replace(/^KL-/i, "").replaceAll("-", "") }
    : failed(answer.reasons);
}
