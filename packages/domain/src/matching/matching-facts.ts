import type { RupiahPerMonth } from "#money";
import type { RegionCode } from "#regions";

/** An eligible worker without a payer, or one whose payer is to be confirmed. */
export type WaitingWorker = {
  readonly id: string;
  readonly villageCode: RegionCode;
  readonly workGroup: string;
  /** From the judgement of eligibility: higher comes first. */
  readonly priority: { readonly score: number; readonly codes: readonly string[] };
  /** Price by law for the coming month. */
  readonly price: RupiahPerMonth;
  /** Sponsor who pays for this worker now; the pair stays together if it can. */
  readonly sponsorId: string | null;
};

export type Sponsor = {
  readonly id: string;
  /** Where the sponsor lives or works, village or kecamatan; null when unknown. */
  readonly place: RegionCode | null;
  readonly isActive: boolean;
  /** How many workers the sponsor pledged for; null takes the rule's number. */
  readonly workers: number | null;
  /** The most the sponsor agreed to pay a month in all; nothing above it without a new consent. */
  readonly capPerMonth: RupiahPerMonth;
  readonly wishes: {
    readonly nominatedWorkerIds: readonly string[];
    readonly villages: readonly RegionCode[];
    readonly workGroups: readonly string[];
    /** True when the sponsor wants nobody else. */
    readonly nothingElse: boolean;
  };
  /** Workers the sponsor may not have (family, someone they manage) and those declined before. */
  readonly conflictingWorkerIds: readonly string[];
  readonly declinedWorkerIds: readonly string[];
};

export type MatchingRules = {
  readonly workersPerSponsor: number;
  readonly prefersSameKecamatan: boolean;
  readonly keepsExistingPairs: boolean;
};

/** One sponsor, one worker, near by, and whoever is together stays together. */
export const defaultMatchingRules: MatchingRules = {
  workersPerSponsor: 1,
  prefersSameKecamatan: true,
  keepsExistingPairs: true,
};

/** Why this worker and this sponsor. Values are codes; words stand in the language files. */
export type MatchReason =
  | { readonly code: "existing-pair" }
  | { readonly code: "nominated-by-sponsor" }
  | { readonly code: "worker-comes-first"; readonly because: readonly string[] }
  | { readonly code: "wished-village"; readonly village: RegionCode }
  | { readonly code: "wished-work"; readonly group: string }
  | { readonly code: "same-village"; readonly village: RegionCode }
  | { readonly code: "same-kecamatan"; readonly kecamatan: RegionCode }
  | { readonly code: "next-free-sponsor" }
  /** Nothing of their own speaks for this pair: it leaves other sponsors to those who fit them better. */
  | { readonly code: "best-for-all" };

export type Proposal = {
  readonly workerId: string;
  readonly sponsorId: string;
  readonly price: RupiahPerMonth;
  readonly reasons: readonly MatchReason[];
};

/** Why an existing pair cannot go on. */
export type PairEnd = {
  readonly workerId: string;
  readonly sponsorId: string;
  readonly code:
    | "sponsor-stopped"
    | "conflict-of-interest"
    | "declined"
    | "above-cap"
    | "no-place-left"
    | "sponsor-unknown";
};

/** Why a worker still waits: nobody is free, or everyone who is free may not or cannot take this one. */
export type Waiting = { readonly workerId: string; readonly code: "no-free-sponsor" | "no-fitting-sponsor" };

export type MatchingResult = {
  readonly proposals: readonly Proposal[];
  readonly ended: readonly PairEnd[];
  readonly waiting: readonly Waiting[];
  readonly freeSponsors: readonly { readonly sponsorId: string; readonly places: number }[];
};
