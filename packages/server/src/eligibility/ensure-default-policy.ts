import { defaultPolicy } from "@tuwai/domain/eligibility";
import { parseRegionCode } from "@tuwai/domain/regions";
import { type App, AppError } from "#app";
import { asCity } from "#use-case";
import { insertMissingPolicy } from "./policy.store.ts";

/** The programme every list of this installation is judged and endorsed for. */
export const programme = "tuwai-ketan";

/** At set-up: the policy the city starts with, as version 1. Safe to repeat; never changes a policy that is there. */
export async function ensureDefaultPolicy(app: App): Promise<void> {
  const city = parseRegionCode(app.config.regionCode);
  if (city === undefined) throw new AppError("not-set-up", { message: "TUWAI_REGION is no region code." });
  const policy = defaultPolicy(city);
  await asCity(app, "policy.default", async ({ tx, actor, now, newId, audit }) => {
    const row = { regionCode: city, id: newId(), policy, proposedBy: actor.userId, at: now };
    if (!(await insertMissingPolicy(tx, row))) return;
    await audit({
      objectType: "policy",
      objectId: row.id,
      details: { programme: policy.programme, number: policy.version },
    });
  });
}
