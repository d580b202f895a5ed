import { type EligibilityPolicy, judgeEligibility, policyOn } from "@tuwai/domain/eligibility";
import type { CivilDate } from "@tuwai/domain/time";
import { type App, systemActor } from "#app";
import { recordChange } from "#audit";
import { asSystem, type Tx } from "#database";
import { enqueue, type WorkPayloads } from "#work";
import { ensureDefaultPolicy, programme } from "./ensure-default-policy.ts";
import { type JudgementRow, lockJudgements, replaceJudgements } from "./judgement.store.ts";
import { listPoliciesInForce } from "./policy.store.ts";
import { workerFacts } from "./worker-facts.ts";
import { listFactRows, listJudgeable, listKnownRegistries } from "./worker-facts.view.ts";

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
  return asSystem(app, (tx) => listJudgeable(tx, "villageCode" in payload ? payload : {}));
}

function judgePortion(app: App, personIds: readonly string[]): Promise<number> {
  const actor = systemActor(app.config.regionCode);
  return asSystem(app, async (tx) => {
    await lockJudgements(tx);
    const judgedOn = app.clock.today();
    const rows = await judge(tx, { personIds, on: judgedOn, systemUserId: actor.userId });
    const changed = await replaceJudgements(
      tx,
      { personIds, rows },
      { programme, judgedOn, at: app.clock.now() },
    );
    if (changed === 0) return 0;
    await recordChange(app, tx, actor, {
      action: "eligibility.judge",
      objectType: "programme",
      objectId: programme,
      details: { judged: rows.length, changed },
    });
    await enqueue(app, tx, actor, { topic: "coverage.publish", payload: {} });
    return changed;
  });
}

async function judge(
  tx: Tx,
  of: { readonly personIds: readonly string[]; readonly on: CivilDate; readonly systemUserId: string },
): Promise<readonly JudgementRow[]> {
  const policy = newestPolicyOn(await listPoliciesInForce(tx, programme, of.systemUserId), of.on);
  const registries = await listKnownRegistries(tx);
  const facts = await listFactRows(tx, of.personIds);
  return facts.map((row) =>
    asRow(row.id, judgeEligibility(workerFacts(row, registries, of.on), policy, of.on)),
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
function asRow(personId: string, judgement: ReturnType<typeof judgeEligibility>): JudgementRow {
  return {
    personId,
    policyNumber: judgement.policy.version,
    outcome: judgement.outcome,
    reasons: [...judgement.reasons, ...judgement.missing.map((fact) => ({ code: "fact-missing", fact }))],
    priority: judgement.priority.score,
    priorityReasons: judgement.priority.reasons.map((reason) =>
      reason.code === "lower-welfare" ? { code: reason.code } : reason,
    ),
  };
}
