import { officePart } from "@tuwai/domain/ledger";
import { rupiah } from "@tuwai/domain/money";
import {
  carryOf,
  type Ending,
  endingFits,
  type FeeBearer,
  feeBearers,
  isDifference,
  sizeOf,
  transferEndings,
  waivedMonths,
} from "@tuwai/domain/payroll";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { readNote } from "#app";
import { type NewEntry, proposeInStep } from "#ledger";
import { change, type Operation, type Step } from "#use-case";
import type { Batch } from "./batch.store.ts";
import {
  insertEnding,
  listCarriedFrom,
  linkProposal,
  listEndings,
  markEndingUndone,
  type NewEnding,
  type StoredEnding,
} from "./ending.store.ts";
import { type Known, type KnownLine, knownOf, type Transfer, transferFrom } from "./known-batch.ts";
import { listMatches } from "./remittance.store.ts";
import { type BatchSeen, holdBatch } from "./require-batch.ts";

export type EndingChoice = {
  /** Whose line; null: the transfer, which came short. */
  readonly mandateCode: string | null;
  /** The line as it was on the page. */
  readonly lineHash: string;
  readonly ending: Ending;
  readonly note: string;
  readonly borneBy?: FeeBearer;
  /** "YYYY-MM-DD": until when it stays open. */
  readonly until?: string;
};

/** `taken`, or `changed` where the line is not any more as it was seen, or why it was refused. Each line has its own. */
export type LineAnswer = {
  readonly mandateCode: string | null;
  readonly answer: "taken" | "changed" | "refused";
  readonly reason?: EndingRefusal;
};

export type EndingRefusal =
  | "no-difference"
  | "does-not-fit"
  | "without-note"
  | "without-bearer"
  | "day"
  | "proposed-before"
  | "ended-before"
  | "own-proposal"
  | "decided-before"
  | "without-reason"
  | "books-refuse";

export type EndingsOutcome = {
  readonly answers: readonly LineAnswer[];
  /** Read back from the store after it was written. */
  readonly proposed: number;
  readonly accepted: number;
};

/**
 * Proposes how differences end, one or many at once: every choice is made by a person from the closed list, names the line as it was
 * seen, and has its own answer; one that is refused holds none of the others up. Throws `stale` and `conflict` for the batch.
 */
export const proposeEndings = change(
  { name: "payroll.propose-endings", permission: "reconciliation.decide" },
  async (
    step,
    input: Operation & BatchSeen & { readonly choices: readonly EndingChoice[] },
  ): Promise<EndingsOutcome> => {
    const batch = await holdBatch(step, input, "answer");
    const known = await knownOf(step, batch);
    const transfer = transferFrom({ ...known, matches: await listMatches(step.tx, batch.id) });
    const answers: LineAnswer[] = [];
    for (const choice of input.choices)
      answers.push({ mandateCode: choice.mandateCode, ...(await take(step, { choice, known, transfer })) });
    const taken = answers.filter(({ answer }) => answer === "taken").length;
    const counted = { answers, ...(await countEndings(step, batch)) };
    if (taken === 0) return step.unchanged(counted);
    await step.audit({
      objectType: "payroll-batch",
      objectId: batch.id,
      details: { code: batch.code, taken },
    });
    return counted;
  },
);

export async function countEndings(
  { tx }: Pick<Step, "tx">,
  { id }: Batch,
): Promise<Omit<EndingsOutcome, "answers">> {
  const standing = (await listEndings(tx, id)).filter(({ ending }) => ending !== "open");
  const accepted = standing.filter(({ decision }) => decision === "accepted").length;
  return { proposed: standing.length - accepted, accepted };
}

type Choosing = { readonly choice: EndingChoice; readonly known: Known; readonly transfer: Transfer };
type Answer = Omit<LineAnswer, "mandateCode">;
const refused = (reason: EndingRefusal): Answer => ({ answer: "refused", reason });

async function take(step: Step, of: Choosing): Promise<Answer> {
  const { choice, known, transfer } = of;
  const line =
    choice.mandateCode === null
      ? null
      : (known.lines.find(({ line: { mandateCode } }) => mandateCode === choice.mandateCode) ?? null);
  if (choice.mandateCode !== null && line === null) return refused("no-difference");
  if ((line?.hash ?? transfer.hash) !== choice.lineHash) return { answer: "changed" };
  const why = whyNot(choice, line, transfer);
  if (why !== null) return refused(why);
  const standing = known.endings.find(({ mandateId }) => mandateId === (line?.line.mandateId ?? null));
  if (standing !== undefined && !isReplaceable(standing, line)) return refused(whyStands(standing));
  const made = { by: step.actor.userId, at: step.now };
  // What the books have taken out again, what only stays open and what was about another line gives way.
  for (const old of await listEndings(step.tx, known.batch.id))
    if (old.mandateId === (line?.line.mandateId ?? null)) await markEndingUndone(step.tx, old.id, made);
  const ending = endingOf(step, of, line);
  if (!(await insertEnding(step.tx, ending, made))) return refused("proposed-before");
  const entry = await entryOf(step, ending, { batch: known.batch, line });
  if (entry !== null) await linkProposal(step.tx, ending.id, await proposeInStep(step, entry));
  return { answer: "taken" };
}

function isReplaceable(standing: StoredEnding, line: KnownLine | null): boolean {
  if (standing.ending === "open") return true;
  return (
    standing.decision === null &&
    line !== null &&
    standing.lineHash !== line.hash &&
    standing.proposalId === null
  );
}

const whyStands = ({ decision }: StoredEnding): EndingRefusal =>
  decision === null ? "proposed-before" : "ended-before";

function whyNot(choice: EndingChoice, line: KnownLine | null, transfer: Transfer): EndingRefusal | null {
  const isOpen = line === null ? transfer.short > 0 : isDifference(line.compared);
  if (!isOpen) return "no-difference";
  const fits =
    line === null ? transferEndings.includes(choice.ending) : endingFits(choice.ending, line.compared);
  if (!fits) return "does-not-fit";
  if (readNote(choice.note) === null) return "without-note";
  if (choice.ending === "fee" && !feeBearers.some((each) => each === choice.borneBy)) return "without-bearer";
  if (choice.ending === "open" && untilOf(choice) === null) return "day";
  return null;
}

const untilOf = ({ until }: EndingChoice): CivilDate | null => parseCivilDate(until ?? "") ?? null;

function endingOf(step: Step, { choice, known, transfer }: Choosing, line: KnownLine | null): NewEnding {
  const { id: batchId, office } = known.batch;
  return {
    regionCode: step.actor.regionCode,
    id: step.newId(),
    batchId,
    office,
    mandateId: line?.line.mandateId ?? null,
    lineHash: Buffer.from(choice.lineHash, "hex"),
    ending: choice.ending,
    rupiah: line === null ? transfer.short : sizeOf(line.compared),
    carry: choice.ending === "carried" && line !== null ? carryOf(line.compared) : null,
    borneBy: choice.ending === "fee" ? (choice.borneBy ?? null) : null,
    note: readNote(choice.note)!,
    until: choice.ending === "open" ? untilOf(choice) : null,
  };
}

/** What stands in the books once a second person accepts: a refund that is due, what is owed no more, or what the city bears. */
async function entryOf(
  step: Step,
  ending: NewEnding,
  { batch, line }: { readonly batch: Batch; readonly line: KnownLine | null },
): Promise<(NewEntry & { readonly reason: string }) | null> {
  const amount = rupiah(ending.rupiah);
  const common = { valueDate: step.today, reason: ending.note };
  if (line === null && (ending.ending === "written-off" || ending.borneBy === "city"))
    return {
      ...common,
      event: { kind: "bear", office: officePart(batch.office), payer: { kind: "city" }, amount },
      naturalKey: `payroll|bear|${ending.id}`,
    };
  if (line !== null && ending.ending === "written-off") {
    const { mandateId, own } = line.line;
    const { month } = batch;
    const carriedFrom = await listCarriedFrom(step.tx, { mandateId, before: month });
    const months = waivedMonths({ missing: line.compared.missing, month, own, carriedFrom });
    const payer = { kind: "sponsor", id: mandateId } as const;
    const naturalKey = `payroll|waive|${ending.id}`;
    return months.length === 0 ? null : { ...common, event: { kind: "waive", payer, months }, naturalKey };
  }
  if (line !== null && ending.ending === "returned")
    return {
      ...common,
      event: {
        kind: "owe-refund",
        payer: { kind: "sponsor", id: line.line.mandateId },
        payee: line.line.mandateCode,
        amount,
      },
      naturalKey: `payroll|refund|${ending.id}`,
    };
  return null;
}
