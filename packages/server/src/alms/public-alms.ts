import { collectingAgainst, type FundMonth, fundMonth, type Withdrawal } from "@tuwai/domain/alms";
import { type CivilDate, type Month, monthOf } from "@tuwai/domain/time";
import { act, asCity } from "#use-case";
import { limitAttempts } from "#accounts";
import { readCardCode } from "#cards";
import { listMonthFacts } from "./alms-entry.store.ts";
import { type Campaign, findCampaign, listCampaigns } from "./campaign.store.ts";
import { permitOf } from "./keep-campaign.ts";
import { shownCount, type ShownCount } from "./month-report.ts";
import { findPledgeByCode } from "./pledge.store.ts";
import { findReceipt, listReceiptsOf } from "./receipt.store.ts";
import { readReceiptCode } from "./record-receipt.ts";
import { listPaidRounds, listStandingRounds } from "./round.store.ts";

export type PublicCampaign = Omit<Campaign, "version"> & { readonly isCollecting: boolean };

export type PublicAlms = {
  readonly campaigns: readonly PublicCampaign[];
  readonly month: Month;
  readonly sums: FundMonth;
  /** Children for whom money was paid out this month. */
  readonly children: ShownCount;
  /** The day of the next planned distribution; null where none is planned. */
  readonly nextOn: CivilDate | null;
  /** Months with money in them, the latest first. */
  readonly months: readonly Month[];
};

/** What anybody may know: who holds alms, by which permit, and the running sums. */
export const getPublicAlms = act(
  { name: "alms-public", permission: "donation.report.read" },
  (call): Promise<PublicAlms> =>
    asCity(call.app, "alms-public", async ({ tx, today }) => {
      const month = monthOf(today);
      const facts = await listMonthFacts(tx, null);
      const paid = await listPaidRounds(tx, month);
      const planned = await listStandingRounds(tx, ["draft", "locked", "approved"]);
      const campaigns = (await listCampaigns(tx)).filter(({ state }) => state === "open");
      return {
        campaigns: campaigns.map(({ version: _version, ...campaign }) => ({
          ...campaign,
          isCollecting: collectingAgainst(permitOf(campaign), today).length === 0,
        })),
        month,
        sums: fundMonth(facts, month),
        children: shownCount(paid.reduce((sum, { children }) => sum + (children ?? 0), 0)),
        nextOn: planned.at(-1)?.plannedOn ?? null,
        months: [...new Set(facts.map(({ on }) => monthOf(on)))].toSorted().toReversed(),
      };
    }),
);

export type TrackedPledge = {
  readonly code: string;
  readonly amount: number;
  readonly rhythm: "once" | "monthly";
  readonly channel: string;
  readonly campaign: Pick<Campaign, "title" | "holderName" | "giveTo">;
  readonly isStopped: boolean;
  /** Gifts with this code that arrived and stand. */
  readonly arrived: readonly {
    readonly on: CivilDate;
    readonly rupiah: number;
    readonly receiptCode: string;
  }[];
};

/** What whoever has the code of a pledge may know: how to give, and what arrived. Nobody's name. Guesses are counted. */
export const trackAlmsPledge = act(
  { name: "alms-pledge-track", permission: "donation.report.read" },
  async (
    call,
    {
      almsPledgeCode,
      headers = new Headers(),
    }: { readonly almsPledgeCode: string; readonly headers?: Headers },
  ): Promise<TrackedPledge | null> => {
    const code = readCardCode(almsPledgeCode);
    if (code === undefined) return null;
    const isRight = (found: TrackedPledge | null) => found !== null;
    return limitAttempts(call.app, { kind: "alms-code", account: code, headers, isRight }, () =>
      asCity(call.app, "alms-pledge-track", async ({ tx }): Promise<TrackedPledge | null> => {
        const pledge = await findPledgeByCode(tx, code);
        if (pledge === undefined || pledge.civilServantId !== null) return null;
        const { title, holderName, giveTo } = (await findCampaign(tx, pledge.campaignId))!;
        const receipts = (await listReceiptsOf(tx, [pledge.id])).filter(
          ({ withdrawnAt }) => withdrawnAt === null,
        );
        const { amountRupiah: amount, rhythm, channel, stoppedAt } = pledge;
        return {
          code,
          amount,
          rhythm,
          channel,
          campaign: { title, holderName, giveTo },
          isStopped: stoppedAt !== null,
          arrived: receipts.map((each) => ({
            on: each.receivedOn,
            rupiah: each.amountRupiah,
            receiptCode: each.code,
          })),
        };
      }),
    );
  },
);

export type CheckedReceipt = {
  readonly year: number;
  readonly number: number;
  readonly rupiah: number;
  readonly receivedOn: CivilDate;
  readonly campaign: Pick<Campaign, "title" | "holderName">;
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: Withdrawal | null;
};

/** What the page behind a receipt's QR code says; null for a code that no receipt has. Nobody's name. */
export const checkAlmsReceipt = act(
  { name: "alms-receipt-check", permission: "donation.report.read" },
  async (call, { receiptCode }: { readonly receiptCode: string }): Promise<CheckedReceipt | null> => {
    const code = readReceiptCode(receiptCode);
    if (code === undefined) return null;
    return asCity(call.app, "alms-receipt-check", async ({ tx }) => {
      const receipt = await findReceipt(tx, { code });
      if (receipt === undefined) return null;
      const { title, holderName } = (await findCampaign(tx, receipt.campaignId))!;
      const { year, number, amountRupiah, receivedOn, withdrawnAt, withdrawnWhy } = receipt;
      return {
        year,
        number,
        rupiah: amountRupiah,
        receivedOn,
        campaign: { title, holderName },
        withdrawnAt,
        withdrawnWhy,
      };
    });
  },
);
