import type { App } from "#app";
import { forgetParticulars, resolveWhole } from "#people";
import { asCity } from "#use-case";
import { handles, unitePersons, type WorkPayloads } from "#work";
import { listAcceptedPersons } from "./accepted-person.view.ts";
import { identityFields, onlyForBpjs } from "./correction.ts";
import { lookAgain } from "./edit-person.ts";
import { eraseWords } from "./person-edit.store.ts";
import { listStillListed } from "./still-listed.view.ts";

export const correctionsWork = {
  ...handles("people.resolve", { work: resolveAgain, unite: unitePersons }),
  ...handles("people.forget-particulars", { work: forgetOnlyForBpjs }),
};

/** After a second person's word: the persons computed anew, and their links looked at again. */
function resolveAgain(app: App, { personIds }: { readonly personIds: readonly string[] }): Promise<void> {
  return asCity(app, "people.resolve", async (step) => {
    const living = await listStillListed(step.tx, personIds);
    await resolveWhole(step, living);
    for (const id of living) await lookAgain(step, id, identityFields);
  });
}

/** BPJS has the persons, or they took their consent back: what only its form asked for is forgotten. */
function forgetOnlyForBpjs(app: App, whose: WorkPayloads["people.forget-particulars"]): Promise<void> {
  return asCity(app, "people.forget-particulars", async (step) => {
    const personIds =
      "personIds" in whose ? whose.personIds : await listAcceptedPersons(step.tx, whose.enrolmentIds);
    await forgetParticulars(step, personIds);
    await eraseWords(step.tx, personIds, onlyForBpjs);
  });
}
