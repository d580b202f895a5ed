import { createHash, randomInt } from "node:crypto";
import {
  type AlmsChannel,
  almsChannels,
  collectingAgainst,
  type PermitReason,
  readAlmsAmount,
  receiptNumber,
  type Withdrawal,
  withdrawals,
} from "@tuwai/domain/alms";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { AppError, isUuid, readNote } from "#app";
import { readCardCode } from "#cards";
import { change, type Operation, type Step, type Refused, refuse } from "#use-case";
import { readFund } from "./alms-entry.store.ts";
import { type Campaign, findCampaign } from "./campaign.store.ts";
import { openDonor, readDonor, sealDonor } from "./donor.ts";
import { permitOf } from "./keep-campaign.ts";
import { findPledgeByCode, type PledgeRow } from "./pledge.store.ts";
import { lockAlms, postAlms, reverseAlms } from "./post-alms.ts";
import { findReceipt, insertReceipt, withdraw } from "./receipt.store.ts";

export type ReceiptReason =
  | PermitReason
  | "bad-amount"
  | "bad-day"
  | "bad-channel"
  | "no-pledge"
  | "no-campaign"
  | "entered-before";

/** A gift that arrived, as the holder's bank shows it and somebody typed it. */
export type TypedReceipt = {
  readonly amount: string;
  readonly receivedOn: string;
  readonly channel: string;
  /** Kept as a digest, so that the same line of a bank is one gift. */
  readonly reference: string;
  readonly pledgeCode: string;
  readonly donorName: string;
};

export type ReceiptOutcome =
  | { readonly outcome: "recorded"; readonly receiptId: string; readonly receiptNumber: string }
  | Refused<ReceiptReason>;

/** Records a gift that arrived and gives it the next receipt. Throws `not-found` for a campaign that is not there. */
export const recordAlmsReceipt = change(
  { name: "alms.receive", permission: "donation.receive" },
  async (
    step,
    { operationId, campaignId, ...typed }: Operation & TypedReceipt & { readonly campaignId: string },
  ): Promise<ReceiptOutcome> => {
    await lockAlms(step);
    const campaign = await requireCampaign(step, campaignId);
    const read = await readReceipt(step, campaign, typed);
    if ("reasons" in read) return refuse(step, ...read.reasons);
    const done = await writeReceipt(step, campaign, {
      ...read,
      reference: typed.reference.trim() || operationId,
    });
    return "reasons" in done ? refuse(step, ...done.reasons) : done;
  },
);

export async function requireCampaign(step: Step, campaignId: string): Promise<Campaign> {
  const campaign = isUuid(campaignId) ? await findCampaign(step.tx, campaignId) : undefined;
  if (campaign === undefined) throw new AppError("not-found");
  return campaign;
}

export type ReadReceipt = {
  readonly amount: number;
  readonly on: CivilDate;
  readonly channel: AlmsChannel;
  readonly pledge: PledgeRow | null;
  readonly donor: string | null;
};

/** What was typed as what it means, or everything that speaks against it. */
export async function readReceipt(
  step: Step,
  campaign: Campaign,
  typed: TypedReceipt,
): Promise<ReadReceipt | { readonly reasons: readonly ReceiptReason[] }> {
  const amount = readAlmsAmount(typed.amount);
  const on = parseCivilDate(typed.receivedOn.trim());
  const channel = almsChannels.find((each) => each === typed.channel.trim());
  const pledge = await pledgeOf(step, typed.pledgeCode);
  const isDay = on !== undefined && on <= step.today;
  const permit = isDay ? collectingAgainst(permitOf(campaign), on) : [];
  const reasons: ReceiptReason[] = [
    ...(amount === undefined ? (["bad-amount"] as const) : []),
    ...(isDay ? [] : (["bad-day"] as const)),
    ...(channel === undefined ? (["bad-channel"] as const) : []),
    ...(pledge === undefined ? (["no-pledge"] as const) : []),
    ...(campaign.state === "open" ? [] : (["no-campaign"] as const)),
    ...permit,
  ];
  if (reasons.length > 0) return { reasons };
  const { keys } = step.app;
  const pledged = pledge ? openDonor(keys, "alms_pledges", pledge.id, pledge.donorSealed) : null;
  return {
    amount: amount!,
    on: on!,
    channel: channel!,
    pledge: pledge!,
    donor: readDonor(typed.donorName) ?? pledged,
  };
}

async function pledgeOf(step: Step, typed: string): Promise<PledgeRow | null | undefined> {
  if (typed.trim() === "") return null;
  const code = readCardCode(typed);
  return code === undefined ? undefined : await findPledgeByCode(step.tx, code);
}

/** Under `lockAlms`: the gift in the books and its receipt, both or none. */
export async function writeReceipt(
  step: Step,
  campaign: Campaign,
  gift: ReadReceipt & { readonly reference: string },
): Promise<ReceiptOutcome> {
  const naturalKey = receiptKey(campaign, gift);
  const { amount, on, channel, pledge, donor } = gift;
  const entryId = await postAlms(step, { kind: "receive", campaign, rupiah: amount, on, naturalKey });
  if (entryId === null) return { outcome: "refused", reasons: ["entered-before"] };
  const id = step.newId();
  const { regionCode, userId: by } = step.actor;
  const year = Number(step.today.slice(0, 4));
  const number = await insertReceipt(step.tx, {
    regionCode,
    id,
    campaignId: campaign.id,
    year,
    code: newReceiptCode(),
    pledgeId: pledge?.id ?? null,
    channel,
    amountRupiah: amount,
    receivedOn: on,
    donorSealed: sealDonor(step.app.keys, "alms_receipts", id, donor),
    entryId,
    by,
    at: step.now,
  });
  const shown = receiptNumber({ year, number });
  await step.audit({ objectType: "alms-receipt", objectId: id, details: { number: shown, rupiah: amount } });
  return { outcome: "recorded", receiptId: id, receiptNumber: shown };
}

/** The same line of a bank is the same gift; its words may name somebody and are not kept. */
export function receiptKey(
  campaign: Pick<Campaign, "code">,
  { reference, on, amount }: { readonly reference: string; readonly on: string; readonly amount: number },
): string {
  const digest = createHash("sha256").update([reference, on, amount].join("|")).digest("hex");
  return `receive|${campaign.code}|${digest}`;
}

const letters = "23456789CDFHJKMNPQRTVWX";
const codeLength = 20;

/** Drawn at random and long enough that nobody finds one by trying. */
const newReceiptCode = (): string =>
  Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join("");

/** A receipt's code as somebody typed or scanned it; undefined for what cannot be one. */
export function readReceiptCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return new RegExp(`^[${letters}]{${codeLength}}$`).test(code) ? code : undefined;
}

export type WithdrawOutcome =
  | { readonly outcome: "withdrawn" }
  | Refused<"without-reason" | "withdrawn-before" | "not-in-fund">;

/** Takes a gift out of the books again; its receipt says so from now on. Refused where the fund no longer holds it. Throws `not-found`. */
export const withdrawAlmsReceipt = change(
  { name: "alms.withdraw-receipt", permission: "donation.receive" },
  async (
    step,
    { receiptId, why }: Operation & { readonly receiptId: string; readonly why: string },
  ): Promise<WithdrawOutcome> => {
    await lockAlms(step);
    const receipt = isUuid(receiptId) ? await findReceipt(step.tx, { id: receiptId }) : undefined;
    if (receipt === undefined) throw new AppError("not-found");
    const known: Withdrawal | undefined = withdrawals.find((each) => each === readNote(why));
    if (known === undefined) return refuse(step, "without-reason");
    if (receipt.withdrawnAt !== null) return refuse(step, "withdrawn-before");
    if (await isSpent(step, receipt.campaignId, receipt.amountRupiah)) return refuse(step, "not-in-fund");
    await reverseAlms(step, receipt.entryId, known);
    await withdraw(step.tx, receipt.id, { id: step.actor.userId, at: step.now, why: known });
    await step.audit({ objectType: "alms-receipt", objectId: receipt.id, details: { reason: known } });
    return { outcome: "withdrawn" };
  },
);

async function isSpent(step: Step, campaignId: string, amount: number): Promise<boolean> {
  const campaign = await requireCampaign(step, campaignId);
  return (await readFund(step.tx, campaign.code)) < amount;
}
