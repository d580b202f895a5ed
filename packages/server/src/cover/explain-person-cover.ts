import { type CoverExplanation, explainCover } from "@tuwai/domain/cover";
import { readPersonCode } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { readRegistrationAge } from "#settings";
import { read } from "#use-case";
import { findCoverPerson } from "./cover-list.view.ts";
import { readCoverSettings } from "./read-cover-settings.ts";
import { explainSubjects } from "./refresh-cover.ts";

export type PersonCover = {
  readonly person: ShownPerson;
  readonly asOf: CivilDate;
  readonly explanation: CoverExplanation;
};

/**
 * One worker's cover today: state, spells, months with their evidence, the dates that matter, what a death would bring and
 * which questions are open. Evidence names payers and months; whoever may only know the state uses the lists.
 * Throws `not-found` for a code that does not exist or lies outside the jurisdiction.
 */
export const explainPersonCover = read(
  { purpose: "cover-explain", permission: "cover.explain" },
  async (step, input: { readonly personCode: string }): Promise<PersonCover> => {
    const { tx, actor, area, today: asOf } = step;
    const reading = readPersonCode(input.personCode);
    const person = reading.status === "wajar" ? await findCoverPerson(tx, area, reading.code) : undefined;
    if (person === undefined) throw new AppError("not-found", { object: "person" });
    const fields = shownFields(actor.role, "coverage_status", "paid_until");
    await step.seen({ personIds: [person.id], fields });
    const settings = await readCoverSettings(tx, actor.regionCode);
    const ages = await readRegistrationAge(tx, actor.regionCode);
    const answers = await explainSubjects(tx, [person], asOf, { ...settings, ages });
    const nothingKnown = () => explainCover({ segment: "bpu", person: {}, events: [] }, asOf, settings);
    const explanation = answers.get(person.id) ?? nothingKnown();
    return { person: showPerson(actor.role, person), asOf, explanation };
  },
);
