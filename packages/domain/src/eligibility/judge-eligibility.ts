import { type RegistrationAge, registrationAge } from "#contributions";
import type { CivilDate } from "#time";
import type { MissingFact, Reason, WorkerFacts } from "./facts.ts";
import type { EligibilityPolicy } from "./policy.ts";
import { priorityOf, type Priority } from "./priority.ts";
import { RULES } from "./rules.ts";

/** `reasons` and `missing` are always complete: whoever repairs one thing must not come back to find the next. */
export type Judgement = {
  readonly outcome: "eligible" | "ineligible" | "undetermined";
  readonly reasons: readonly Reason[];
  readonly missing: readonly MissingFact[];
  readonly priority: Priority;
  readonly policy: { readonly programme: string; readonly version: number };
  readonly on: CivilDate;
};

/**
 * Ineligible when one rule fails for certain, undetermined when none fails but a fact is missing, else eligible.
 * `ages` are those BPJS takes, by the city's setting.
 * Throws RangeError when the policy does not hold on that day: never judge by another year's rules.
 */
export function judgeEligibility(
  facts: WorkerFacts,
  policy: EligibilityPolicy,
  on: CivilDate,
  ages: RegistrationAge = registrationAge,
): Judgement {
  if (on < policy.validFrom || (policy.validUntil !== null && on > policy.validUntil)) {
    throw new RangeError(`policy ${policy.programme} ${policy.version} does not hold on ${on}`);
  }
  const verdicts = RULES.map((rule) => rule({ facts, policy, ages, on }));
  const reasons = verdicts.flatMap((verdict) =>
    typeof verdict === "object" && "fails" in verdict ? [verdict.fails] : [],
  );
  const missing = verdicts.flatMap((verdict) =>
    typeof verdict === "object" && "misses" in verdict ? [verdict.misses] : [],
  );
  const outcome = reasons.length > 0 ? "ineligible" : missing.length > 0 ? "undetermined" : "eligible";
  const { programme, version } = policy;
  return {
    outcome,
    reasons,
    missing,
    priority: priorityOf(facts, policy, on),
    policy: { programme, version },
    on,
  };
}
