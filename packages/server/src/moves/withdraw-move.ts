import { AppError, isUuid } from "#app";
import { change, type Operation } from "#use-case";
import { findMove, markEnded } from "./move.store.ts";

export type WithdrawMoveOutcome =
  | { readonly outcome: "withdrawn" }
  | { readonly outcome: "refused"; readonly reasons: readonly ["already-settled"] };

/** Takes a move back that the new village has not received; the person had stayed where they were. Throws `not-found`. */
export const withdrawMove = change(
  { name: "move.withdraw", permission: "worker.move_request" },
  async (step, { moveId }: Operation & { readonly moveId: string }): Promise<WithdrawMoveOutcome> => {
    const { tx, area, actor } = step;
    const move = isUuid(moveId) ? await findMove(tx, area, moveId) : undefined;
    const isOwn = area.villageCode === null || move?.fromVillageCode === area.villageCode;
    if (move === undefined || !isOwn) throw new AppError("not-found");
    const end = { actorId: actor.userId, at: step.now, state: "withdrawn", refusal: null } as const;
    if (!(await markEnded(tx, move, end)))
      return step.unchanged({ outcome: "refused", reasons: ["already-settled"] });
    await step.audit({ objectType: "person", objectId: move.personId, details: { moveId: move.id } });
    return { outcome: "withdrawn" };
  },
);
