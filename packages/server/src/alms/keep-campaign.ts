import { holderKinds, permitAgainst, type Permit, type PermitReason } from "@tuwai/domain/alms";
import { parseCivilDate } from "@tuwai/domain/time";
import { AppError, isUuid, readNote } from "#app";
import { lockCity } from "#database";
import { change, type Operation, type Refused, refuse } from "#use-case";
import {
  type Campaign,
  findCampaign,
  insertCampaign,
  listCampaigns,
  updateCampaign,
} from "./campaign.store.ts";

export type CampaignReason =
  | PermitReason
  | "without-title"
  | "without-holder"
  | "bad-code"
  | "same-code"
  | "without-account"
  | "changed-meanwhile";

/** A campaign as it was typed. */
export type TypedCampaign = {
  readonly title: string;
  readonly campaignCode?: string;
  readonly holderKind: string;
  readonly holderName: string;
  readonly permitNumber: string;
  readonly permitFrom: string;
  readonly permitUntil: string;
  readonly giveTo: string;
};

export type CampaignOutcome =
  | { readonly outcome: "kept"; readonly campaignId: string }
  | Refused<CampaignReason>;

/** Opens a campaign: for what, who holds the money and by which permit. The city itself cannot be named as holder. */
export const openCampaign = change(
  { name: "alms.open-campaign", permission: "donation.campaign.write" },
  async (
    step,
    { operationId: _operation, ...typed }: Operation & TypedCampaign,
  ): Promise<CampaignOutcome> => {
    await lockCity(step.tx, "alms-campaigns");
    const code = (typed.campaignCode ?? "").trim();
    const taken = (await listCampaigns(step.tx)).some((campaign) => campaign.code === code);
    const isCode = /^[a-z0-9-]{3,40}$/.test(code);
    const read = readCampaign(typed);
    const reasons: CampaignReason[] = [
      ...read.reasons,
      ...(isCode ? [] : (["bad-code"] as const)),
      ...(taken ? (["same-code"] as const) : []),
    ];
    if (reasons.length > 0) return refuse(step, ...reasons);
    const id = step.newId();
    const { regionCode, userId: by } = step.actor;
    await insertCampaign(step.tx, { ...read.campaign, id, code, regionCode, by, at: step.now });
    await step.audit({ objectType: "alms-campaign", objectId: id, details: { code } });
    return { outcome: "kept", campaignId: id };
  },
);

type Change = Operation &
  TypedCampaign & { readonly campaignId: string; readonly version: number; readonly isClosed?: boolean };

/** Changes or closes a campaign; what is in its fund stays there for its children. Throws `not-found`. */
export const changeCampaign = change(
  { name: "alms.change-campaign", permission: "donation.campaign.write" },
  async (step, { campaignId, version, isClosed = false, ...typed }: Change): Promise<CampaignOutcome> => {
    await lockCity(step.tx, "alms-campaigns");
    const before = isUuid(campaignId) ? await findCampaign(step.tx, campaignId) : undefined;
    if (before === undefined) throw new AppError("not-found");
    const read = readCampaign(typed);
    const reasons = before.version === version ? read.reasons : (["changed-meanwhile"] as const);
    if (reasons.length > 0) return refuse<CampaignReason>(step, ...reasons);
    const state = isClosed ? "closed" : "open";
    await updateCampaign(step.tx, before.id, { ...read.campaign, state });
    await step.audit({
      objectType: "alms-campaign",
      objectId: before.id,
      details: { code: before.code, state },
    });
    return { outcome: "kept", campaignId: before.id };
  },
);

/** The permit of a campaign, as the rules ask for it. */
export const permitOf = (campaign: Omit<Campaign, "id" | "version" | "state" | "code">): Permit => ({
  holder: campaign.holderKind,
  number: campaign.permitNumber,
  from: campaign.permitFrom,
  until: campaign.permitUntil,
});

const text = (value: string) => readNote(value) ?? "";
const day = (value: string) => (value.trim() === "" ? null : parseCivilDate(value.trim()));

function readCampaign(typed: TypedCampaign) {
  const holderKind = holderKinds.find((kind) => kind === typed.holderKind);
  const [permitFrom, permitUntil] = [day(typed.permitFrom), day(typed.permitUntil)];
  const campaign = {
    title: text(typed.title),
    holderKind: holderKind ?? "foundation",
    holderName: text(typed.holderName),
    permitNumber: text(typed.permitNumber) || null,
    permitFrom: permitFrom ?? null,
    permitUntil: permitUntil ?? null,
    giveTo: text(typed.giveTo),
  };
  const isDay = permitFrom !== undefined && permitUntil !== undefined;
  const reasons: CampaignReason[] = [
    ...(campaign.title === "" ? (["without-title"] as const) : []),
    ...(holderKind === undefined || campaign.holderName === "" ? (["without-holder"] as const) : []),
    ...(campaign.giveTo === "" ? (["without-account"] as const) : []),
    ...(isDay ? permitAgainst(permitOf(campaign)) : (["permit-window"] as const)),
  ];
  return { campaign, reasons };
}
