import { type Actor, type App, AppError } from "@tuwai/server/app";
import { decideClosing, decideProposal, proposeClosing } from "@tuwai/server/ledger";
import { parseMonth } from "@tuwai/domain/time";
import type { Language } from "#language/language.ts";
import { ledgerTexts } from "#language/ledger.ts";
import { wordOf } from "#language/word-of.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Answer = { readonly tone: "ok" | "warn"; readonly says: string } | { readonly errors: FormErrors };

/** What a person of finance pressed on the page of the books, done and said. */
export async function answerBooks(
  app: App,
  actor: Actor,
  { form, language }: { readonly form: FormData; readonly language: Language },
): Promise<Answer> {
  const t = ledgerTexts[language];
  const operationId = readOperationId(form, app);
  const verdict = formText(form, "putusan") === "setuju" ? "approve" : "refuse";
  const given = { operationId, verdict, reason: formText(form, "alasan") } as const;
  const [proposalId, closingId, month] = ["usulan", "penutupan", "bulan"].map((name) => formText(form, name));
  const work =
    proposalId !== ""
      ? decided(decideProposal(app, actor, { ...given, proposalId: proposalId! }), t)
      : closingId !== ""
        ? closed(decideClosing(app, actor, { ...given, closingId: closingId! }), t)
        : proposed(app, actor, { operationId, month: month!, language });
  return work.catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    const reason = String(error.details["reason"]);
    return {
      tone: "warn" as const,
      says: reason in t.refusals ? wordOf(t.refusals, reason) : t.refusals.other,
    };
  });
}

type Words = (typeof ledgerTexts)["id"] | (typeof ledgerTexts)["en"];

async function decided(work: ReturnType<typeof decideProposal>, t: Words): Promise<Answer> {
  const answer = await work;
  if (answer.outcome === "refused") return refusedAnswer(answer.reasons, t);
  return { tone: "ok", says: answer.outcome === "approved" ? t.proposals.approved : t.proposals.refused };
}

async function closed(work: ReturnType<typeof decideClosing>, t: Words): Promise<Answer> {
  const answer = await work;
  if (answer.outcome === "refused") return refusedAnswer(answer.reasons, t);
  return { tone: "ok", says: answer.outcome === "closed" ? t.closing.closed : t.closing.notClosed };
}

function refusedAnswer(reasons: readonly string[], t: Words): Answer {
  return reasons.includes("without-reason")
    ? { errors: { alasan: t.proposals.needsReason } }
    : { tone: "warn", says: t.proposals.settled };
}

async function proposed(
  app: App,
  actor: Actor,
  asked: { readonly operationId: string; readonly month: string; readonly language: Language },
): Promise<Answer> {
  const t = ledgerTexts[asked.language].closing;
  const month = parseMonth(asked.month);
  if (month === undefined) throw new AppError("invalid-input", { field: "month" });
  const answer = await proposeClosing(app, actor, { operationId: asked.operationId, month });
  if (answer.outcome === "proposed") return { tone: "ok", says: t.proposed };
  return { tone: "warn", says: answer.reasons.map((reason) => t.reasons[reason]).join(" ") };
}
