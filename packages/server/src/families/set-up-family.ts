import { AppError } from "#app";
import { requireCode } from "#people";
import { change, type Operation } from "#use-case";
import { findBreadwinner, listHouseholds } from "./family.view.ts";
import { insertHousehold, insertMember, insertTerm } from "./household.store.ts";

/**
 * Begins the record of a worker's family, from the worker's page or from a case; a family that is kept already stays as it is. Throws
 * `not-found`.
 */
export const setUpFamily = change(
  { name: "family.set-up", permission: "family.write" },
  async (
    step,
    input: Operation & { readonly personCode: string },
  ): Promise<{ readonly outcome: "kept" | "was-kept" }> => {
    const code = requireCode(input.personCode);
    const person = await findBreadwinner(step.tx, step.area, code);
    if (person === undefined) throw new AppError("not-found");
    const [known] = await listHouseholds(step.tx, step.area, { personIds: [person.id] });
    if (known !== undefined) return step.unchanged({ outcome: "was-kept" });
    const [householdId, memberId, termId] = [step.newId(), step.newId(), step.newId()];
    const { villageCode } = person;
    await insertHousehold(step, { id: householdId, villageCode, personId: person.id });
    await insertMember(step, { id: memberId, villageCode, householdId, kinship: "self", toldSealed: null });
    await insertTerm(step, {
      id: termId,
      villageCode,
      memberId,
      role: "head",
      fromOn: null,
      untilOn: null,
      ending: null,
    });
    await step.audit({ objectType: "family", objectId: householdId });
    return { outcome: "kept" };
  },
);
