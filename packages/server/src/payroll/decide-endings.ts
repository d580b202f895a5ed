import { rupiah } from "@tuwai/domain/money";
import { AppError, isUuid, readNote } from "#app";
import { decideInStep, postEntries, proposeMirror } from "#ledger";
import { change, type Operation, type Step } from "#use-case";
import { type Batch, listCarried } from "./batch.store.ts";
import { holdEndings, markDecided, markEndingUndone, type StoredEnding } from "./ending.store.ts";
import { type Known, knownOf, type Transfer, transferOf } from "./known-batch.ts";
import { countEndings, type EndingRefusal, type EndingsOutcome, type LineAnswer } from "./propose-endings.ts";
import { type BatchSeen, holdBatch } from "./require-batch.ts";

export type EndingDecision = {
  readonly endingId: string;
  readonly verdict: "accept" | "refuse";
  readonly reason?: string;
};

/**
 * The second person's word on endings, one or many at once. Each has its own answer: one whose line changed meanwhile goes back alone,
 * and holds none of the others up. What is accepted stands in the books in the same moment. Throws `stale`, `conflict` for the batch.
 */
export const decideEndings = change(
  { name: "payroll.decide-endings", permission: "reconciliation.decide" },
  async (
    step,
    input: Operation & BatchSeen & { readonly decisions: readonly EndingDecision[] },
  ): Promise<EndingsOutcome> => {
    const batch = await holdBatch(step, input, "answer");
    const known = await knownOf(step, batch);
    const ids = input.decisions.map(({ endingId }) => endingId).filter(isUuid);
    const held = new Map(
      (await holdEndings(step.tx, ids))
        .filter(({ batchId }) => batchId === batch.id)
        .map((ending) => [ending.id, ending]),
    );
    const answers: LineAnswer[] = [];
    for (const decision of input.decisions) {
      const ending = held.get(decision.endingId);
      if (ending === undefined)
        answers.push({ mandateCode: null, answer: "refused", reason: "decided-before" });
      else {
        const of = { decision, ending, known, transfer: await transferOf(step, batch) };
        answers.push({ mandateCode: codeOf(known, ending), ...(await decide(step, of)) });
        held.delete(ending.id);
      }
    }
    const counted = { answers, ...(await countEndings(step, batch)) };
    const done = answers.filter(({ answer }) => answer !== "refused").length;
    if (done === 0) return step.unchanged(counted);
    await step.audit({
      objectType: "payroll-batch",
      objectId: batch.id,
      details: { code: batch.code, decided: done },
    });
    return counted;
  },
);

const codeOf = ({ lines }: Known, { mandateId }: StoredEnding): string | null =>
  lines.find(({ line }) => line.mandateId === mandateId)?.line.mandateCode ?? null;

type Deciding = {
  readonly decision: EndingDecision;
  readonly ending: StoredEnding;
  readonly known: Known;
  readonly transfer: Transfer;
};
type Answer = Omit<LineAnswer, "mandateCode">;
const refused = (reason: EndingRefusal): Answer => ({ answer: "refused", reason });

async function decide(step: Step, { decision, ending, known, transfer }: Deciding): Promise<Answer> {
  const made = { by: step.actor.userId, at: step.now };
  if (ending.decision !== null) return refused("decided-before");
  if (decision.verdict === "refuse") {
    const refusal = readNote(decision.reason);
    if (refusal === null) return refused("without-reason");
    await withdrawFromBooks(step, ending, refusal);
    await markDecided(step.tx, ending.id, { decision: "refused", refusal, entryId: null, ...made });
    return { answer: "taken" };
  }
  if (ending.proposedBy === step.actor.userId) return refused("own-proposal");
  const now =
    ending.mandateId === null
      ? transfer.hash
      : known.lines.find(({ line }) => line.mandateId === ending.mandateId)?.hash;
  if (now !== ending.lineHash) {
    await withdrawFromBooks(step, ending, "the line changed meanwhile");
    await markEndingUndone(step.tx, ending.id, made);
    return { answer: "changed" };
  }
  const entryId = ending.proposalId === null ? null : await enterBooks(step, known, ending);
  if (ending.proposalId !== null && entryId === null) return refused("books-refuse");
  await markDecided(step.tx, ending.id, { decision: "accepted", refusal: null, entryId, ...made });
  return { answer: "taken" };
}

/** What BPJS does not have is taken out of what is payable to it before it is owed to the employee. */
async function enterBooks(step: Step, known: Known, ending: StoredEnding): Promise<string | null> {
  const line = known.lines.find(({ line: { mandateId } }) => mandateId === ending.mandateId);
  if (ending.ending === "returned" && line !== undefined && line.compared.missing === 0) {
    const amount = rupiah(ending.rupiah);
    const valueDate = step.today;
    const payer = { kind: "sponsor" as const, id: line.line.mandateId };
    await postEntries(step, [
      {
        event: { kind: "reject", month: known.batch.month, amount, held: { by: "us" } },
        naturalKey: `payroll|reject|${ending.id}`,
        valueDate,
      },
      {
        event: { kind: "reallocate", payer, amount },
        naturalKey: `payroll|reallocate|${ending.id}`,
        valueDate,
      },
    ]);
  }
  return decideInStep(step, ending.proposalId!, { verdict: "approve" });
}

async function withdrawFromBooks(step: Step, { proposalId }: StoredEnding, reason: string): Promise<void> {
  if (proposalId !== null) await decideInStep(step, proposalId, { verdict: "refuse", reason });
}

export type UndoEndingOutcome = {
  /** `in-books`: the books take their entry out when a second person approves; until then it stands. */
  readonly outcome: "undone" | "in-books" | "taken-up" | "undone-before";
};

/**
 * Takes an ending back: its line is open again. What stands in the books is taken out by its mirror, which needs a second person;
 * what a later batch has taken up stays. Throws `not-found`, `stale`, `conflict`.
 */
export const undoEnding = change(
  { name: "payroll.undo-ending", permission: "reconciliation.decide" },
  async (
    step,
    input: Operation & BatchSeen & { readonly endingId: string; readonly reason: string },
  ): Promise<UndoEndingOutcome> => {
    const batch = await holdBatch(step, input, "answer");
    if (!isUuid(input.endingId)) throw new AppError("not-found");
    const [ending] = await holdEndings(step.tx, [input.endingId]);
    if (ending === undefined || ending.batchId !== batch.id || ending.decision === "refused")
      return step.unchanged({ outcome: "undone-before" });
    if (await isTakenUp(step, ending)) return step.unchanged({ outcome: "taken-up" });
    const reason = readNote(input.reason) ?? "ending taken back";
    const outcome = await takeBack(step, ending, reason);
    await step.audit({
      objectType: "payroll-batch",
      objectId: batch.id,
      details: { code: batch.code, ending: ending.ending, rupiah: ending.rupiah, outcome },
    });
    return { outcome };
  },
);

async function takeBack(
  step: Step,
  ending: StoredEnding,
  reason: string,
): Promise<UndoEndingOutcome["outcome"]> {
  if (ending.entryId !== null) {
    await proposeMirror(step, ending.entryId, reason);
    return "in-books";
  }
  await withdrawFromBooks(step, ending, reason);
  await markEndingUndone(step.tx, ending.id, { by: step.actor.userId, at: step.now });
  return "undone";
}

/** A later batch takes a carried remainder whole or not at all: nothing of it is left, so it was taken up. */
async function isTakenUp({ tx }: Step, ending: StoredEnding): Promise<boolean> {
  if (ending.ending !== "carried" || ending.decision !== "accepted" || ending.mandateId === null)
    return false;
  const later = "9999-12" as Batch["month"];
  const left = await listCarried(tx, { mandateIds: [ending.mandateId], exceptBatch: null, before: later });
  return (left.get(ending.mandateId) ?? 0) === 0;
}
