import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { askForReturn, withdrawEndorsement } from "@tuwai/server/endorsements";
import { importUndoTexts } from "#language/import-undo.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";

type Sent = { readonly form: FormData; readonly language: Language };

/** A press on a list that stands in the way of undoing; null when it was another button. */
export async function clearTheWay(
  app: App,
  actor: Actor,
  { form, language }: Sent,
): Promise<{ readonly done: string } | { readonly stale: string } | null> {
  const t = importUndoTexts[language];
  const action = formText(form, "aksi");
  if (action !== "tarik-usulan" && action !== "minta-kembali") return null;
  const input = {
    operationId: readOperationId(form, app),
    endorsementId: formText(form, "daftar"),
    version: Number(formText(form, "versi")),
  };
  try {
    if (action === "tarik-usulan") await withdrawEndorsement(app, actor, input);
    else await askForReturn(app, actor, input);
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { stale: t.stale };
    throw error;
  }
  return { done: action === "tarik-usulan" ? t.withdrawn : t.asked };
}
