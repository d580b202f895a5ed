import { receiptNumber } from "@tuwai/domain/alms";
import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import type { Tx } from "#database";
import { act, asCity } from "#use-case";
import { type Campaign, listCampaigns } from "./campaign.store.ts";
import { shownCount, type ShownCount } from "./month-report.ts";
import { listOwnPledges, type PledgeRow } from "./pledge.store.ts";
import { listReceiptsOf } from "./receipt.store.ts";
import { listProvenRounds } from "./round.store.ts";

export type MyAlmsPledge = Pick<
  PledgeRow,
  "code" | "channel" | "rhythm" | "amountRupiah" | "madeAt" | "stoppedAt"
> & {
  readonly campaign: Pick<Campaign, "title" | "giveTo">;
};

export type MyReceipt = {
  readonly id: string;
  readonly code: string;
  readonly number: string;
  readonly rupiah: number;
  readonly on: CivilDate;
  readonly isWithdrawn: boolean;
};

/** A distribution since the first own gift: thanks, without saying who the children are. */
export type Thanks = { readonly title: string; readonly on: CivilDate; readonly children: ShownCount };

export type MyAlms = {
  readonly pledges: readonly MyAlmsPledge[];
  readonly receipts: readonly MyReceipt[];
  readonly thanks: readonly Thanks[];
  readonly campaigns: readonly Pick<Campaign, "id" | "title" | "holderName" | "giveTo">[];
};

/** A civil servant's own alms: what is meant, what arrived, and what became of it for the children together. */
export const getMyAlms = act(
  { name: "my-alms", permission: "donation.pledge.own" },
  async (call): Promise<MyAlms> => {
    const own = await call.look(async ({ tx, area }) => {
      if (area.civilServantId === null) throw new AppError("not-found", { object: "civil-servant" });
      const pledges = await listOwnPledges(tx, area.civilServantId);
      const receipts = await listReceiptsOf(
        tx,
        pledges.map(({ id }) => id),
      );
      return { pledges, receipts, campaigns: await listCampaigns(tx) };
    });
    const campaigns = new Map(own.campaigns.map((campaign) => [campaign.id, campaign]));
    const standing = own.receipts.filter(({ withdrawnAt }) => withdrawnAt === null);
    const since = standing.map(({ receivedOn }) => receivedOn).toSorted()[0];
    const gaveTo = standing.map(({ campaignId }) => campaignId);
    return {
      pledges: own.pledges.map(({ code, channel, rhythm, amountRupiah, madeAt, stoppedAt, campaignId }) => {
        const { title, giveTo } = campaigns.get(campaignId)!;
        return { code, channel, rhythm, amountRupiah, madeAt, stoppedAt, campaign: { title, giveTo } };
      }),
      receipts: own.receipts.map((each) => ({
        id: each.id,
        code: each.code,
        number: receiptNumber(each),
        rupiah: each.amountRupiah,
        on: each.receivedOn,
        isWithdrawn: each.withdrawnAt !== null,
      })),
      thanks:
        since === undefined
          ? []
          : await asCity(call.app, "my-alms", ({ tx }) => thanksSince(tx, gaveTo, since)),
      campaigns: own.campaigns
        .filter(({ state }) => state === "open")
        .map(({ id, title, holderName, giveTo }) => ({ id, title, holderName, giveTo })),
    };
  },
);

async function thanksSince(
  tx: Tx,
  campaignIds: readonly string[],
  since: CivilDate,
): Promise<readonly Thanks[]> {
  const rounds = await listProvenRounds(tx, campaignIds, since);
  return rounds.map(({ title, paidOn, children, notHanded }) => ({
    title,
    on: paidOn!,
    children: shownCount((children ?? 0) - notHanded),
  }));
}
