import { AppError, readNote } from "#app";
import { lockCity } from "#database";
import { change, type Operation } from "#use-case";
import { markWithdrawn } from "./decision.store.ts";
import { findDecision } from "./decision.view.ts";
import { withdrawFollowUps } from "./follow-up.store.ts";

export type WithdrawOutcome =
  | { readonly outcome: "withdrawn" | "unchanged" }
  | { readonly outcome: "refused"; readonly reasons: readonly ["reason-missing"] };

type Withdrawal = Operation & { readonly decisionId: string; readonly reason: string };

/** Takes a decision back, with every follow-up that hangs on it. Throws `not-found`, and `identity-number-in-note`. */
export const withdrawDecision = change(
  { name: "decision.withdraw", permission: "decision.write" },
  async (step, input: Withdrawal): Promise<WithdrawOutcome> => {
    const { tx, actor, now: at } = step;
    const { decisionId: id } = input;
    await lockCity(tx, `decision|${id}`);
    const decision = await findDecision(tx, actor.regionCode, id);
    if (decision === undefined) throw new AppError("not-found", { object: "decision" });
    if (decision.withdrawnAt !== null) return step.unchanged({ outcome: "unchanged" });
    const reason = readNote(input.reason);
    if (reason === null) return step.unchanged({ outcome: "refused", reasons: ["reason-missing"] });
    await markWithdrawn(tx, { id, by: actor.userId, at, reason });
    await withdrawFollowUps(tx, id, { by: actor.userId, at });
    const details = { meeting: decision.meetingCode ?? "" };
    await step.audit({ objectType: "decision", objectId: id, details });
    return { outcome: "withdrawn" };
  },
);
