import { parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { requireCode } from "#people";
import { placeOf } from "#regions";
import { change, type Operation } from "#use-case";
import { type MoveDocument, type MoveReason, reasonsAgainstMove } from "./move.ts";
import { insertMove } from "./move.store.ts";
import { findMovingPerson } from "./moving-person.view.ts";
import { namePlace } from "./name-place.ts";

export type NewMove = Operation & {
  readonly personCode: string;
  readonly toVillageCode: string;
  /** The day of the move, "YYYY-MM-DD". */
  readonly movedOn: string;
  /** Null: none was chosen. */
  readonly document: MoveDocument | null;
  readonly note?: string;
};

export type MoveOutcome =
  | { readonly outcome: "asked"; readonly moveId: string; readonly waitsFor: "old-village" | "new-village" }
  | { readonly outcome: "refused"; readonly reasons: readonly MoveReason[] };

/**
 * Somebody moves to another village of the city. Said by the old village it is handed over at once and the new one has to
 * receive it; said by a data officer the old one has to hand over first. Nothing of the person changes yet. Throws `not-found`.
 */
export const requestMove = change(
  { name: "move.request", permission: "worker.move_request" },
  async (step, input: NewMove): Promise<MoveOutcome> => {
    const { app, tx, area, actor } = step;
    const person = await findMovingPerson(tx, area, requireCode(input.personCode));
    if (person === undefined) throw new AppError("not-found");
    const found = await placeOf(tx, input.toVillageCode);
    const to = found?.regionCode === actor.regionCode ? found : null;
    const { document, movedOn: on } = input;
    const asked = { toVillageCode: to?.villageCode ?? null, on, document };
    const reasons = reasonsAgainstMove(asked, person, step.today);
    const movedOn = parseCivilDate(on);
    if (reasons.length > 0 || to === null || movedOn === undefined || document === null)
      return step.unchanged({ outcome: "refused", reasons });
    const id = step.newId();
    const isOldVillage = area.villageCode !== null;
    await insertMove(tx, {
      regionCode: actor.regionCode,
      id,
      personId: person.id,
      fromVillageCode: person.villageCode,
      toVillageCode: to.villageCode,
      toKecamatanCode: to.kecamatanCode,
      movedOn,
      document,
      note: readNote(input.note),
      nameSealed: app.keys.seal(person.fullName, namePlace(id)),
      state: isOldVillage ? "handed-over" : "asked",
      recordedBy: actor.userId,
      role: actor.role,
      recordedAt: step.now,
      handedBy: isOldVillage ? actor.userId : null,
    });
    await step.audit({
      objectType: "person",
      objectId: person.id,
      details: { moveId: id, from: person.villageCode, to: to.villageCode, on: movedOn, document },
    });
    return { outcome: "asked", moveId: id, waitsFor: isOldVillage ? "new-village" : "old-village" };
  },
);
