import type { CoverInput } from "@tuwai/domain/cover";
import type { App } from "#app";
import { asSystem, type Tx } from "#database";
import { listStandingEvents } from "./cover-event.store.ts";
import { coverInputOf, type Evidence } from "./cover-input-of.ts";
import { type CoverSubject, listMemberships, listSubjects, mapKept } from "./cover-subject.view.ts";

/** What the clock of cover folds for each of these workers. */
export async function gatherEvidence(
  tx: Tx,
  subjects: readonly CoverSubject[],
): Promise<ReadonlyMap<string, Evidence>> {
  const ids = subjects.map(({ id }) => id);
  const events = Map.groupBy(await listStandingEvents(tx, ids), ({ personId }) => personId);
  const memberships = Map.groupBy(await listMemberships(tx, ids), ({ personId }) => personId);
  return new Map(
    subjects.map((subject) => {
      const { id } = subject;
      return [id, { subject, events: events.get(id) ?? [], memberships: memberships.get(id) ?? [] }];
    }),
  );
}

/**
 * The same for whoever reckons what families may claim, by the ids that were asked for, also of entries merged into another; absent where
 * nothing is known. Asked as the city: the caller has looked whether the workers are within the actor's area.
 */
export async function coverInputsOf(
  app: App,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, CoverInput>> {
  if (personIds.length === 0) return new Map();
  return asSystem(app, async (tx) => {
    const kept = await mapKept(tx, personIds);
    const evidence = await gatherEvidence(tx, await listSubjects(tx, [...new Set(kept.values())]));
    return new Map(
      personIds.flatMap((id) => {
        const own = evidence.get(kept.get(id) ?? id);
        return own === undefined ? [] : [[id, coverInputOf(own)] as const];
      }),
    );
  });
}
