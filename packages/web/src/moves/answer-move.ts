import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { decideMove, withdrawMove } from "@tuwai/server/moves";
import type { Language } from "#language/language.ts";
import { moveTexts } from "#language/moves.ts";
import { formText, readOperationId } from "#shell";

type Answer = { readonly done: string } | { readonly moveId: string; readonly error: string };

/** One move is decided or taken back; else what speaks against it. */
export async function answerMove(
  app: App,
  actor: Actor,
  { form, language }: { readonly form: FormData; readonly language: Language },
): Promise<Answer> {
  const t = moveTexts[language];
  const operationId = readOperationId(form, app);
  const moveId = formText(form, "perpindahan");
  const step = formText(form, "putusan");
  try {
    if (step === "tarik") {
      const { outcome } = await withdrawMove(app, actor, { operationId, moveId });
      return outcome === "withdrawn" ? { done: t.withdrawn } : { moveId, error: t.gone };
    }
    const answer = await decideMove(app, actor, {
      operationId,
      moveId,
      version: Number(formText(form, "versi")) || 0,
      verdict: step === "ya" ? "approve" : "refuse",
      reason: formText(form, "alasan"),
    });
    if (answer.outcome !== "refused") return { done: t.done[answer.outcome] };
    return { moveId, error: answer.reasons.includes("without-reason") ? t.without : t.gone };
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return { moveId, error: t.noteRefused };
    if (isAppError(error) && error.code === "stale") return { moveId, error: t.gone };
    if (isAppError(error) && error.code === "four-eyes") return { moveId, error: t.isMine };
    throw error;
  }
}
