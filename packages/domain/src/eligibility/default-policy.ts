import type { RegionCode } from "#regions";
import { civilDate } from "#time";
import type { EligibilityPolicy } from "./policy.ts";

/**
 * The policy a city starts with. Recipients of PKH and BPNT are welcome: the programme is for poor families, and enrolment never lowers anyone's bansos.
 */
export function defaultPolicy(city: RegionCode): EligibilityPolicy {
  return {
    programme: "tuwai-ketan",
    version: 1,
    validFrom: civilDate("2025-07-03"),
    validUntil: null,
    purpose: { text: "policy.tuwai-ketan.purpose", legalBasis: "policy.tuwai-ketan.consent" },
    age: null,
    residence: city,
    excludes: {
      civilServants: true,
      formallyEmployed: true,
      coveredByAnotherPayer: true,
      bansosRecipients: false,
    },
    decileLimit: null,
    workGroups: null,
    onePerFamilyCard: false,
    requiresConsent: true,
    requiresNik: true,
    priority: { hazardousWork: 40, aboutToLapse: 30, welfare: 20, perDependant: 3, countedDependants: 3 },
  };
}
