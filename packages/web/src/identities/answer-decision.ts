import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { decideIdentity, undoIdentity } from "@tuwai/server/identities";
import { identityTexts } from "#language/identities.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly decisionId: string; readonly language: Language };
type Answer = { readonly done: string } | { readonly errors: FormErrors };

/** The second person's word, or a standing decision taken back. */
export async function answerDecision(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = identityTexts[sent.language];
  try {
    return formText(sent.form, "putusan") === "urungkan"
      ? await undo(app, actor, sent)
      : await decide(app, actor, sent);
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { errors: { "": t.check.settled } };
    if (isAppError(error) && error.code === "identity-number-in-note")
      return { errors: { alasan: t.check.noteRefused } };
    throw error;
  }
}

async function undo(app: App, actor: Actor, { form, decisionId, language }: Sent): Promise<Answer> {
  const t = identityTexts[language];
  const answer = await undoIdentity(app, actor, { operationId: readOperationId(form, app), decisionId });
  if (answer.outcome === "undone") return { done: t.check.undone };
  return { errors: { "": answer.reasons.map((reason) => t.reasons[reason]).join(" ") } };
}

async function decide(app: App, actor: Actor, { form, decisionId, language }: Sent): Promise<Answer> {
  const t = identityTexts[language];
  const answer = await decideIdentity(app, actor, {
    operationId: readOperationId(form, app),
    decisionId,
    version: Number(formText(form, "versi")) || 0,
    verdict: formText(form, "putusan") === "setuju" ? "approve" : "refuse",
    reason: formText(form, "alasan"),
  });
  if (answer.outcome !== "refused")
    return { done: answer.outcome === "approved" ? t.check.approved : t.check.refusedDone };
  const text = answer.reasons.map((reason) => t.reasons[reason]).join(" ");
  return { errors: { [answer.reasons.includes("without-reason") ? "alasan" : ""]: text } };
}
