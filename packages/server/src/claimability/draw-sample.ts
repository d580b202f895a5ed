import { sampleSize } from "@tuwai/domain/claimability";
import { change, type Operation } from "#use-case";
import { readClaimabilitySettings } from "./claimability-settings.ts";
import { judgeCandidates } from "./judge-candidates.ts";
import { drawMembers, insertSample } from "./sample.store.ts";

export type DrawOutcome =
  | { readonly outcome: "drawn"; readonly drawn: number; readonly population: number }
  | { readonly outcome: "refused"; readonly reasons: readonly ["nobody-waits"] };

/**
 * Draws who is visited of those about to be registered: of each village and judgement the share of the rule, by a seed that the
 * database makes and keeps. Nobody chooses whom.
 */
export const drawVisitSample = change(
  { name: "visit-sample.draw", permission: "claimability.draw" },
  async (step, _input: Operation): Promise<DrawOutcome> => {
    const { tx, actor, now } = step;
    const judged = await judgeCandidates(step, {});
    const population = judged.length;
    if (population === 0) return step.unchanged({ outcome: "refused", reasons: ["nobody-waits"] });
    const settings = await readClaimabilitySettings(tx, actor.regionCode);
    const rule = {
      percent: settings["visit-sample-percent"].value,
      least: settings["visit-sample-least"].value,
    };
    const strata = Map.groupBy(judged, ({ villageCode, result }) => `${villageCode}|${result}`);
    const of = { regionCode: actor.regionCode, id: step.newId(), at: now };
    await insertSample(tx, { ...of, ...rule, population, by: actor.userId, role: actor.role });
    const drawable = judged.map(({ enrolmentId, personId, villageCode, kecamatanCode, result }) => ({
      id: step.newId(),
      enrolmentId,
      personId,
      villageCode,
      kecamatanCode,
      stratum: result,
      of: sampleSize(strata.get(`${villageCode}|${result}`)!.length, rule),
    }));
    const drawn = await drawMembers(tx, of, drawable);
    await step.audit({
      objectType: "visit_sample",
      objectId: of.id,
      details: { people: population, count: drawn },
    });
    return { outcome: "drawn", drawn, population };
  },
);
