import { endsSoon, type NextStep, nextStepOf, proofDueOn, receiptNumber } from "@tuwai/domain/alms";
import type { CivilDate } from "@tuwai/domain/time";
import { pageOf, type PageOf, read, type Step } from "#use-case";
import { type CostLine, listCosts, readFund } from "./alms-entry.store.ts";
import { type Campaign, listCampaigns } from "./campaign.store.ts";
import { openDonor } from "./donor.ts";
import { permitOf } from "./keep-campaign.ts";
import { type PledgeSum, sumPledges } from "./pledge.store.ts";
import { countReceipts, listReceipts, type ReceiptRow } from "./receipt.store.ts";
import { listRounds, type RoundRow } from "./round.store.ts";
import { readCostRoom } from "./spend-on-costs.ts";

export type DeskReceipt = Omit<
  ReceiptRow,
  "donorSealed" | "entryId" | "firstPrint" | "campaignId" | "pledgeId"
> & {
  readonly shownNumber: string;
  /** Null for Hamba Allah. */
  readonly donor: string | null;
  readonly isPledged: boolean;
  readonly isPrinted: boolean;
};

export type DeskRound = Omit<RoundRow, "lockedBy" | "approvedBy" | "campaignId"> & {
  readonly isOwnLock: boolean;
  readonly proofDueOn: CivilDate | null;
};

export type AlmsDesk = {
  readonly campaigns: readonly (Campaign & { readonly permitEndsSoon: boolean })[];
  /** The campaign that is shown; null while there is none. */
  readonly campaign: Campaign | null;
  /** Rupiah in its fund that are promised to no round. */
  readonly fund: number;
  /** Rupiah that may still be spent on costs. */
  readonly costRoom: number;
  readonly costs: readonly CostLine[];
  readonly pledges: readonly PledgeSum[];
  readonly rounds: readonly DeskRound[];
  readonly receipts: PageOf<DeskReceipt>;
  readonly nextStep: NextStep;
};

/** Everything of one campaign in a look: what is in the fund, and what is to be done next. */
export const getAlmsDesk = read(
  { purpose: "alms-desk", permission: "donation.desk.read" },
  async (
    step,
    input: { readonly campaignCode?: string | undefined; readonly page?: number | undefined },
  ): Promise<AlmsDesk> => {
    const { tx, today } = step;
    const all = await listCampaigns(tx);
    const campaign = all.find(({ code }) => code === input.campaignCode) ?? all[0] ?? null;
    const campaigns = all.map((each) => ({
      ...each,
      permitEndsSoon: each.state === "open" && endsSoon(permitOf(each), today),
    }));
    if (campaign === null) return { ...nothing, campaigns };
    const rounds = (await listRounds(tx, campaign.id)).map((round) => deskRound(step, round));
    const fund = await readFund(tx, campaign.code);
    return {
      campaigns,
      campaign,
      fund,
      costRoom: await readCostRoom(step, campaign.id),
      costs: await listCosts(tx, campaign.id),
      pledges: await sumPledges(tx, campaign.id),
      rounds,
      receipts: await pageOf(
        { page: input.page, size: 50 },
        () => countReceipts(tx, { campaignId: campaign.id, withWithdrawn: true }),
        async (part) =>
          (await listReceipts(tx, { campaignId: campaign.id, ...part })).map((row) => deskReceipt(step, row)),
      ),
      nextStep: nextStepOf({ hasCampaign: true, fund, rounds }),
    };
  },
);

const nothing = {
  campaign: null,
  fund: 0,
  costRoom: 0,
  costs: [],
  pledges: [],
  rounds: [],
  receipts: { rows: [], page: 1, pages: 1, total: 0 },
  nextStep: "open-campaign",
} as const;

export function deskRound({ actor }: Step, round: RoundRow): DeskRound {
  const { lockedBy, approvedBy: _by, campaignId: _campaign, ...shown } = round;
  return {
    ...shown,
    isOwnLock: lockedBy === actor.userId,
    proofDueOn: round.state === "paid" && round.paidOn !== null ? proofDueOn(round.paidOn) : null,
  };
}

function deskReceipt({ app }: Step, row: ReceiptRow): DeskReceipt {
  const { donorSealed, entryId: _entry, firstPrint, campaignId: _campaign, pledgeId, ...shown } = row;
  return {
    ...shown,
    shownNumber: receiptNumber(row),
    donor: openDonor(app.keys, "alms_receipts", row.id, donorSealed),
    isPledged: pledgeId !== null,
    isPrinted: firstPrint !== null,
  };
}
