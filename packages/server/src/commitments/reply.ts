import { AppError, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { insertStep, lockCommitment } from "./commitment.store.ts";
import { noPaper, stood } from "./declare.ts";
import { asCommitment, kindOfVillage } from "./read-year.ts";

export type ReplyOutcome =
  | { readonly outcome: "replied" }
  | { readonly outcome: "refused"; readonly reasons: readonly ["text-missing"] };

/**
 * What the village says to the status that the rule gives it: printed beside it, and changes nothing of it. Throws `not-found`, and
 * `identity-number-in-note`.
 */
export const replyToStatus = change(
  { name: "commitment.reply", permission: "village_commitment.write" },
  async (
    step,
    input: Operation & { readonly commitmentId: string; readonly reply: string },
  ): Promise<ReplyOutcome> => {
    const { tx, area, actor, now } = step;
    const row = await lockCommitment(tx, area, input.commitmentId);
    if (row === undefined) throw new AppError("not-found", { object: "commitment" });
    const reply = readNote(input.reply);
    if (reply === null) return step.unchanged({ outcome: "refused", reasons: ["text-missing"] });
    const { id, villageCode, kecamatanCode, year, group } = row;
    await insertStep(tx, {
      ...noPaper,
      ...stood(asCommitment(row, { kind: kindOfVillage(villageCode), year, group })),
      regionCode: actor.regionCode,
      villageCode,
      kecamatanCode,
      id: step.newId(),
      commitmentId: id,
      step: "reply",
      budget: null,
      amount: null,
      reason: reply,
      takenRole: actor.role,
      takenBy: actor.userId,
      takenAt: now,
    });
    await step.audit({
      objectType: "village_commitment",
      objectId: id,
      details: { year, villageCode, group },
    });
    return { outcome: "replied" };
  },
);
