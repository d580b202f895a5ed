import { type CoverExplanation, type CoverSettings, explainCover } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { type App, systemActor } from "#app";
import { asSystem, type Tx } from "#database";
import { enqueue, type WorkPayloads } from "#work";
import { listStandingEvents } from "./cover-event.store.ts";
import { coverInputOf } from "./cover-input-of.ts";
import { listStoredCover, lockRefresh, replaceStoredCover, type StoredCover } from "./cover-state.store.ts";
import { type CoverSubject, listMemberships, listSubjects } from "./cover-subject.view.ts";
import { readCoverSettings } from "./read-cover-settings.ts";

const personsPerStep = 500;

/** Handler of `cover.refresh`: folds these persons' evidence anew and publishes coverage when an answer changed. */
export async function refreshCover(
  app: App,
  payload: WorkPayloads["cover.refresh"],
): Promise<{ readonly changed: number }> {
  const personIds = [...new Set(payload.personIds)];
  let changed = 0;
  for (let from = 0; from < personIds.length; from += personsPerStep) {
    changed += await refreshStep(app, personIds.slice(from, from + personsPerStep));
  }
  if (changed > 0) await publish(app);
  return { changed };
}

/** One person's evidence folded on a day; absent when there is no evidence at all. */
export async function explainSubjects(
  tx: Tx,
  subjects: readonly CoverSubject[],
  on: CivilDate,
  settings: CoverSettings,
): Promise<ReadonlyMap<string, CoverExplanation>> {
  const ids = subjects.map(({ id }) => id);
  const events = Map.groupBy(await listStandingEvents(tx, ids), ({ personId }) => personId);
  const memberships = Map.groupBy(await listMemberships(tx, ids), ({ personId }) => personId);
  const answers = new Map<string, CoverExplanation>();
  for (const subject of subjects) {
    const { id } = subject;
    const evidence = { subject, events: events.get(id) ?? [], memberships: memberships.get(id) ?? [] };
    if (evidence.events.length + evidence.memberships.length === 0) continue;
    answers.set(id, explainCover(coverInputOf(evidence), on, settings));
  }
  return answers;
}

/** Folds the evidence of these persons anew, in one transaction; says how many answers changed. */
export function refreshStep(app: App, personIds: readonly string[]): Promise<number> {
  return asSystem(app, async (tx) => {
    await lockRefresh(tx);
    const asOf = app.clock.today();
    const subjects = await listSubjects(tx, personIds);
    const settings = await readCoverSettings(tx, app.config.regionCode);
    const explained = await explainSubjects(tx, subjects, asOf, settings);
    const answers = [...explained].map(([personId, answer]) => storedCoverOf(personId, answer));
    const before = new Map(
      (await listStoredCover(tx, personIds)).map((row) => [row.personId, fingerprint(row)]),
    );
    const after = new Map(answers.map((row) => [row.personId, fingerprint(row)]));
    await replaceStoredCover(tx, personIds, answers, { asOf, at: app.clock.now() });
    return personIds.filter((id) => before.get(id) !== after.get(id)).length;
  });
}

function storedCoverOf(personId: string, { state, dates }: CoverExplanation): StoredCover {
  const { coveredFrom, paidUntil, fullDeathBenefitFrom, lastRescueDay, endsOn } = dates;
  return { personId, state, coveredFrom, paidUntil, fullDeathBenefitFrom, lastRescueDay, endsOn };
}

function fingerprint(row: StoredCover): string {
  const { state, coveredFrom, paidUntil, fullDeathBenefitFrom, lastRescueDay, endsOn } = row;
  return [state, coveredFrom, paidUntil, fullDeathBenefitFrom, lastRescueDay, endsOn].join("|");
}

function publish(app: App): Promise<void> {
  const actor = systemActor(app.config.regionCode);
  return asSystem(app, (tx) => enqueue(app, tx, actor, { topic: "coverage.publish", payload: {} }));
}
