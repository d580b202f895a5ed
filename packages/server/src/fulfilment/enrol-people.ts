import { monthsToAdd } from "@tuwai/domain/fulfilment";
import { requireYear } from "#commitments";
import { enrol, lockPayers } from "#enrolment";
import { placeOf } from "#regions";
import { change, type Operation } from "#use-case";
import { insertRun, releaseMonths } from "./fulfilment.store.ts";
import { listLeftMonths } from "./standing.view.ts";
import { planPeople } from "./plan-people.ts";

export type EnrolFromCommitments = Operation & {
  readonly villageCode: string;
  readonly year?: number;
  /** How many people the preview would enrol or count: another number by now is asked anew. */
  readonly people: number;
};

export type EnrolFromOutcome =
  | {
      readonly outcome: "enrolled";
      readonly enrolled: number;
      readonly counted: number;
      readonly rupiah: number;
    }
  | { readonly outcome: "refused"; readonly reasons: readonly ("nobody" | "changed-since")[] };

/**
 * Enrols the people of a village's budgeted commitments: the village is their payer, each month of each of them belongs to one
 * commitment, and whoever is protected by somebody else stays there. Throws `not-found`.
 */
export const enrolFromCommitments = change(
  { name: "commitment.enrol", permission: "village_commitment.enrol" },
  async (step, input: EnrolFromCommitments): Promise<EnrolFromOutcome> => {
    const { tx, actor, now: at } = step;
    await lockPayers(tx);
    const year = requireYear(input.year, step.today);
    const { villageCode, kecamatanCode } = step.within((await placeOf(tx, input.villageCode)) ?? undefined);
    const plan = await planPeople(step, { villageCode, year });
    const chosen = plan.people.filter(({ choice }) => choice.outcome !== "not");
    if (chosen.length === 0) return step.unchanged({ outcome: "refused", reasons: ["nobody"] });
    if (chosen.length !== input.people)
      return step.unchanged({ outcome: "refused", reasons: ["changed-since"] });
    const commitmentIds = plan.commitments.map(({ id }) => id);
    await releaseMonths(tx, await listLeftMonths(tx, commitmentIds), at);
    const enrolled = chosen.flatMap(({ head, entry, choice }) => {
      const [fromMonth] = choice.months;
      if (entry === null || fromMonth === undefined || choice.outcome !== "enrol") return [];
      const place = { villageCode: head.villageCode, kecamatanCode: head.kecamatanCode };
      const wages = (entry.wages ?? []).map((wage) => ({ ...wage, from: fromMonth }));
      const { personId } = head;
      return [{ ...entry, ...place, wages, personId, id: step.newId(), sponsorshipId: null, fromMonth }];
    });
    await enrol(step, enrolled);
    const made = new Map(enrolled.map(({ personId, id }) => [personId, id]));
    const before = new Map(chosen.map(({ head, enrolmentId }) => [head.personId, enrolmentId]));
    const choices = chosen.map(({ choice }) => choice);
    const months = monthsToAdd(choices, { ...plan, people: plan.candidates }).flatMap((one) => {
      const enrolmentId = made.get(one.personId) ?? before.get(one.personId);
      return enrolmentId == null ? [] : [{ ...one, enrolmentId, isNew: made.has(one.personId) }];
    });
    const id = step.newId();
    const place = { regionCode: actor.regionCode, villageCode, kecamatanCode };
    await insertRun(tx, { ...place, id, year, people: chosen.length, by: actor.userId, at }, months);
    const rupiah = months.reduce((sum, one) => sum + one.rupiah, 0);
    const sums = { enrolled: enrolled.length, counted: chosen.length - enrolled.length, rupiah };
    const details = { year, villageCode, people: chosen.length, enrolled: enrolled.length, rupiah };
    await step.audit({ objectType: "village_commitment", objectId: id, details });
    return { outcome: "enrolled", ...sums };
  },
);
