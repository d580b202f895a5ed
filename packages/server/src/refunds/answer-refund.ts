import { rupiah } from "@tuwai/domain/money";
import { type RefundAnswer, refundAnswers } from "@tuwai/domain/refunds";
import { AppError, isUuid, readNote } from "#app";
import { postEntries, postReversals } from "#ledger";
import { change, type Operation, type Step } from "#use-case";
import { clearAnswer, type LineSeen, lockLine, markAsked, updateAnswer } from "./refund-line.store.ts";
import { findLeast, isInClosedMonth } from "./refund-books.view.ts";

export type AskRefunds = Operation & { readonly refundIds: readonly string[] };

/** Notes that a person has asked BPJS about these lines; nothing is sent by this. */
export const askRefunds = change(
  { name: "refund.ask", permission: "refund.ask" },
  async (step, { refundIds }: AskRefunds): Promise<{ readonly outcome: "asked"; readonly lines: number }> => {
    const ids = refundIds.filter(isUuid);
    const { userId: by, regionCode } = step.actor;
    const lines = await markAsked(step.tx, regionCode, { ids, by, at: step.now });
    if (lines === 0) return step.unchanged({ outcome: "asked", lines });
    await step.audit({ objectType: "refund", objectId: "lines", details: { asked: lines } });
    return { outcome: "asked", lines };
  },
);

export type AnswerRefund = Operation & {
  readonly refundId: string;
  readonly version: number;
  readonly refundAnswer: string;
  /** What came back, or what BPJS keeps for later. */
  readonly rupiah: number;
  /** The account it came back to; of returned money only. */
  readonly bank: string;
  readonly note: string;
};

export type AnswerReason =
  | "not-asked"
  | "answered-already"
  | "answer-unknown"
  | "amount-unclear"
  | "more-than-paid"
  | "bank-unclear"
  | "without-reason"
  | "payer-unknown";
export type AnswerOutcome =
  | { readonly outcome: "answered" }
  | { readonly outcome: "refused"; readonly reasons: readonly AnswerReason[] };

/**
 * What BPJS answered. Money that came back stands in the books as the payer's own again: whether it is paid out or set against
 * what he owes is for two persons of finance. Throws `not-found` and `stale`.
 */
export const answerRefund = change(
  { name: "refund.answer", permission: "refund.answer" },
  async (step, input: AnswerRefund): Promise<AnswerOutcome> => {
    const line = await holdLine(step, input.refundId);
    if (line.version !== input.version) throw new AppError("stale", { version: line.version });
    const answer = refundAnswers.find((known) => known === input.refundAnswer);
    const note = readNote(input.note);
    const reasons = reasonsAgainst(line, { ...input, answer, note });
    if (answer === undefined || reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const amount = answer === "refused" ? null : input.rupiah;
    const entries =
      answer === "returned"
        ? await postReturned(step, line, { amount: input.rupiah, bank: input.bank })
        : null;
    if (entries === "payer-unknown") return step.unchanged({ outcome: "refused", reasons: [entries] });
    const { userId: by } = step.actor;
    await updateAnswer(step.tx, line.id, { answer, rupiah: amount, note, entries, by, at: step.now });
    const details = { answer, ...(amount === null ? {} : { rupiah: amount }), reason: note };
    await step.audit({ objectType: "refund", objectId: line.id, details });
    return { outcome: "answered" };
  },
);

export type UndoAnswer = Operation & { readonly refundId: string; readonly version: number };
export type UndoAnswerOutcome =
  | { readonly outcome: "undone" }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("not-answered" | "books-closed" | "money-used")[];
    };

/** The line waits for an answer again, and what it brought into the books is taken out of them, before their month closes. Throws `not-found`, `stale`. */
export const undoRefundAnswer = change(
  { name: "refund.undo-answer", permission: "refund.answer" },
  async (step, input: UndoAnswer): Promise<UndoAnswerOutcome> => {
    const line = await holdLine(step, input.refundId);
    if (line.version !== input.version) throw new AppError("stale", { version: line.version });
    if (line.answer === null) return step.unchanged({ outcome: "refused", reasons: ["not-answered"] });
    if (line.creditedEntryId !== null && line.returnedEntryId !== null) {
      if (await isInClosedMonth(step.tx, line.returnedEntryId))
        return step.unchanged({ outcome: "refused", reasons: ["books-closed"] });
      const entryIds = [line.creditedEntryId, line.returnedEntryId];
      if (!(await takeOut(step, entryIds)))
        return step.unchanged({ outcome: "refused", reasons: ["money-used"] });
    }
    await clearAnswer(step.tx, line.id);
    await step.audit({ objectType: "refund", objectId: line.id, details: { answer: line.answer } });
    return { outcome: "undone" };
  },
);

/** False where the payer's money has gone on since: paid out, or set against what he owes. */
async function takeOut(step: Step, entryIds: readonly string[]): Promise<boolean> {
  const left = await findLeast(step.tx, entryIds);
  if (left < 0) return false;
  // One after the other: what was credited leaves before what had come back for it.
  for (const entryId of entryIds)
    await postReversals(step, { entryIds: [entryId], reason: "refund answer taken back" });
  return true;
}

async function holdLine({ tx, actor }: Step, id: string): Promise<LineSeen> {
  const line = isUuid(id) ? await lockLine(tx, actor.regionCode, id) : undefined;
  if (line === undefined) throw new AppError("not-found", { object: "refund" });
  return line;
}

type Said = {
  readonly answer: RefundAnswer | undefined;
  readonly rupiah: number;
  readonly bank: string;
  readonly note: string | null;
};

const bankShape = /^[A-Za-z0-9.-]{1,40}$/;

function reasonsAgainst(
  line: LineSeen,
  { answer, rupiah: amount, bank, note }: Said,
): readonly AnswerReason[] {
  const hasMoney = answer === "returned" || answer === "kept-as-credit";
  const isAmount = Number.isSafeInteger(amount) && amount > 0;
  return [
    ...(line.answer === null ? [] : (["answered-already"] as const)),
    ...(line.isAsked ? [] : (["not-asked"] as const)),
    ...(answer === undefined ? (["answer-unknown"] as const) : []),
    ...(hasMoney && !isAmount ? (["amount-unclear"] as const) : []),
    ...(hasMoney && isAmount && line.amountRupiah !== null && amount > line.amountRupiah
      ? (["more-than-paid"] as const)
      : []),
    ...(answer === "returned" && !bankShape.test(bank) ? (["bank-unclear"] as const) : []),
    ...(answer === "refused" && note === null ? (["without-reason"] as const) : []),
  ];
}

/** BPJS sent it back to the account, and it is the payer's money again. */
async function postReturned(
  step: Step,
  line: LineSeen,
  { amount, bank }: { readonly amount: number; readonly bank: string },
): Promise<{ readonly returned: string; readonly credited: string } | "payer-unknown"> {
  const payer = line.payerAccount;
  if (payer === null) return "payer-unknown";
  const [returned, credited] = [step.newId(), step.newId()];
  const key = `refund|${line.id}|${line.answers + 1}`;
  const fact = { valueDate: step.today };
  const money = rupiah(amount);
  await postEntries(step, [
    {
      ...fact,
      id: returned,
      event: { kind: "reject", month: line.month, amount: money, held: { by: "bank", bank } },
      naturalKey: `${key}|reject`,
    },
    {
      ...fact,
      id: credited,
      event: { kind: "reallocate", payer, amount: money },
      naturalKey: `${key}|reallocate`,
    },
  ]);
  return { returned, credited };
}
