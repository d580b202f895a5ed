import type { CoverInput } from "@tuwai/domain/cover";
import type { App } from "#app";
import { asSystem } from "#database";
import { listStandingEvents } from "./cover-event.store.ts";
import { coverInputOf } from "./cover-input-of.ts";
import { listKept, listMemberships, listSubjects } from "./cover-subject.view.ts";

/**
 * What the clock of cover folds for one worker, for whoever reckons what a family may claim; undefined where nothing is known.
 * Asked as the city: the caller has looked whether the worker is within the actor's area.
 */
export function coverInputOfPerson(app: App, personId: string): Promise<CoverInput | undefined> {
  return asSystem(app, async (tx) => {
    const [subject] = await listSubjects(tx, await listKept(tx, [personId]));
    if (subject === undefined) return undefined;
    const events = await listStandingEvents(tx, [subject.id]);
    const memberships = await listMemberships(tx, [subject.id]);
    return coverInputOf({ subject, events, memberships });
  });
}
