import type { CoverInput } from "@tuwai/domain/cover";
import type { App } from "#app";
import { asSystem } from "#database";
import { listStandingEvents } from "./cover-event.store.ts";
import { coverInputOf } from "./cover-input-of.ts";
import { listMemberships, listSubjects } from "./cover-subject.view.ts";

/**
 * What the clock of cover folds for each of these entries of the register, for whoever reckons what families may claim; absent where
 * nothing is known. Asked as the city: the caller has looked whether the workers are within the actor's area.
 */
export function coverInputsOf(
  app: App,
  keptIds: readonly string[],
): Promise<ReadonlyMap<string, CoverInput>> {
  return asSystem(app, async (tx) => {
    const subjects = await listSubjects(tx, keptIds);
    const events = Map.groupBy(await listStandingEvents(tx, keptIds), ({ personId }) => personId);
    const memberships = Map.groupBy(await listMemberships(tx, keptIds), ({ personId }) => personId);
    return new Map(
      subjects.map((subject) => {
        const { id } = subject;
        return [
          id,
          coverInputOf({ subject, events: events.get(id) ?? [], memberships: memberships.get(id) ?? [] }),
        ];
      }),
    );
  });
}
