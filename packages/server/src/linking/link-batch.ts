import type { App } from "#app";
import { finishLinking, noteLinking } from "#imports";
import { asCity } from "#use-case";
import type { WorkPayloads } from "#work";
import { askAboutDuplicates } from "./ask-about-duplicates.ts";
import {
  findWaitingBatch,
  listEveryone,
  listPersonsOfBatches,
  listWaitingBatches,
  type WaitingBatch,
} from "./batch-to-link.view.ts";
import { linkKind, type Reporter } from "./link-kind.ts";
import { endOrMoveLinks, lockLinks } from "./link.store.ts";
import { readLinkingSettings } from "./linking-settings.ts";
import { listOrphanedQuestions, listStaleLinks } from "./living.view.ts";
import { withdrawOpenQuestions } from "./question.store.ts";
import { listPersonsByFamilyCard } from "./registry-fact.view.ts";
import { isRegistryKind, type RegistryKind, registryKinds } from "./registry-kind.ts";
import { settlePersons } from "./settle-persons.ts";

/**
 * Handler of `people.link`. `{ batchId }`: persons of an applied (or undone) work list are linked with every registry and
 * compared with everyone else; an applied or undone registry is linked with every person of the city. Batches of the same
 * sort that wait as well go along in one run, and their own message then finds nothing to do. `{ personIds }` (after a
 * decision): what registries say of them is computed anew; with `relink` the engine runs for them too, and with `compare` they
 * are compared with everyone else.
 * Runs as the system, in portions that commit one by one; repeating it changes nothing more.
 */
export async function linkBatch(app: App, payload: WorkPayloads["people.link"]): Promise<void> {
  const task = await taskOf(app, payload);
  if (task === null) return;
  const retracted = await retractWithdrawn(app);
  const everyone = new Set(await asCity(app, "people.link", ({ tx }) => listEveryone(tx)));
  const persons = (task.personIds ?? [...everyone]).filter((id) => everyone.has(id));
  const batchIds = task.batches.map((batch) => batch.id);
  const report: Reporter = (progress) =>
    asCity(app, "people.link", (step) => noteLinking(step, batchIds, progress));
  await runEngine(app, { kinds: task.kinds, persons, compare: task.compare, report });
  await settlePersons(app, [...new Set([...(task.personIds ?? persons), ...retracted, ...task.alsoSettle])]);
  await report({ done: persons.length, total: persons.length });
  await asCity(app, "people.link", async (step) => {
    await finishLinking(step, task.batches);
    if (task.batches.some(({ kind }) => kind === "dtsen")) await step.follow("targeting.refresh", {});
  });
}

type Task = {
  readonly batches: readonly WaitingBatch[];
  readonly kinds: readonly RegistryKind[];
  /** Null: every person of the city. */
  readonly personIds: readonly string[] | null;
  /** Whether persons are also compared with each other. */
  readonly compare: boolean;
  readonly alsoSettle: readonly string[];
};

function taskOf(app: App, payload: WorkPayloads["people.link"]): Promise<Task | null> | Task {
  if ("batchId" in payload) return batchTask(app, payload.batchId);
  const { personIds, relink, compare = false } = payload;
  const kinds = relink === true ? registryKinds : [];
  return { batches: [], kinds, personIds, compare, alsoSettle: [] };
}

async function batchTask(app: App, batchId: string): Promise<Task | null> {
  return asCity(app, "people.link", async ({ tx }) => {
    const batch = await findWaitingBatch(tx, batchId);
    if (!batch) return null;
    if (isRegistryKind(batch.kind)) {
      const batches = await listWaitingBatches(tx, [batch.kind]);
      const alsoSettle = await listPersonsByFamilyCard(
        tx,
        batches.map((waiting) => waiting.id),
      );
      return { batches, kinds: [batch.kind], personIds: null, compare: false, alsoSettle };
    }
    const batches = await listWaitingBatches(tx, ["village-list", "village-officers"]);
    const personIds = await listPersonsOfBatches(
      tx,
      batches.map((waiting) => waiting.id),
    );
    return { batches, kinds: registryKinds, personIds, compare: true, alsoSettle: [] };
  });
}

/**
 * Links whose record a newer release replaced move to the one live record of the same NIK; links and questions that lost a
 * side end. Returns the persons touched.
 */
async function retractWithdrawn(app: App): Promise<readonly string[]> {
  return asCity(app, "people.link", async (step) => {
    const { tx } = step;
    await lockLinks(tx);
    const stale = await listStaleLinks(tx);
    const moves = stale.flatMap(({ id, successor }) =>
      successor === null ? [] : [{ id, successor, newId: step.newId() }],
    );
    if (stale.length > 0)
      await endOrMoveLinks(
        tx,
        stale.map(({ id }) => id),
        moves,
      );
    const orphaned = await withdrawOpenQuestions(tx, await listOrphanedQuestions(tx));
    return [...new Set([...stale.map(({ personId }) => personId), ...orphaned])];
  });
}

async function runEngine(
  app: App,
  work: {
    readonly kinds: readonly RegistryKind[];
    readonly persons: readonly string[];
    readonly compare: boolean;
    readonly report: Reporter;
  },
): Promise<void> {
  if (work.persons.length === 0 || work.kinds.length === 0) return;
  const settings = await readLinkingSettings(app);
  const shared = [];
  for (const kind of work.kinds) {
    const { report } = work;
    shared.push(...(await linkKind(app, { kind, personIds: work.persons, settings, report })));
  }
  await askAboutDuplicates(app, { personIds: work.persons, shared, settings, compare: work.compare });
}
