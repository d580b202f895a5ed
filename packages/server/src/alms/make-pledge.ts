import {
  almsChannels,
  almsRhythms,
  collectingAgainst,
  openChannels,
  readAlmsAmount,
} from "@tuwai/domain/alms";
import { limitAttempts } from "#accounts";
import { AppError, isUuid } from "#app";
import { newCardCode } from "#cards";
import { act, change, type Operation, type Step, type Refused, refuse } from "#use-case";
import { findCampaign } from "./campaign.store.ts";
import { readDonor, sealDonor } from "./donor.ts";
import { permitOf } from "./keep-campaign.ts";
import { insertPledge, listOwnPledges, markStopped } from "./pledge.store.ts";

export type PledgeReason = "bad-amount" | "bad-channel" | "bad-rhythm" | "no-campaign" | "not-collecting";
export type PledgeOutcome =
  | { readonly outcome: "pledged"; readonly almsPledgeCode: string }
  | Refused<PledgeReason>;

export type TypedPledge = {
  readonly campaignId: string;
  readonly amount: string;
  readonly channel: string;
  readonly rhythm: string;
  /** A name for the receipt; nothing typed is Hamba Allah. */
  readonly donorName: string;
};

/**
 * Somebody without an account means to give. What comes back is a code for the transfer, never a promise that money arrived.
 * Counted by the address it comes from: throws `rate-limited`.
 */
export const sendAlmsPledge = act(
  { name: "alms.pledge", permission: "donation.create" },
  async (
    call,
    { operationId: id, headers, ...typed }: Operation & TypedPledge & { readonly headers?: Headers },
  ): Promise<PledgeOutcome> => {
    const attempt = {
      kind: "alms-pledge" as const,
      account: id,
      headers: headers ?? new Headers(),
      isRight: () => false,
    };
    return limitAttempts(call.app, attempt, () =>
      call.once({ id, request: typed, as: "city" }, (step) => save(step, typed, null)),
    );
  },
);

/** A civil servant means to give, out of pay or by a transfer of his own. */
export const makeOwnAlmsPledge = change(
  { name: "alms.pledge-own", permission: "donation.pledge.own" },
  (step, { operationId: _operation, ...typed }: Operation & TypedPledge): Promise<PledgeOutcome> =>
    save(step, typed, ownId(step)),
);

/** Stops an own pledge from now on. What was received stays where it is. Throws `not-found`. */
export const stopOwnAlmsPledge = change(
  { name: "alms.stop-pledge", permission: "donation.pledge.own" },
  async (
    step,
    { almsPledgeCode }: Operation & { readonly almsPledgeCode: string },
  ): Promise<{ readonly outcome: "stopped" | "stopped-before" }> => {
    const own = (await listOwnPledges(step.tx, ownId(step))).find(({ code }) => code === almsPledgeCode);
    if (own === undefined) throw new AppError("not-found");
    if (own.stoppedAt !== null) return step.unchanged({ outcome: "stopped-before" });
    await markStopped(step.tx, own.id, step.now);
    await step.audit({ objectType: "alms-pledge", objectId: own.id });
    return { outcome: "stopped" };
  },
);

function ownId(step: Step): string {
  const { civilServantId } = step.area;
  if (civilServantId === null) throw new AppError("not-found", { object: "civil-servant" });
  return civilServantId;
}

async function save(step: Step, typed: TypedPledge, civilServantId: string | null): Promise<PledgeOutcome> {
  const amount = readAlmsAmount(typed.amount);
  const known = civilServantId === null ? openChannels : almsChannels;
  const channel = known.find((each) => each === typed.channel);
  const rhythm = almsRhythms.find((each) => each === typed.rhythm);
  const campaign = isUuid(typed.campaignId) ? await findCampaign(step.tx, typed.campaignId) : undefined;
  const isOpen = campaign?.state === "open";
  if (
    amount === undefined ||
    channel === undefined ||
    rhythm === undefined ||
    campaign === undefined ||
    !isOpen
  )
    return refuse<PledgeReason>(
      step,
      ...(amount === undefined ? (["bad-amount"] as const) : []),
      ...(channel === undefined ? (["bad-channel"] as const) : []),
      ...(rhythm === undefined ? (["bad-rhythm"] as const) : []),
      ...(isOpen ? [] : (["no-campaign"] as const)),
    );
  if (collectingAgainst(permitOf(campaign), step.today).length > 0) return refuse(step, "not-collecting");
  const id = step.newId();
  const code = newCardCode();
  const { regionCode, userId } = step.actor;
  await insertPledge(step.tx, {
    regionCode,
    id,
    code,
    campaignId: campaign.id,
    civilServantId,
    channel,
    rhythm,
    amountRupiah: amount,
    donorSealed: sealDonor(step.app.keys, "alms_pledges", id, readDonor(typed.donorName)),
    madeBy: civilServantId === null ? null : userId,
    madeAt: step.now,
  });
  await step.audit({ objectType: "alms-pledge", objectId: id, details: { code: campaign.code, channel } });
  return { outcome: "pledged", almsPledgeCode: code };
}
