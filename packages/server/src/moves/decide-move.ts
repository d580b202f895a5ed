import { requireSecondPerson } from "#access";
import { AppError, isUuid, readNote } from "#app";
import { change, type Operation, type Step } from "#use-case";
import { findMove, markEnded, markHandedOver, markReceived, type MoveRow } from "./move.store.ts";

export type MoveDecision = Operation & {
  readonly moveId: string;
  readonly version: number;
  readonly verdict: "approve" | "refuse";
  /** Why not; needed for a refusal. */
  readonly reason?: string;
};

export type MoveDecisionOutcome =
  | { readonly outcome: "handed-over" | "received" | "not-moved" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("already-settled" | "without-reason")[] };

/**
 * The old village hands over what a data officer asked for; the new one receives what was handed over, and from then on the
 * person is its own. Never the one who spoke before. Throws `not-found`, `four-eyes`, and `stale` when it was decided meanwhile.
 */
export const decideMove = change(
  { name: "move.decide", permission: "worker.move_accept" },
  async (step, input: MoveDecision): Promise<MoveDecisionOutcome> => {
    const { tx, area, actor } = step;
    const move = isUuid(input.moveId) ? await findMove(tx, area, input.moveId) : undefined;
    if (move === undefined || !isOwnTurn(move, area.villageCode)) throw new AppError("not-found");
    if (move.state !== "asked" && move.state !== "handed-over")
      return step.unchanged({ outcome: "refused", reasons: ["already-settled"] });
    requireSecondPerson(actor, move.handedBy ?? move.recordedBy);
    requireSecondPerson(actor, move.recordedBy);
    const isApproved = input.verdict === "approve";
    const refusal = isApproved ? null : readNote(input.reason);
    if (!isApproved && refusal === null)
      return step.unchanged({ outcome: "refused", reasons: ["without-reason"] });
    const outcome = isApproved ? nextOf(move) : "not-moved";
    const at = { id: move.id, version: input.version };
    if (!(await write(step, at, { outcome, refusal })))
      throw new AppError("stale", { version: move.version });
    if (outcome === "received") await step.follow("people.move", { moveId: move.id });
    await step.audit({
      objectType: "person",
      objectId: move.personId,
      details: { moveId: move.id, from: move.fromVillageCode, to: move.toVillageCode, result: outcome },
    });
    return { outcome };
  },
);

/** What ended may still be looked at by both. */
const isOwnTurn = ({ state, fromVillageCode, toVillageCode }: MoveRow, village: string | null): boolean =>
  village === null ||
  (state === "asked" && fromVillageCode === village) ||
  (state !== "asked" && toVillageCode === village);

const nextOf = ({ state }: MoveRow) => (state === "asked" ? "handed-over" : "received");

type Written = {
  readonly outcome: "handed-over" | "received" | "not-moved";
  readonly refusal: string | null;
};

function write(
  { tx, actor, now }: Step,
  at: Pick<MoveRow, "id" | "version">,
  { outcome, refusal }: Written,
): Promise<boolean> {
  const by = { actorId: actor.userId, at: now };
  if (outcome === "handed-over") return markHandedOver(tx, at, by);
  if (outcome === "received") return markReceived(tx, at, by);
  return markEnded(tx, at, { ...by, state: "refused", refusal });
}
