import type { App } from "#app";
import { asCity } from "#use-case";
import type { WorkPayloads } from "#work";
import { listPersonsWithEvidence } from "./cover-subject.view.ts";
import { publishCoverage, refreshStep } from "./refresh-cover.ts";

const personsPerStep = 500;
const stepsPerMessage = 10;
const firstOfAll = "00000000-0000-0000-0000-000000000000";

/** At start: the clock may have moved while nobody was here, so every stored answer is folded anew. */
export async function refreshAllCover(
  app: App,
): Promise<{ readonly persons: number; readonly changed: number }> {
  const all = await refreshSteps(app, firstOfAll, Number.POSITIVE_INFINITY);
  if (all.changed > 0) await publishCoverage(app);
  return { persons: all.persons, changed: all.changed };
}

/**
 * Handler of `cover.refresh-all`, the night's work: a few thousand persons per message, so that a night that is interrupted
 * goes on where it was. Coverage is published after the last.
 */
export async function refreshCoverFrom(app: App, payload: WorkPayloads["cover.refresh-all"]): Promise<void> {
  const { after } = await refreshSteps(app, payload.after ?? firstOfAll, stepsPerMessage);
  if (after === null) return publishCoverage(app);
  await asCity(app, "cover.refresh-all", (step) => step.follow("cover.refresh-all", { after }));
}

async function refreshSteps(app: App, from: string, most: number) {
  let after = from;
  let persons = 0;
  let changed = 0;
  for (let step = 0; step < most; step += 1) {
    const personIds = await asCity(app, "cover.refresh-all", ({ tx }) =>
      listPersonsWithEvidence(tx, after, personsPerStep),
    );
    const last = personIds.at(-1);
    if (last === undefined) return { after: null, persons, changed };
    changed += await refreshStep(app, personIds);
    persons += personIds.length;
    after = last;
  }
  return { after, persons, changed };
}
