import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { listEventsOf } from "./cover-event.store.ts";
import { findHome } from "./cover-subject.view.ts";
import { record, type Recording } from "./record-events.ts";

export type LifeEvent = {
  readonly personId: string;
  readonly kind: "died" | "moved" | "formal-job";
  readonly on: CivilDate;
  /** Of a death: the day of the accident at work it followed, whose cover counts. */
  readonly accidentOn?: CivilDate | null;
  /** Who or what says so, e.g. "family" or the number of a certificate; never a number of a person. */
  readonly source: string;
};

/**
 * `recorded` under its id, which `takeBack` takes. `known` when one of its kind stands already, of that day or another:
 * one that is wrong is taken back first.
 */
export type LifeEventOutcome = {
  readonly outcome: "recorded" | "known";
  readonly eventId: string;
  readonly on: CivilDate;
};

/** A death, a move out of the city or a job with a wage, as the cover clock has to know it. Throws `not-found`. */
export async function recordLifeEvent(
  step: Recording,
  { personId, kind, on, accidentOn = null, source }: LifeEvent,
): Promise<LifeEventOutcome> {
  const home = await findHome(step.tx, personId);
  if (home === undefined) throw new AppError("not-found", { object: "person" });
  const alike = await listEventsOf(step.tx, { personId, type: kind });
  const standing = alike.find(({ stands }) => stands);
  if (standing !== undefined) return { outcome: "known", eventId: standing.id, on: standing.effectiveOn };
  const id = step.app.newId();
  // One that was taken back may be told again, and is then another event.
  const naturalKey = `${kind}|${alike.length + 1}`;
  await record(step, { type: "report", id: source }, [
    {
      id,
      personId,
      ...home,
      type: kind,
      effectiveOn: on,
      naturalKey,
      ...(accidentOn === null ? {} : { details: { cause: "work-accident", accidentOn } }),
    },
  ]);
  return { outcome: "recorded", eventId: id, on };
}
