import { createHash } from "node:crypto";
import { moveRound, type RoundMove, type RoundReason } from "@tuwai/domain/alms";
import { parseCivilDate } from "@tuwai/domain/time";
import { change, type Operation, type Step, type Refused, refuse } from "#use-case";
import { readFund } from "./alms-entry.store.ts";
import { type Campaign, findCampaign } from "./campaign.store.ts";
import { freezeForRound } from "./children-for-round.ts";
import { previewRound, requireRound } from "./plan-round.ts";
import { lockAlms, postAlms } from "./post-alms.ts";
import {
  insertRoundChildren,
  listRoundChildren,
  markApproved,
  markDropped,
  markLocked,
  markPaid,
  markProven,
  markUnlocked,
  type RoundRow,
} from "./round.store.ts";

export type MoveReason =
  | RoundReason
  | "no-children"
  | "no-amount"
  | "same-child-twice"
  | "not-in-fund"
  | "list-changed"
  | "bad-day";
export type MoveOutcome = { readonly outcome: "moved" } | Refused<MoveReason>;
type Of = Operation & { readonly almsRoundCode: string };

/** Held, with what speaks against the move; whoever moves waits until the fund is read. */
async function hold(step: Step, code: string, move: RoundMove) {
  await lockAlms(step);
  const round = await requireRound(step, code, "hold");
  const answer = moveRound(round, move, step.actor.userId);
  return { round, reasons: answer.outcome === "refused" ? answer.reasons : [] };
}

/**
 * Keeps the children and what each gets as they are now; from here on nobody changes the list. `seen` is what the preview said: where it
 * says something else by now nothing is locked. Throws `not-found`.
 */
export const lockAlmsRound = change(
  { name: "alms.lock-round", permission: "donation.plan" },
  async (
    step,
    { almsRoundCode, seen }: Of & { readonly seen: { readonly children: number; readonly total: number } },
  ): Promise<MoveOutcome> => {
    const { round, reasons } = await hold(step, almsRoundCode, "lock");
    if (reasons.length > 0) return refuse<MoveReason>(step, ...reasons);
    const { children, answer } = await previewRound(step, round);
    if (answer.outcome === "refused") return refuse<MoveReason>(step, ...answer.reasons);
    const { total } = answer.plan;
    if (seen.children !== children.length || seen.total !== total) return refuse(step, "list-changed");
    await keepList(step, round, children, total);
    await audit(step, round, { count: children.length, rupiah: total });
    return { outcome: "moved" };
  },
);

type Children = Awaited<ReturnType<typeof previewRound>>["children"];

async function keepList(step: Step, round: RoundRow, children: Children, total: number): Promise<void> {
  const { tx, actor, now: at } = step;
  // One copy a lock: what was locked again may be another family by then.
  const childIds = children.map(({ childId }) => childId);
  const copies = await freezeForRound(step, { childIds, lockId: step.newId() });
  const frozen = children.map(({ childId, code: childCode, villageCode, siblings }) => {
    const copyId = copies.get(childId) ?? null;
    return { childId, childCode, villageCode, siblings, amountRupiah: round.perChildRupiah, copyId };
  });
  await insertRoundChildren(
    tx,
    { regionCode: actor.regionCode, roundId: round.id, lockNo: round.lockNo + 1 },
    frozen,
  );
  const listHash = createHash("sha256").update(JSON.stringify(frozen)).digest();
  await markLocked(tx, round.id, { by: actor.userId, at, children: children.length, total, listHash });
}

/** Takes the lock back: the round is a draft again, as nothing has moved yet. Throws `not-found`. */
export const unlockAlmsRound = change(
  { name: "alms.unlock-round", permission: "donation.plan" },
  async (step, { almsRoundCode }: Of): Promise<MoveOutcome> => {
    const { round, reasons } = await hold(step, almsRoundCode, "unlock");
    if (reasons.length > 0) return refuse<MoveReason>(step, ...reasons);
    await markUnlocked(step.tx, round.id);
    await audit(step, round);
    return { outcome: "moved" };
  },
);

/** The second person agrees, who is not the one that locked; the money leaves the fund for this round. Throws `not-found`. */
export const approveAlmsRound = change(
  { name: "alms.approve-round", permission: "donation.disburse" },
  async (step, { almsRoundCode }: Of): Promise<MoveOutcome> => {
    const { round, reasons } = await hold(step, almsRoundCode, "approve");
    if (reasons.length > 0) return refuse<MoveReason>(step, ...reasons);
    const campaign = await campaignOf(step, round);
    if ((await readFund(step.tx, campaign.code)) < round.totalRupiah!) return refuse(step, "not-in-fund");
    await markApproved(step.tx, round.id, { by: step.actor.userId, at: step.now });
    await post(step, round, { kind: "set-aside", rupiah: round.totalRupiah!, on: step.today });
    await audit(step, round, { rupiah: round.totalRupiah! });
    return { outcome: "moved" };
  },
);

/** The holder has paid the money out to those who bring it. Throws `not-found`. */
export const payAlmsRound = change(
  { name: "alms.pay-round", permission: "donation.disburse" },
  async (step, { almsRoundCode, paidOn }: Of & { readonly paidOn: string }): Promise<MoveOutcome> => {
    const { round, reasons } = await hold(step, almsRoundCode, "pay");
    if (reasons.length > 0) return refuse<MoveReason>(step, ...reasons);
    const on = parseCivilDate(paidOn);
    if (on === undefined || on > step.today) return refuse(step, "bad-day");
    await markPaid(step.tx, round.id, { by: step.actor.userId, at: step.now, on });
    await post(step, round, { kind: "pay-out", rupiah: round.totalRupiah!, on });
    await audit(step, round, { on, rupiah: round.totalRupiah! });
    return { outcome: "moved" };
  },
);

/** Every child is told of: the round is done, and what did not arrive is in the fund again. Throws `not-found`. */
export const proveAlmsRound = change(
  { name: "alms.prove-round", permission: "donation.disburse" },
  async (step, { almsRoundCode }: Of): Promise<MoveOutcome> => {
    const { round, reasons } = await hold(step, almsRoundCode, "prove");
    if (reasons.length > 0) return refuse<MoveReason>(step, ...reasons);
    await markProven(step.tx, round.id, { by: step.actor.userId, at: step.now });
    const back = (await listRoundChildren(step.tx, round))
      .filter(({ outcome }) => outcome === "not-handed")
      .reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
    if (back > 0) await post(step, round, { kind: "come-back", rupiah: back, on: step.today });
    await audit(step, round, { rupiah: back });
    return { outcome: "moved" };
  },
);

/** A draft that nobody wants any more. Throws `not-found`. */
export const dropAlmsRound = change(
  { name: "alms.drop-round", permission: "donation.plan" },
  async (step, { almsRoundCode }: Of): Promise<MoveOutcome> => {
    const { round, reasons } = await hold(step, almsRoundCode, "drop");
    if (reasons.length > 0) return refuse<MoveReason>(step, ...reasons);
    await markDropped(step.tx, round.id);
    await audit(step, round);
    return { outcome: "moved" };
  },
);

const campaignOf = async (step: Step, round: RoundRow): Promise<Campaign> =>
  (await findCampaign(step.tx, round.campaignId))!;

type Moved = Pick<Parameters<typeof postAlms>[1], "kind" | "rupiah" | "on">;

async function post(step: Step, round: RoundRow, moved: Moved): Promise<void> {
  const campaign = await campaignOf(step, round);
  const naturalKey = `${moved.kind}|${round.id}`;
  await postAlms(step, { ...moved, campaign, roundId: round.id, naturalKey });
}

type Details = Partial<Record<"count" | "rupiah" | "on", number | string>>;

const audit = (step: Step, round: RoundRow, details: Details = {}): Promise<void> =>
  step.audit({ objectType: "alms-round", objectId: round.id, details: { code: round.code, ...details } });
