import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  addWorkEvidence,
  evidenceKinds,
  type EvidenceReason,
  undoWorkEvidence,
} from "@tuwai/server/work-evidence";
import type { Language } from "#language/language.ts";
import { workEvidenceTexts } from "#language/work-evidence.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly personCode: string; readonly language: Language };
type Answer =
  | { readonly done: string }
  | { readonly errors: FormErrors; readonly sent: Readonly<Record<"bukti" | "tanggal", string>> };

const fieldOf: Readonly<Record<EvidenceReason, string>> = {
  "without-kind": "bukti",
  "without-work": "terlihat",
  "without-reference": "simpanan",
  "without-day": "tanggal",
  "in-the-future": "tanggal",
};

/** Evidence is kept or undone; else what has to be mended. Free words are not sent back: they may hold what must not be kept. */
export async function answerEvidence(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const { form, personCode, language } = sent;
  const t = workEvidenceTexts[language];
  const operationId = readOperationId(form, app);
  const evidenceId = formText(form, "urungkan");
  if (evidenceId !== "") {
    const { outcome } = await undoWorkEvidence(app, actor, { operationId, evidenceId });
    return outcome === "undone" ? { done: t.undone } : refused(form, { "": t.reasons["already-undone"] });
  }
  const kind = evidenceKinds.find((known) => known === formText(form, "bukti"));
  if (kind === undefined) return refused(form, { bukti: t.reasons["without-kind"] });
  try {
    const answer = await addWorkEvidence(app, actor, {
      operationId,
      personCode,
      kind,
      shows: formText(form, "terlihat"),
      reference: formText(form, "simpanan"),
      seenOn: formText(form, "tanggal"),
    });
    if (answer.outcome === "kept") return { done: t.kept };
    return refused(
      form,
      Object.fromEntries(answer.reasons.map((reason) => [fieldOf[reason], t.reasons[reason]])),
    );
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return refused(form, { terlihat: t.numberRefused });
    throw error;
  }
}

const refused = (form: FormData, errors: FormErrors): Answer => ({
  errors,
  sent: { bukti: formText(form, "bukti"), tanggal: formText(form, "tanggal") },
});
