import type { App } from "#app";
import { forgetParticulars, resolveWhole } from "#people";
import { asCity } from "#use-case";
import { handles, unitePersons } from "#work";
import { listAcceptedPersons } from "./accepted-person.view.ts";
import { identityFields, onlyForBpjs } from "./correction.ts";
import { lookAgain } from "./edit-person.ts";
import { eraseWords } from "./person-edit.store.ts";
import { listStillListed } from "./still-listed.view.ts";

export const correctionsWork = {
  ...handles("people.resolve", { work: resolveAgain, unite: unitePersons }),
  ...handles("people.forget-particulars", { work: forgetAccepted }),
};

/** After a second person's word: the persons computed anew, and their links looked at again. */
function resolveAgain(app: App, { personIds }: { readonly personIds: readonly string[] }): Promise<void> {
  return asCity(app, "people.resolve", async (step) => {
    const living = await listStillListed(step.tx, personIds);
    await resolveWhole(step, living);
    for (const id of living) await lookAgain(step, id, identityFields);
  });
}

/** BPJS has the persons: what only its form asked for is forgotten. */
function forgetAccepted(
  app: App,
  { enrolmentIds }: { readonly enrolmentIds: readonly string[] },
): Promise<void> {
  return asCity(app, "people.forget-particulars", async (step) => {
    const personIds = await listAcceptedPersons(step.tx, enrolmentIds);
    await forgetParticulars(step, personIds);
    await eraseWords(step.tx, personIds, onlyForBpjs);
  });
}
