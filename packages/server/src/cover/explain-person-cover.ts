import { type CoverExplanation, explainCover } from "@tuwai/domain/cover";
import { readPersonCode } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError, type Role } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { findCoverPerson } from "./cover-list.store.ts";
import { readCoverSettings } from "./read-cover-settings.ts";
import { explainSubjects } from "./refresh-cover.ts";

export type PersonCover = {
  readonly person: ShownPerson;
  readonly asOf: CivilDate;
  readonly explanation: CoverExplanation;
};

/** Evidence names payers and months; whoever may only know the state uses the lists. */
const readers: readonly Role[] = ["OPR", "KDS", "MGR", "DAT", "BPJ", "AUD"];

/**
 * One worker's cover today: state, spells, months with their evidence, the dates that matter, what a death would bring and
 * which questions are open. Throws `not-found` for a code that does not exist or lies outside the jurisdiction.
 */
export async function explainPersonCover(
  app: App,
  actor: Actor,
  input: { readonly personCode: string },
): Promise<PersonCover> {
  const grant = authorise(actor, "worker.read");
  if (!readers.includes(actor.role)) throw new AppError("forbidden", { permission: "worker.read" });
  const reading = readPersonCode(input.personCode);
  if (reading.status !== "wajar") throw new AppError("not-found", { object: "person" });
  return inTransaction(app, actor, async (tx) => {
    const person = await findCoverPerson(tx, areaOf(actor, grant), reading.code);
    if (person === undefined) throw new AppError("not-found", { object: "person" });
    const fields = shownFields(actor.role, "coverage_status", "paid_until");
    await recordAccess(app, tx, actor, { personIds: [person.id], purpose: "cover-explain", fields });
    const asOf = app.clock.today();
    const settings = await readCoverSettings(tx, actor.regionCode);
    const answers = await explainSubjects(tx, [person], asOf, settings);
    const nothingKnown = () => explainCover({ segment: "bpu", person: {}, events: [] }, asOf, settings);
    const explanation = answers.get(person.id) ?? nothingKnown();
    return { person: showPerson(actor.role, person), asOf, explanation };
  });
}
