import { type App, AppError, systemActor } from "#app";
import { asSystem } from "#database";
import { askAboutDuplicates } from "./ask-about-duplicates.ts";
import { findLinkingBatch, listEveryone, listPersonsOfBatch } from "./known-links.store.ts";
import { linkKind, type Reporter } from "./link-kind.ts";
import { followRecords } from "./link.store.ts";
import { ensureLinkingSettings, readLinkingSettings } from "./linking-settings.ts";
import { withdrawOrphanedQuestions } from "./question.store.ts";
import { settlePersons } from "./settle-persons.ts";
import { listPersonsByFamilyCard } from "./registry-facts.store.ts";
import { isRegistryKind, type RegistryKind, registryKinds } from "./registry-kind.ts";
import { updateLinkingProgress } from "./known-links.store.ts";

/**
 * Handler of `people.link`. With `{ batchId }`: persons of an applied (or undone) work list are linked with every
 * registry and compared with everyone else; an applied or undone registry is linked with every person of the city.
 * With `{ personIds }` (after a decision): what registries say of them is computed anew, and with `relink` the engine
 * runs for them too. Runs as the system, in portions that commit one by one; repeating it changes nothing more.
 */
export async function linkBatch(app: App, payload: Readonly<Record<string, unknown>>): Promise<void> {
  await ensureLinkingSettings(app);
  const batchId = typeof payload["batchId"] === "string" ? payload["batchId"] : null;
  const task = batchId === null ? personsTask(payload) : await batchTask(app, batchId);
  if (task === null) return;
  const retracted = await retractWithdrawn(app);
  const report = reporterFor(app, batchId);
  const everyone = new Set(await asSystem(app, listEveryone));
  const persons = (task.personIds ?? [...everyone]).filter((id) => everyone.has(id));
  if (task.kinds.length > 0)
    await runEngine(app, { kinds: task.kinds, persons, compare: task.compare, report });
  await settlePersons(app, [...new Set([...(task.personIds ?? persons), ...retracted, ...task.alsoSettle])]);
  await report({ done: persons.length, total: persons.length });
}

type Task = {
  readonly kinds: readonly RegistryKind[];
  /** Null: every person of the city. */
  readonly personIds: readonly string[] | null;
  /** Whether persons are also compared with each other. */
  readonly compare: boolean;
  readonly alsoSettle: readonly string[];
};

async function batchTask(app: App, batchId: string): Promise<Task | null> {
  const batch = await asSystem(app, (tx) => findLinkingBatch(tx, batchId));
  if (!batch) return null;
  if (isRegistryKind(batch.kind)) {
    const alsoSettle = await asSystem(app, (tx) => listPersonsByFamilyCard(tx, batchId));
    return { kinds: [batch.kind], personIds: null, compare: false, alsoSettle };
  }
  const personIds = await asSystem(app, (tx) => listPersonsOfBatch(tx, batchId));
  return { kinds: registryKinds, personIds, compare: true, alsoSettle: [] };
}

function personsTask(payload: Readonly<Record<string, unknown>>): Task {
  const ids = payload["personIds"];
  if (!Array.isArray(ids)) throw new AppError("invalid-input", { topic: "people.link" });
  const relink = payload["relink"] === true;
  return { kinds: relink ? registryKinds : [], personIds: ids.map(String), compare: false, alsoSettle: [] };
}

/** Links follow replaced records; links and questions that lost a side end. */
async function retractWithdrawn(app: App): Promise<readonly string[]> {
  return asSystem(app, async (tx) => {
    const moved = await followRecords(tx, app.newId);
    const orphaned = await withdrawOrphanedQuestions(tx);
    return [...moved, ...orphaned];
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
  if (work.persons.length === 0) return;
  const settings = await readLinkingSettings(app);
  const actor = systemActor(app.config.regionCode);
  const shared = [];
  for (const kind of work.kinds) {
    shared.push(
      ...(await linkKind(app, actor, { kind, personIds: work.persons, settings, report: work.report })),
    );
  }
  await askAboutDuplicates(app, actor, { personIds: work.persons, shared, settings, compare: work.compare });
}

function reporterFor(app: App, batchId: string | null): Reporter {
  return async (progress) => {
    if (batchId !== null) await asSystem(app, (tx) => updateLinkingProgress(tx, batchId, progress));
  };
}
