import { type Actor, type App, AppError, isAppError } from "@tuwai/server/app";
import { actOnFollowUp, answerFollowUp, type StepRefusal, undoFollowUpStep } from "@tuwai/server/follow-ups";
import type { ReceivedForm } from "@tuwai/server/http";
import { followUpTexts } from "#language/follow-ups.ts";
import type { Language } from "#language/language.ts";
import { receivedOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: ReceivedForm; readonly language: Language; readonly followUpId: string };
type Answer = { readonly errors: FormErrors } | { readonly tone: "ok" | "warn"; readonly says: string };

/** In which field a reason is said: each form has its own reason field. */
const fieldOf = (refusal: StepRefusal, step: string): string => {
  if (refusal === "reason-missing") return `alasan-${step}`;
  if (refusal === "day-missing" || refusal === "day-not-later") return "sampai";
  return refusal.startsWith("scan-") || refusal === "evidence-missing" ? "berkas" : "";
};

/** Notes what a button of the page of a follow-up asks for. */
export async function takeTypedStep(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = followUpTexts[sent.language].page;
  const field = (name: string) => sent.form.fields.get(name)?.trim() ?? "";
  const step = field("langkah");
  const version = Number(field("versi"));
  if (!Number.isSafeInteger(version)) throw new AppError("invalid-input", { field: "versi" });
  const of = {
    operationId: receivedOperationId(sent.form, app),
    followUpId: sent.followUpId,
    version,
  };
  const { file } = sent.form;
  const told = { ...of, step, reason: field(`alasan-${step}`), until: field("sampai") };
  try {
    if (step === "undo") {
      const { outcome } = await undoFollowUpStep(app, actor, of);
      return outcome === "undone" ? { tone: "ok", says: t.undone } : { tone: "warn", says: t.tooLate };
    }
    const isAnswer = ["grant", "refuse", "accept", "send-back"].includes(step);
    const scan = file === null ? null : { path: file.path, fileName: file.name };
    const answer = isAnswer
      ? await answerFollowUp(app, actor, told)
      : await actOnFollowUp(app, actor, { ...told, scan });
    if (answer.outcome === "taken") return { tone: "ok", says: t.saved };
    const errors = answer.reasons.map((reason) => [fieldOf(reason, step), t.errors[reason]]);
    return { errors: Object.fromEntries(errors) };
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { errors: { "": t.errors.stale } };
    throw error;
  }
}
