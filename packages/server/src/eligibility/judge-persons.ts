import {
  barsPayment,
  type EligibilityPolicy,
  isReadyForList,
  judgeEligibility,
  type Judgement,
  policyOn,
} from "@tuwai/domain/eligibility";
import type { CivilDate } from "@tuwai/domain/time";
import type { App } from "#app";
import { meaningReader } from "#meanings";
import { readRegistrationAge } from "#settings";
import { asCity, type Step } from "#use-case";
import type { WorkPayloads } from "#work";
import { ensureDefaultPolicy, programme } from "./ensure-default-policy.ts";
import { type JudgementRow, lockJudgements, replaceJudgements } from "./judgement.store.ts";
import { listPoliciesInForce } from "./policy.store.ts";
import { workerFacts } from "./worker-facts.ts";
import { type FactRow, listFactRows, listJudgeable, listKnownRegistries } from "./worker-facts.view.ts";

const personsPerPortion = 1000;

type Judged = WorkPayloads["eligibility.judge"];

/**
 * Handler of `eligibility.judge`: `{ personIds }`, `{ villageCode }` or `{ all: true }`. Judges everybody by the policy of
 * the day, in portions that commit one by one; repeating it changes nothing. When an outcome changed, coverage follows.
 */
export async function judgePersons(
  app: App,
  payload: Judged,
): Promise<{ readonly judged: number; readonly changed: number }> {
  await ensureDefaultPolicy(app);
  const personIds = await personsOf(app, payload);
  let changed = 0;
  for (let from = 0; from < personIds.length; from += personsPerPortion)
    changed += await judgePortion(app, personIds.slice(from, from + personsPerPortion));
  return { judged: personIds.length, changed };
}

async function personsOf(app: App, payload: Judged): Promise<readonly string[]> {
  if ("personIds" in payload) return [...new Set(payload.personIds)];
  return asCity(app, "eligibility.judge", ({ tx }) =>
    listJudgeable(tx, "villageCode" in payload ? payload : {}),
  );
}

function judgePortion(app: App, personIds: readonly string[]): Promise<number> {
  return asCity(app, "eligibility.judge", async (step) => {
    await lockJudgements(step.tx);
    const rows = await judge(step, personIds);
    const stamp = { programme, judgedOn: step.today, at: step.now };
    const changed = await replaceJudgements(step.tx, { personIds, rows }, stamp);
    if (changed === 0) return 0;
    await step.audit({
      objectType: "programme",
      objectId: programme,
      details: { judged: rows.length, changed },
    });
    await step.follow("figures.refresh", {});
    await step.follow("coverage.publish", {});
    return changed;
  });
}

async function judge(
  { tx, actor, today }: Step,
  personIds: readonly string[],
): Promise<readonly JudgementRow[]> {
  const policy = newestPolicyOn(await listPoliciesInForce(tx, programme, actor.userId), today);
  const registries = await listKnownRegistries(tx);
  const facts = await listFactRows(tx, personIds);
  const ages = await readRegistrationAge(tx, actor.regionCode);
  const meaningOf = await meaningReader(tx);
  const meansOf = (text: string) => meaningOf("occupation", text);
  return facts.map((row) =>
    asRow(row, judgeEligibility(workerFacts(row, registries, today, meansOf), policy, today, ages)),
  );
}

/** A newer version in force replaces the older ones from its first day on. Throws RangeError when none holds. */
function newestPolicyOn(policies: readonly EligibilityPolicy[], on: CivilDate): EligibilityPolicy {
  const holding = policies.filter(
    (policy) => policy.validFrom <= on && (policy.validUntil === null || on <= policy.validUntil),
  );
  return policyOn(holding.slice(0, 1), programme, on);
}

/** The points of `lower-welfare` stay out: with them anyone could work out the decile. */
function asRow(
  { id: personId, regionCode, villageCode, kecamatanCode }: FactRow,
  judgement: Judgement,
): JudgementRow {
  return {
    personId,
    regionCode,
    villageCode,
    kecamatanCode,
    policyNumber: judgement.policy.version,
    outcome: judgement.outcome,
    reasons: [...judgement.reasons, ...judgement.missing.map((fact) => ({ code: "fact-missing", fact }))],
    barsPayment: barsPayment(judgement),
    isReady: isReadyForList(judgement),
    priority: judgement.priority.score,
    priorityReasons: judgement.priority.reasons.map((reason) =>
      reason.code === "lower-welfare" ? { code: reason.code } : reason,
    ),
  };
}
