import { receiverKinds } from "@tuwai/domain/alms";
import { parseCivilDate } from "@tuwai/domain/time";
import { isUuid, readNote } from "#app";
import type { Keys } from "#keys";
import { change, type Operation, type Refused, refuse } from "#use-case";
import { requireRound } from "./plan-round.ts";
import { lockAlms } from "./post-alms.ts";
import { listRoundChildren, tellChildren } from "./round.store.ts";

export type HandoverReason =
  | "changed-meanwhile"
  | "no-child"
  | "bad-day"
  | "without-receiver"
  | "without-outcome"
  | "bad-proof";
export type HandoverOutcome =
  | { readonly outcome: "told"; readonly children: number }
  | Refused<HandoverReason>;

type Told = Operation & {
  readonly almsRoundCode: string;
  /** Children of the round, by id. */
  readonly childIds: readonly string[];
  readonly result: string;
  readonly on: string;
  readonly receiver: string;
  readonly note: string;
  /** SHA-256 of the signed paper in hexadecimal, or "". The paper stays with the holder; a picture of a child is no proof. */
  readonly proofHash: string;
};

/**
 * Says of children of a paid round whether it reached them: when, and who took it, as a kind. May be said again until the round is proven.
 * Throws `not-found`.
 */
export const tellAlmsHandover = change(
  { name: "alms.tell-handover", permission: "donation.disburse" },
  async (step, { almsRoundCode, ...told }: Told): Promise<HandoverOutcome> => {
    await lockAlms(step);
    const round = await requireRound(step, almsRoundCode, "hold");
    const on = parseCivilDate(told.on);
    const outcome = (["handed", "not-handed"] as const).find((each) => each === told.result);
    const isHanded = outcome === "handed";
    const receiver = receiverKinds.find((each) => each === told.receiver);
    const wanted = new Set(told.childIds.filter(isUuid));
    const children = (await listRoundChildren(step.tx, round)).filter(({ childId }) => wanted.has(childId));
    const isDay = on !== undefined && on <= step.today && (round.paidOn === null || on >= round.paidOn);
    const reasons: HandoverReason[] = [
      ...(round.state === "paid" ? [] : (["changed-meanwhile"] as const)),
      ...(children.length === 0 ? (["no-child"] as const) : []),
      ...(outcome === undefined ? (["without-outcome"] as const) : []),
      ...(isHanded && !isDay ? (["bad-day"] as const) : []),
      ...(isHanded && receiver === undefined ? (["without-receiver"] as const) : []),
      ...(/^([0-9a-f]{64})?$/.test(told.proofHash) ? [] : (["bad-proof"] as const)),
    ];
    if (reasons.length > 0) return refuse(step, ...reasons);
    const note = readNote(told.note);
    for (const { childId } of children)
      await tellChildren(step.tx, round, [childId], {
        outcome: outcome!,
        on: isHanded ? on! : null,
        receiver: isHanded ? receiver! : null,
        noteSealed: note === null ? null : sealNote(step.app.keys, `${round.id}|${childId}`, note),
        proofHash: told.proofHash === "" ? null : Buffer.from(told.proofHash, "hex"),
        by: step.actor.userId,
        at: step.now,
      });
    const details = { code: round.code, count: children.length, result: outcome! };
    await step.audit({ objectType: "alms-round", objectId: round.id, details });
    return { outcome: "told", children: children.length };
  },
);

const placeOf = (rowId: string) => ({ table: "alms_round_children", column: "note", rowId });

const sealNote = (keys: Keys, rowId: string, note: string): Buffer => keys.seal(note, placeOf(rowId));

/** A note on a handing over, as it was written. */
export const openNote = (keys: Keys, rowId: string, sealed: Buffer | null): string | null =>
  sealed === null ? null : keys.open(sealed, placeOf(rowId));
