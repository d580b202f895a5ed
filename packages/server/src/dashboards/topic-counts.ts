import type { StageCounts } from "@tuwai/domain/dashboards";
import type { Month } from "@tuwai/domain/time";

/** Who pays for workers, as dashboards tell them apart. */
export const moneySources = ["asn", "apbdes", "apbd", "other"] as const;
export type MoneySource = (typeof moneySources)[number];

/** Workers and whole rupiah of one month: owed by payers, and recorded as received by BPJS. */
export type MonthMoney = {
  readonly owedWorkers: number;
  readonly owed: number;
  readonly receivedWorkers: number;
  readonly received: number;
};

/** Whole rupiah of a year: what a village's people need, and how far its word has come. */
export type PromiseCounts = {
  readonly year: number;
  readonly need: number;
  readonly promised: number;
  readonly budgeted: number;
  readonly paid: number;
  readonly heads: number;
  readonly isBudgeted: boolean;
};

/** Living people of the lists, and how many of them have what a later page will ask for. */
export type QualityCounts = {
  readonly people: number;
  readonly withNik: number;
  readonly withPhone: number;
  readonly withFamily: number;
  readonly linked: number;
  readonly disputed: number;
  /** Civil date on which the newest list of the village was taken over; null where it has sent none. */
  readonly listedOn: string | null;
};

export type GroupCounts = {
  readonly listed: number;
  readonly covered: number;
  readonly before: number;
};

/** Cases of a village: where they stand, and the days from the incident to the last money of those that were paid. */
export type ClaimCounts = {
  readonly states: Readonly<Record<string, number>>;
  readonly days: readonly number[];
};

/** What waits longer than it should, by what it is, with the civil date since when the oldest does. */
export const waitNames = [
  "rescue",
  "incident",
  "claim",
  "first-payment",
  "import",
  "budget",
  "list",
  "disputed",
] as const;
export type WaitName = (typeof waitNames)[number];
export type WaitCounts = Readonly<
  Partial<Record<WaitName, { readonly count: number; readonly since: string | null }>>
>;

/** Everything counted of one village; of `remitted` the whole city, as money leaves it in one. */
export type TopicCounts = {
  readonly stages: StageCounts;
  readonly money: Readonly<Record<Month, Readonly<Partial<Record<MoneySource, MonthMoney>>>>>;
  readonly promises: readonly PromiseCounts[];
  readonly quality: QualityCounts;
  readonly groups: Readonly<Record<string, GroupCounts>>;
  readonly claims: ClaimCounts;
  readonly waits: WaitCounts;
  readonly remitted: Readonly<Record<Month, number>>;
};
export type Topic = keyof TopicCounts;
