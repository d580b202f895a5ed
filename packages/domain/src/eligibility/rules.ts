import type { RegistrationAge } from "#contributions";
import { isWithin, parseRegionCode } from "#regions";
import { ageOn, monthOf, type CivilDate } from "#time";
import type { MissingFact, Reason, WorkerFacts } from "./facts.ts";
import type { EligibilityPolicy } from "./policy.ts";

export type Case = {
  readonly facts: WorkerFacts;
  readonly policy: EligibilityPolicy;
  readonly ages: RegistrationAge;
  readonly on: CivilDate;
};

/** "met", the reason why not, or the fact that is missing to know. */
export type Verdict = "met" | { readonly fails: Reason } | { readonly misses: MissingFact };

/** By the ages BPJS takes, and within them by narrower ones of the city's own. */
export function isOldEnoughAndNotTooOldAtRegistration({ facts, policy, ages, on }: Case): Verdict {
  if (facts.birthDate === undefined) return { misses: "birth-date" };
  const registration = facts.memberSince !== null && facts.memberSince <= on ? facts.memberSince : on;
  const age = ageOn(facts.birthDate, registration);
  const from = Math.max(ages.from, policy.age?.from ?? 0);
  const below = Math.min(ages.below, policy.age?.below ?? ages.below);
  if (age < from) return { fails: { code: "too-young", age, from } };
  return age < below ? "met" : { fails: { code: "too-old", age, below } };
}

export function isAlive({ facts, on }: Case): Verdict {
  if (facts.death === undefined) return { misses: "alive" };
  return facts.death === "alive" || facts.death.on > on
    ? "met"
    : { fails: { code: "died", on: facts.death.on } };
}

export function livesInTheRegion({ facts, policy }: Case): Verdict {
  const required = policy.residence === null ? undefined : parseRegionCode(policy.residence);
  if (required === undefined) return "met";
  if (facts.residence === undefined) return { misses: "residence" };
  return isWithin(facts.residence, required)
    ? "met"
    : { fails: { code: "lives-elsewhere", residence: facts.residence, required } };
}

/** BPJS joins people by NIK: without one there is no enrolment, but a missing one can be found. */
export function hasAUsableNik({ facts, policy }: Case): Verdict {
  if (!policy.requiresNik || facts.nik === "usable") return "met";
  return facts.nik === "missing" ? { misses: "nik" } : { fails: { code: "nik-disputed" } };
}

/** Civil servants, soldiers and police are insured elsewhere and never count as informal workers. */
export function isNotInsuredByTheState({ facts, policy }: Case): Verdict {
  if (!policy.excludes.civilServants) return "met";
  if (facts.stateService === undefined) return { misses: "state-service" };
  return facts.stateService === "none"
    ? "met"
    : { fails: { code: "insured-by-the-state", service: facts.stateService } };
}

/** An employer must insure its own: public and donated money is not for that. */
export function isNotFormallyEmployed({ facts, policy }: Case): Verdict {
  if (!policy.excludes.formallyEmployed) return "met";
  if (facts.formalJob === undefined) return { misses: "formal-job" };
  return facts.formalJob ? { fails: { code: "formally-employed" } } : "met";
}

export function worksInACoveredTrade({ facts, policy }: Case): Verdict {
  if (facts.work === undefined) return { misses: "work" };
  if (facts.work === "none") return { fails: { code: "does-not-work" } };
  const { group } = facts.work;
  if (policy.workGroups === null || policy.workGroups.includes(group)) return "met";
  return { fails: { code: "work-not-covered", group, allowed: policy.workGroups } };
}

/** Below it dangerous work is forbidden (UU 13/2003 art. 74 par. 2 d; Kepmenakertrans KEP.235/MEN/2003). */
export const hazardousFromAge = 18;

/** Whoever is old enough for BPJS and too young for dangerous work is looked at by a person first: the law is silent. */
export function isLookedAtWhenYoungInHazardousWork({ facts, on }: Case): Verdict {
  if (facts.birthDate === undefined || typeof facts.work !== "object" || !facts.work.hazardous) return "met";
  const age = ageOn(facts.birthDate, on);
  if (age >= hazardousFromAge || facts.secondLook === "allowed") return "met";
  return facts.secondLook === undefined
    ? { misses: "second-look" }
    : { fails: { code: "hazardous-under-18", age } };
}

export function hasConsented({ facts, policy }: Case): Verdict {
  if (!policy.requiresConsent || facts.consent === "given") return "met";
  if (facts.consent === undefined) return { misses: "consent" };
  return { fails: { code: facts.consent === "refused" ? "consent-refused" : "consent-withdrawn" } };
}

/** One programme, one person, one month, one payer. */
export function isNotPaidByAnotherThisMonth({ facts, policy, on }: Case): Verdict {
  if (!policy.excludes.coveredByAnotherPayer) return "met";
  const payer = facts.paidThisMonthBy;
  if (payer === undefined) return { misses: "payer-this-month" };
  if (payer === null || payer === facts.proposedPayer) return "met";
  return { fails: { code: "paid-by-another", payer, month: monthOf(on) } };
}

/** A span that crosses the limit says neither: the fact is missing. */
export function isWithinTheWelfareLimit({ facts, policy }: Case): Verdict {
  if (policy.decileLimit === null) return "met";
  if (facts.welfare === undefined) return { misses: "welfare" };
  const { from, to } = facts.welfare;
  if (to <= policy.decileLimit) return "met";
  return from > policy.decileLimit ? { fails: { code: "welfare-above-limit" } } : { misses: "welfare" };
}

export function receivesNoBansosWhereThePolicyExcludesIt({ facts, policy }: Case): Verdict {
  if (!policy.excludes.bansosRecipients) return "met";
  if (facts.bansos === undefined) return { misses: "bansos" };
  const kinds = facts.bansos.filter((kind) => kind !== "pbi");
  return kinds.length === 0 ? "met" : { fails: { code: "receives-bansos", kinds } };
}

export function isTheFirstOfTheFamilyWhereOnlyOneMayBe({ facts, policy }: Case): Verdict {
  if (!policy.onePerFamilyCard) return "met";
  if (facts.protectedInFamily === undefined) return { misses: "family" };
  const { protectedInFamily } = facts;
  return protectedInFamily === 0 ? "met" : { fails: { code: "family-already-protected", protectedInFamily } };
}

/** The order in which reasons are told: what nobody can change first. */
export const RULES: readonly ((judged: Case) => Verdict)[] = [
  isAlive,
  isOldEnoughAndNotTooOldAtRegistration,
  livesInTheRegion,
  isNotInsuredByTheState,
  isNotFormallyEmployed,
  worksInACoveredTrade,
  isLookedAtWhenYoungInHazardousWork,
  isWithinTheWelfareLimit,
  receivesNoBansosWhereThePolicyExcludesIt,
  isTheFirstOfTheFamilyWhereOnlyOneMayBe,
  isNotPaidByAnotherThisMonth,
  hasAUsableNik,
  hasConsented,
];
