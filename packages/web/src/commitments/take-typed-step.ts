import { type Actor, type App, AppError, isAppError, isUuid } from "@tuwai/server/app";
import { replyToStatus, type StepRefusal, takeCommitmentStep } from "@tuwai/server/commitments";
import type { ReceivedForm } from "@tuwai/server/http";
import { commitmentTexts } from "#language/commitments.ts";
import type { Language } from "#language/language.ts";
import { receivedOperationId } from "#shell";
import type { FormErrors } from "#ui";
import { stepNames } from "./steps-from.ts";

type Sent = { readonly form: ReceivedForm; readonly language: Language };

const fieldOf: Partial<Record<StepRefusal, string>> = {
  "not-now": "langkah",
  "not-of-kelurahan": "langkah",
  "evidence-missing": "nomor",
  "reason-missing": "alasan",
  "amount-missing": "jumlah",
  "amount-unclear": "jumlah",
  "less-than-paid": "jumlah",
  "more-than-budgeted": "jumlah",
  "account-missing": "rekening",
  "account-unclear": "rekening",
  "initial-stands": "anggaran",
  day: "tanggal",
  "scan-kind": "pindaian",
};

/** Notes the step of a form; null once it is taken, otherwise what is wrong, field by field. */
export async function takeTypedStep(
  app: App,
  actor: Actor,
  { form, language }: Sent,
): Promise<FormErrors | null> {
  const t = commitmentTexts[language].village;
  const field = (name: string) => form.fields.get(name)?.trim() ?? "";
  if (field("langkah") === "reply") return reply(app, actor, { form, language });
  const step = stepNames.find((name) => name === field("langkah"));
  if (step === undefined) return { langkah: t.errors["not-now"] };
  const commitmentId = field("komitmen");
  if (!isUuid(commitmentId)) throw new AppError("not-found");
  const typed = field("jumlah").replaceAll(/[.\s]/g, "");
  try {
    const answer = await takeCommitmentStep(app, actor, {
      operationId: receivedOperationId(form, app),
      commitmentId,
      version: Number(field("versi")),
      step,
      budget: field("anggaran") === "changed" ? "changed" : "initial",
      amount: typed === "" ? 0 : Number(typed),
      account: field("rekening"),
      reason: field("alasan"),
      paperNumber: field("nomor"),
      paperOn: field("tanggal"),
      scan: form.file === null ? null : { path: form.file.path, fileName: form.file.name },
    });
    if (answer.outcome === "taken") return null;
    return Object.fromEntries(
      answer.reasons.map((reason) => [fieldOf[reason] ?? "langkah", t.errors[reason]]),
    );
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { "": t.errors.stale };
    throw error;
  }
}

async function reply(app: App, actor: Actor, { form, language }: Sent): Promise<FormErrors | null> {
  const commitmentId = form.fields.get("komitmen") ?? "";
  if (!isUuid(commitmentId)) throw new AppError("not-found");
  const answer = await replyToStatus(app, actor, {
    operationId: receivedOperationId(form, app),
    commitmentId,
    reply: form.fields.get("tanggapan") ?? "",
  });
  if (answer.outcome === "replied") return null;
  return { tanggapan: commitmentTexts[language].village.reply.missing };
}
