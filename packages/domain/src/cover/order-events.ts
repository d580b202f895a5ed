import type { CivilDate } from "#time";
import { effectiveOn, type CoverEvent } from "./cover-event.ts";

/** Within one day and one instant of recording: the order in which things can have happened. */
const typeOrder = [
  "registered",
  "rejected",
  "accepted",
  "wage",
  "paid",
  "reversed",
  "listed",
  "accident",
  "moved",
  "formal-job",
  "left",
  "died",
] as const satisfies readonly CoverEvent["type"][];

/** Events that count on a day, by effective day, then recording, then kind: whatever order they came in. */
export function orderEvents(events: readonly CoverEvent[], until: CivilDate): CoverEvent[] {
  return events.filter((event) => effectiveOn(event) <= until).toSorted(compareEvents);
}

/** The events already recorded at an instant: what was known then, whatever has been learnt since. */
export function eventsRecordedBy(events: readonly CoverEvent[], instant: string): CoverEvent[] {
  const at = withoutZone(instant);
  return events.filter((event) => withoutZone(event.recordedAt) <= at);
}

function compareEvents(a: CoverEvent, b: CoverEvent): number {
  return (
    compareText(effectiveOn(a), effectiveOn(b)) ||
    compareText(withoutZone(a.recordedAt), withoutZone(b.recordedAt)) ||
    typeOrder.indexOf(a.type) - typeOrder.indexOf(b.type) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** Without the Z, "…:05" stands before "…:05.250", as it should. An event without a record time counts as first. */
function withoutZone(instant: string | undefined): string {
  return instant?.replace(/Z$/, "") ?? "";
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
