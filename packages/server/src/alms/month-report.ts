import { costCapOn, costShare, fundMonth, type FundMonth, isFew } from "@tuwai/domain/alms";
import { rupiah } from "@tuwai/domain/money";
import { type CivilDate, firstDay, lastDay, type Month, monthOf, parseMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { act, asCity, type Step } from "#use-case";
import { listMonthFacts } from "./alms-entry.store.ts";
import { type Campaign, listCampaigns } from "./campaign.store.ts";
import { countReceipts } from "./receipt.store.ts";
import { listPaidRounds, type RoundRow } from "./round.store.ts";

/** A count as the public may know it: one to four are only few. */
export type ShownCount = number | "few";

export const shownCount = (count: number): ShownCount => (isFew(count) ? "few" : count);

export type ReportedRound = {
  readonly title: string;
  readonly paidOn: CivilDate;
  readonly rupiah: number;
  readonly children: ShownCount;
  /** Null where the children are few: with it their number would be told. */
  readonly perChild: number | null;
  readonly isProven: boolean;
};

export type CampaignMonth = {
  readonly campaign: Pick<Campaign, "code" | "title" | "holderKind" | "holderName" | "permitNumber">;
  readonly sums: FundMonth;
  readonly receipts: ShownCount;
  /** Costs in thousandths of everything received until the end of the month, and the cap of law. */
  readonly costPermille: number;
  readonly capPermille: number;
};

export type AlmsReport = {
  readonly month: Month;
  readonly campaigns: readonly CampaignMonth[];
  readonly total: FundMonth;
  readonly rounds: readonly ReportedRound[];
  readonly children: ShownCount;
};

/** The month's alms as anybody may read them: no name, no village, no count below five. Throws `not-found` for a month to come. */
export const getAlmsReport = act(
  { name: "alms-report", permission: "donation.report.read" },
  async (call, { month: typed }: { readonly month: string }): Promise<AlmsReport> => {
    const month = parseMonth(typed);
    if (month === undefined) throw new AppError("not-found");
    return asCity(call.app, "alms-report", (step) => readReport(step, month));
  },
);

export async function readReport(step: Step, month: Month): Promise<AlmsReport> {
  if (firstDay(month) > step.today) throw new AppError("not-found");
  const campaigns: CampaignMonth[] = [];
  for (const campaign of await listCampaigns(step.tx))
    campaigns.push(await campaignMonth(step, campaign, month));
  const paid = await listPaidRounds(step.tx, month);
  return {
    month,
    campaigns: campaigns.filter(({ sums }) => Object.values(sums).some((sum) => sum !== 0)),
    total: fundMonth(await listMonthFacts(step.tx, null), month),
    rounds: paid.map(reported),
    children: shownCount(paid.reduce((sum, { children }) => sum + (children ?? 0), 0)),
  };
}

async function campaignMonth(step: Step, campaign: Campaign, month: Month): Promise<CampaignMonth> {
  const { code, title, holderKind, holderName, permitNumber } = campaign;
  const facts = await listMonthFacts(step.tx, campaign.id);
  const until = [...new Set(facts.map(({ on }) => monthOf(on)))].filter((each) => each <= month);
  const all = until.map((each) => fundMonth(facts, each));
  const total = (name: "received" | "costs") => rupiah(all.reduce((sum, each) => sum + each[name], 0));
  return {
    campaign: { code, title, holderKind, holderName, permitNumber },
    sums: fundMonth(facts, month),
    receipts: shownCount(await countReceipts(step.tx, { campaignId: campaign.id, month })),
    costPermille: costShare({ received: total("received"), costs: total("costs") }),
    capPermille: costCapOn(lastDay(month)).permille,
  };
}

function reported({ title, paidOn, totalRupiah, children, perChildRupiah, state }: RoundRow): ReportedRound {
  const shown = shownCount(children ?? 0);
  return {
    title,
    paidOn: paidOn!,
    rupiah: totalRupiah!,
    children: shown,
    perChild: shown === "few" ? null : perChildRupiah,
    isProven: state === "proven",
  };
}
