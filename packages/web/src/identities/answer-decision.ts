import type { Actor, App } from "@tuwai/server/app";
import { decideIdentity, undoIdentity } from "@tuwai/server/identities";
import { readDecision, refuseDecision, sayDecisionError } from "#decisions";
import { identityTexts } from "#language/identities.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly decisionId: string; readonly language: Language };
type Answer = { readonly done: string } | { readonly errors: FormErrors };

/** The second person's word, or a standing decision taken back. */
export async function answerDecision(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  try {
    return formText(sent.form, "putusan") === "urungkan"
      ? await undo(app, actor, sent)
      : await decide(app, actor, sent);
  } catch (error) {
    return sayDecisionError(error, sent.language);
  }
}

async function undo(app: App, actor: Actor, { form, decisionId, language }: Sent): Promise<Answer> {
  const t = identityTexts[language];
  const answer = await undoIdentity(app, actor, { operationId: readOperationId(form, app), decisionId });
  if (answer.outcome === "undone") return { done: t.check.undone };
  return refuseDecision(answer.reasons, t.reasons);
}

async function decide(app: App, actor: Actor, { form, decisionId, language }: Sent): Promise<Answer> {
  const t = identityTexts[language];
  const answer = await decideIdentity(app, actor, { ...readDecision(form, app), decisionId });
  if (answer.outcome !== "refused")
    return { done: answer.outcome === "approved" ? t.check.approved : t.check.refusedDone };
  return refuseDecision(answer.reasons, t.reasons);
}
