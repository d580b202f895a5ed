import type { CivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import * as cover from "#cover";
import { notify } from "#notifications";
import { requireCode, setLifeDates } from "#people";
import { change, type Operation, type Step } from "#use-case";
import {
  dayTold,
  type LifeEventDocument,
  type LifeEventKind,
  type LifeEventReason,
  type LifeEventTeller,
  reasonsAgainst,
} from "./life-event.ts";
import { insertLifeEvent, type LifeEventRow, listLifeEventRows } from "./life-event.store.ts";
import { findLivingPerson, type LivingPerson } from "./living-person.view.ts";
import { noticesOf } from "./notices-of.ts";

export type ToldLifeEvent = {
  readonly personCode: string;
  readonly kind: LifeEventKind;
  /** The day it happened; left out is refused, as nothing follows from an event without one. */
  readonly on?: CivilDate;
  /** Of a death that followed an accident at work: the day of the accident, by which cover is judged. */
  readonly accidentOn?: CivilDate;
  readonly document: LifeEventDocument;
  readonly toldBy?: LifeEventTeller;
  readonly note?: string;
};

export type NewLifeEvent = Operation & ToldLifeEvent;

export type LifeEventOutcome =
  | { readonly outcome: "recorded"; readonly lifeEventId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly LifeEventReason[] };

/**
 * A death, a move away, a return or a job with a wage. The register and the cover clock know it from now on, and the
 * person is judged anew; nothing else ends by it but what the rules end. Throws `not-found`.
 */
export const recordLifeEvent = change(
  { name: "life-event.record", permission: "worker.life_event.record" },
  (step, input: NewLifeEvent): Promise<LifeEventOutcome> => tellLifeEvent(step, input),
);

/** The same within a change of another feature, on a step under the permission to record it. */
export async function tellLifeEvent(step: Step, input: ToldLifeEvent): Promise<LifeEventOutcome> {
  const { kind, document } = input;
  const on = dayTold(input.on);
  const accidentOn = input.accidentOn ?? null;
  const note = readNote(input.note);
  const person = await findLivingPerson(step.tx, step.area, { code: requireCode(input.personCode) }, "hold");
  if (person === undefined) throw new AppError("not-found");
  if (on === undefined) return step.unchanged({ outcome: "refused", reasons: ["without-date"] });
  const standing = (await listLifeEventRows(step.tx, person.id)).filter(({ undoneAt }) => undoneAt === null);
  const hasFormalJob = standing.some((event) => event.kind === "formal-job");
  const reasons = reasonsAgainst({ kind, on, accidentOn }, { ...person, hasFormalJob }, step.today);
  if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
  const id = step.newId();
  await insertLifeEvent(step.tx, {
    ...placeOf(person),
    regionCode: step.actor.regionCode,
    id,
    personId: person.id,
    kind,
    happenedOn: on,
    accidentOn,
    document,
    toldBy: input.toldBy ?? null,
    note,
    dateBefore: kind === "died" ? person.diedOn : person.movedOn,
    coverEventId: await tellCover(step, person.id, { kind, on, accidentOn, document, standing }),
    recordedBy: step.actor.userId,
    recordedAt: step.now,
  });
  await setLifeDates(step, person.id, datesAfter(person, kind, on));
  await notify(step, noticesOf(step.actor, person, { notice: "life-event-recorded", kind, on }));
  await step.audit({
    objectType: "person",
    objectId: person.id,
    details: { kind, on, accidentOn, document, lifeEventId: id },
  });
  return { outcome: "recorded", lifeEventId: id };
}

const placeOf = ({ villageCode, kecamatanCode }: LivingPerson) => ({ villageCode, kecamatanCode });

function datesAfter({ diedOn, movedOn }: LivingPerson, kind: LifeEventKind, on: CivilDate) {
  if (kind === "died") return { diedOn: on, movedOn };
  if (kind === "moved-away") return { diedOn, movedOn: on };
  return { diedOn, movedOn: kind === "moved-in" ? null : movedOn };
}

type Told = {
  readonly kind: LifeEventKind;
  readonly on: CivilDate;
  readonly accidentOn: CivilDate | null;
  readonly document: LifeEventDocument;
  readonly standing: readonly LifeEventRow[];
};

/** Who comes back has not left, to the clock. Answers the event that the clock now holds for it; null where it holds none. */
async function tellCover(step: Step, personId: string, told: Told): Promise<string | null> {
  const { kind, on, accidentOn, document: source, standing } = told;
  if (kind === "moved-in") {
    const left = standing.find((event) => event.kind === "moved-away");
    if (left?.coverEventId != null)
      await cover.takeBack(step, { eventIds: [left.coverEventId], evidence: { type: "report", id: source } });
    await step.follow("cover.refresh", { personIds: [personId] });
    return null;
  }
  const asked = kind === "moved-away" ? "moved" : kind;
  const event = { personId, kind: asked, on, accidentOn, source } as const;
  const { outcome, eventId } = await cover.recordLifeEvent(step, event);
  return outcome === "recorded" ? eventId : null;
}
