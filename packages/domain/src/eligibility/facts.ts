import type { RegionCode } from "#regions";
import type { CivilDate } from "#time";

/** What is known about a worker on the day of judging. `undefined` always means: nobody knows yet. */
export type WorkerFacts = {
  readonly birthDate: CivilDate | undefined;
  readonly death: { readonly on: CivilDate } | "alive" | undefined;
  /** Village of residence. */
  readonly residence: RegionCode | undefined;
  readonly nik: "usable" | "missing" | "disputed";
  /** Whether the state insures the person: civil servants by Taspen, TNI and Polri by Asabri. */
  readonly stateService: "asn" | "tni" | "polri" | "none" | undefined;
  readonly formalJob: boolean | undefined;
  readonly work: { readonly group: string; readonly hazardous: boolean } | "none" | undefined;
  /** What a person decided of somebody under 18 in dangerous work. */
  readonly secondLook?: "allowed" | "refused" | undefined;
  readonly consent: "given" | "refused" | "withdrawn" | undefined;
  /** Who has paid for the month of judging under the same programme; null when nobody has. */
  readonly paidThisMonthBy: string | null | undefined;
  /** Payer now proposed: paying again for one's own worker is no double cover. */
  readonly proposedPayer: string | null;
  /** Day of the registration whose membership runs unbroken: age was judged then, and the worker may stay. */
  readonly memberSince: CivilDate | null;
  /** Both ends of the decile, equal where exact. */
  readonly welfare: { readonly from: number; readonly to: number; readonly release: string } | undefined;
  readonly bansos: readonly ("pkh" | "bpnt" | "pbi")[] | undefined;
  /** Others of the same family card already protected by the programme. */
  readonly protectedInFamily: number | undefined;
  /** Last day on which a lapsing membership can still be rescued; null when nothing lapses. */
  readonly lastRescueDay: CivilDate | null;
  readonly dependants: number | undefined;
};

export type MissingFact = "birth-date" | "alive" | "residence" | "nik" | "state-service" | "formal-job" | "work" | "consent" | "payer-this-month" | "welfare" | "bansos" | "family" | "second-look"; // oxfmt-ignore

/** Why not. Never the decile itself: a reason may be shown to people who must not know it. */
export type Reason =
  | { readonly code: "too-young"; readonly age: number; readonly from: number }
  | { readonly code: "too-old"; readonly age: number; readonly below: number }
  | { readonly code: "died"; readonly on: CivilDate }
  | { readonly code: "lives-elsewhere"; readonly residence: RegionCode; readonly required: string }
  | { readonly code: "nik-disputed" }
  | { readonly code: "insured-by-the-state"; readonly service: "asn" | "tni" | "polri" }
  | { readonly code: "formally-employed" }
  | { readonly code: "hazardous-under-18"; readonly age: number }
  | { readonly code: "does-not-work" }
  | { readonly code: "work-not-covered"; readonly group: string; readonly allowed: readonly string[] }
  | { readonly code: "consent-refused" | "consent-withdrawn" }
  | { readonly code: "paid-by-another"; readonly payer: string; readonly month: string }
  | { readonly code: "welfare-above-limit" }
  | { readonly code: "receives-bansos"; readonly kinds: readonly string[] }
  | { readonly code: "family-already-protected"; readonly protectedInFamily: number };

// Listed once more as values, so that whoever puts them into words can be tested; a code left out here does not compile.
const isReason: Readonly<Record<Reason["code"], true>> = {
  "too-young": true,
  "too-old": true,
  died: true,
  "lives-elsewhere": true,
  "nik-disputed": true,
  "insured-by-the-state": true,
  "formally-employed": true,
  "hazardous-under-18": true,
  "does-not-work": true,
  "work-not-covered": true,
  "consent-refused": true,
  "consent-withdrawn": true,
  "paid-by-another": true,
  "welfare-above-limit": true,
  "receives-bansos": true,
  "family-already-protected": true,
};
const isFact: Readonly<Record<MissingFact, true>> = {
  "birth-date": true,
  alive: true,
  residence: true,
  nik: true,
  "state-service": true,
  "formal-job": true,
  work: true,
  consent: true,
  "payer-this-month": true,
  welfare: true,
  bansos: true,
  family: true,
  "second-look": true,
};
export const reasonCodes = Object.keys(isReason) as readonly Reason["code"][];
export const missingFacts = Object.keys(isFact) as readonly MissingFact[];
