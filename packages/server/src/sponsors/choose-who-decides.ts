import type { Chooser } from "@tuwai/domain/matching";
import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { findLatestPledge, lockPledges, markChooser } from "./pledge.store.ts";

type Input = Operation & { readonly version: number; readonly chooses: Chooser };

/** The sponsor says whether proposed workers wait for his answer or are taken by the manager. Throws `not-found` without a pledge in force. */
export const chooseWhoDecides = change(
  { name: "pledge.choose", permission: "pledge.proposal.answer" },
  async (step, { version, chooses }: Input): Promise<{ readonly outcome: "kept" }> => {
    if (chooses !== "manager" && chooses !== "sponsor")
      throw new AppError("invalid-input", { field: "chooses", reason: "unknown" });
    const latest = await findLatestPledge(step.tx, step.area);
    if (latest?.state !== "active") throw new AppError("not-found", { object: "pledge" });
    const [pledge] = await lockPledges(step.tx, step.area, [latest.id]);
    if (pledge === undefined) throw new AppError("not-found", { object: "pledge" });
    if (pledge.version !== version) throw new AppError("stale", { version: pledge.version });
    await markChooser(step.tx, pledge, chooses);
    await step.audit({ objectType: "pledge", objectId: pledge.id, details: { code: pledge.code, chooses } });
    return { outcome: "kept" };
  },
);
