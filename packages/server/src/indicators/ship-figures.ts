import type { App } from "#app";
import { asCity } from "#use-case";
import { type EstimateSource, insertSource, wasEntered } from "./estimate.store.ts";
import { makeEstimates } from "./recompute-estimates.ts";
import { insertTarget, listStandingTargets, type NewTarget } from "./target.store.ts";
import { shipped } from "./typist.ts";

/**
 * What a city of paper brings of its own in the place of the real one's figures, each once: sources of its estimate, and targets of years
 * that have none. Of no use to a real city, whose figures its desk enters.
 */
export async function shipFigures(
  app: App,
  of: { readonly sources: readonly EstimateSource[]; readonly targets: readonly Omit<NewTarget, "id">[] },
): Promise<void> {
  await asCity(app, "indicator.load", async (step) => {
    for (const source of of.sources)
      if (!(await wasEntered(step.tx, source))) await insertSource(step, source, shipped);
    const targets = await listStandingTargets(step.tx);
    for (const target of of.targets)
      if (!targets.some(({ ladder, year }) => ladder === target.ladder && year === target.year))
        await insertTarget(step, { ...target, id: step.newId() }, shipped);
    await makeEstimates(step, shipped);
  });
}
