import { billAnswers, type Difference } from "@tuwai/domain/bills";
import { AppError, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { findStanding, insertAnswer } from "./bill.store.ts";
import { requireBill } from "./list-bills.ts";

export type AnswerDifference = Operation & {
  readonly billId: string;
  readonly difference: string;
  /** The difference as it was shown: when it is another by now, the answer is not taken. */
  readonly rupiah: number;
  readonly billAnswer: string;
  readonly note?: string;
};

export type AnswerDifferenceOutcome =
  | { readonly outcome: "answered" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("answer-missing" | "difference-changed")[] };

/** Says what becomes of one difference of a bill. Throws `not-found`. */
export const answerDifference = change(
  { name: "bill.answer", permission: "bill.write" },
  async (step, input: AnswerDifference): Promise<AnswerDifferenceOutcome> => {
    const { tx, actor, now: at } = step;
    const standing = await findStanding(tx, actor.regionCode, input.billId);
    if (standing === undefined) throw new AppError("not-found", { object: "bill" });
    const bill = await requireBill(step, standing.month, standing.groupKey);
    const difference = bill.differences.find(
      ({ kind, rupiah }) => kind === input.difference && rupiah === input.rupiah,
    );
    const answer = difference && answersTo(difference).find((known) => known === input.billAnswer);
    if (difference === undefined)
      return step.unchanged({ outcome: "refused", reasons: ["difference-changed"] });
    if (answer === undefined) return step.unchanged({ outcome: "refused", reasons: ["answer-missing"] });
    const { kind, rupiah } = difference;
    const note = readNote(input.note);
    const given = { kind, rupiah, answer, note, billId: input.billId, by: actor.userId, at };
    await insertAnswer(tx, { ...given, id: step.newId(), regionCode: actor.regionCode });
    const details = { kind, rupiah, answer, groupKey: bill.key, month: standing.month };
    await step.audit({ objectType: "bill", objectId: input.billId, details });
    return { outcome: "answered" };
  },
);

const answersTo = ({ kind }: Difference) => billAnswers[kind];
