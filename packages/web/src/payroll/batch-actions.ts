import type { Actor, App } from "@tuwai/server/app";
import { isAppError } from "@tuwai/server/app";
import {
  cancelBatch,
  decideBatch,
  getBatch,
  prepareBatch,
  proposeBatch,
  undoResult,
  unlockBatch,
} from "@tuwai/server/payroll";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { payrollTexts } from "#language/payroll.ts";
import { actionOf, formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly payrollCode: string; readonly language: Language };
export type Answer =
  | { readonly tone: "ok" | "warn"; readonly says: string }
  | { readonly errors: FormErrors };

/** What the forms on a batch's page do, each with its sentence; what changed meanwhile is said, not shown as a fault. */
export function actOnBatch(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const acts = {
    kirim: propose,
    "susun-ulang": again,
    batalkan: cancel,
    setujui: decide("approve"),
    tolak: decide("refuse"),
    buka: unlock,
    "urungkan-hasil": undo,
  };
  return sayChanged(actionOf(sent.form, acts)(app, actor, sent), sent.language);
}

/** `stale` and `conflict` as a sentence about the page. */
export function sayChanged(work: Promise<Answer>, language: Language): Promise<Answer> {
  const t = payrollTexts[language].batch;
  return work.catch((error: unknown) => {
    if (!isAppError(error) || (error.code !== "stale" && error.code !== "conflict")) throw error;
    return { tone: "warn" as const, says: error.code === "stale" ? t.stale : t.conflict };
  });
}

export function seenBatch(app: App, { form, payrollCode }: Pick<Sent, "form" | "payrollCode">) {
  return { operationId: readOperationId(form, app), payrollCode, version: Number(formText(form, "versi")) };
}

async function propose(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  await proposeBatch(app, actor, seenBatch(app, sent));
  return { tone: "ok", says: payrollTexts[sent.language].batch.proposed };
}

async function again(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = payrollTexts[sent.language].list;
  const { operationId, payrollCode } = seenBatch(app, sent);
  const { office, month } = await getBatch(app, actor, { payrollCode });
  const answer = await prepareBatch(app, actor, { operationId, office, month });
  if (answer.outcome === "refused")
    return { tone: "warn", says: answer.reasons.map((reason) => t.refused[reason]).join(" ") };
  const left = answer.leftOut.length;
  const said = left === 0 ? t.allIn : t.leftOut(formatNumber(sent.language, left));
  return { tone: "ok", says: t.done(answer.payrollCode, said) };
}

async function cancel(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  await cancelBatch(app, actor, seenBatch(app, sent));
  return { tone: "ok", says: payrollTexts[sent.language].batch.cancelled };
}

const decide =
  (verdict: "approve" | "refuse") =>
  async (app: App, actor: Actor, sent: Sent): Promise<Answer> => {
    const t = payrollTexts[sent.language].batch;
    const fingerprint = formText(sent.form, "sidik");
    const reason = formText(sent.form, "alasan");
    const answer = await decideBatch(app, actor, { ...seenBatch(app, sent), fingerprint, verdict, reason });
    if (answer.outcome === "refused") return { errors: { alasan: t.needsReason } };
    return { tone: "ok", says: verdict === "approve" ? t.approved : t.refused };
  };

async function unlock(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = payrollTexts[sent.language].batch;
  const reason = formText(sent.form, "alasan-buka");
  const answer = await unlockBatch(app, actor, { ...seenBatch(app, sent), reason });
  if (answer.outcome === "refused")
    return { errors: { "alasan-buka": answer.reasons.map((each) => t.unlockRefused[each]).join(" ") } };
  return { tone: "ok", says: t.unlocked(formatNumber(sent.language, answer.voided)) };
}

async function undo(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = payrollTexts[sent.language].result;
  const answer = await undoResult(app, actor, seenBatch(app, sent));
  if (answer.outcome === "refused")
    return { tone: "warn", says: answer.reasons.map((reason) => t.undoRefused[reason]).join(" ") };
  return { tone: "ok", says: t.undone };
}
