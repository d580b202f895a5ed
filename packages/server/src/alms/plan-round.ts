import { type DistributionAnswer, planDistribution, readAlmsAmount } from "@tuwai/domain/alms";
import { rupiah } from "@tuwai/domain/money";
import { parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { newCardCode, readCardCode } from "#cards";
import { change, type Operation, type Step, type Refused, refuse } from "#use-case";
import { readFund } from "./alms-entry.store.ts";
import { findCampaign } from "./campaign.store.ts";
import { childrenForRound, type RoundCandidates } from "./children-for-round.ts";
import { lockAlms } from "./post-alms.ts";
import { requireCampaign } from "./record-receipt.ts";
import { findRound, hasFollowUp, insertRound, listRoundChildren, type RoundRow } from "./round.store.ts";

export type PlanReason =
  | "without-title"
  | "bad-amount"
  | "bad-day"
  | "nothing-undelivered"
  | "followed-before";
export type PlanOutcome =
  | { readonly outcome: "planned"; readonly almsRoundCode: string }
  | Refused<PlanReason>;

type Plan = Operation & {
  readonly campaignId: string;
  readonly title: string;
  readonly perChild: string;
  readonly plannedOn: string;
};

/** Plans a round: so much for each child, on a day. Nothing moves and nobody's list is kept until it is locked. Throws `not-found`. */
export const planAlmsRound = change(
  { name: "alms.plan-round", permission: "donation.plan" },
  async (step, { campaignId, ...typed }: Plan): Promise<PlanOutcome> => {
    await lockAlms(step);
    const campaign = await requireCampaign(step, campaignId);
    const title = readNote(typed.title);
    const perChildRupiah = readAlmsAmount(typed.perChild);
    const plannedOn = parseCivilDate(typed.plannedOn);
    if (title === null || perChildRupiah === undefined || plannedOn === undefined)
      return refuse<PlanReason>(
        step,
        ...(title === null ? (["without-title"] as const) : []),
        ...(perChildRupiah === undefined ? (["bad-amount"] as const) : []),
        ...(plannedOn === undefined ? (["bad-day"] as const) : []),
      );
    return save(step, { campaignId: campaign.id, title, perChildRupiah, plannedOn, sourceRoundId: null });
  },
);

type FollowUp = Operation & { readonly almsRoundCode: string; readonly plannedOn: string };

/** Plans one more round for the children whom a proven one did not reach: once, tied to where it comes from. Throws `not-found`. */
export const planFollowUpRound = change(
  { name: "alms.plan-follow-up", permission: "donation.plan" },
  async (step, { almsRoundCode, plannedOn: typed }: FollowUp): Promise<PlanOutcome> => {
    await lockAlms(step);
    const source = await requireRound(step, almsRoundCode, "hold");
    const plannedOn = parseCivilDate(typed);
    if (plannedOn === undefined) return refuse(step, "bad-day");
    if (source.state !== "proven" || source.notHanded === 0) return refuse(step, "nothing-undelivered");
    if (await hasFollowUp(step.tx, source.id)) return refuse(step, "followed-before");
    const { campaignId, title, perChildRupiah } = source;
    return save(step, { campaignId, title, perChildRupiah, plannedOn, sourceRoundId: source.id });
  },
);

async function save(
  step: Step,
  round: Pick<RoundRow, "campaignId" | "title" | "perChildRupiah" | "plannedOn" | "sourceRoundId">,
): Promise<PlanOutcome> {
  const [id, code] = [step.newId(), newCardCode()];
  const { regionCode, userId: by } = step.actor;
  await insertRound(step.tx, { ...round, id, code, regionCode, by, at: step.now });
  await step.audit({
    objectType: "alms-round",
    objectId: id,
    details: { code, rupiah: round.perChildRupiah },
  });
  return { outcome: "planned", almsRoundCode: code };
}

/** The round of a code, held until the transaction ends where it is going to change. Throws `not-found`. */
export async function requireRound(step: Step, typed: string, hold: "hold" | "look"): Promise<RoundRow> {
  const code = readCardCode(typed);
  const round = code === undefined ? undefined : await findRound(step.tx, { code }, hold);
  if (round === undefined) throw new AppError("not-found");
  return round;
}

export type RoundPreview = RoundCandidates & { readonly answer: DistributionAnswer; readonly fund: number };

/** What locking would do now: the same list and the same sums, so that whoever looked is not surprised. */
export async function previewRound(step: Step, round: RoundRow): Promise<RoundPreview> {
  const campaign = (await findCampaign(step.tx, round.campaignId))!;
  const all = await childrenForRound(step);
  const candidates = round.sourceRoundId === null ? all : await undelivered(step, round.sourceRoundId, all);
  const fund = await readFund(step.tx, campaign.code);
  const answer = planDistribution({
    fund: rupiah(fund),
    perChild: rupiah(round.perChildRupiah),
    children: candidates.children,
  });
  return { ...candidates, answer, fund };
}

/** Those of the source whom it did not reach and who are still in the register. */
async function undelivered(step: Step, sourceId: string, all: RoundCandidates): Promise<RoundCandidates> {
  const source = (await findRound(step.tx, { id: sourceId }, "look"))!;
  const waiting = (await listRoundChildren(step.tx, source)).filter(
    ({ outcome }) => outcome === "not-handed",
  );
  const ids = new Set(waiting.map(({ childId }) => childId));
  const none = { withoutGuardian: 0, notVerified: 0 };
  return { children: all.children.filter(({ childId }) => ids.has(childId)), heldBack: none };
}
