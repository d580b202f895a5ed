import { type Choice, type ChoiceReason, isInForce } from "@tuwai/domain/fulfilment";
import type { Group } from "@tuwai/domain/grants";
import { requireYear } from "#commitments";
import { asSystem } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { placeOf } from "#regions";
import { read } from "#use-case";
import { type EnrolmentRun, listRuns } from "./standing.view.ts";
import { byGroup, type PersonReason, planPeople } from "./plan-people.ts";

export type ShownChoice = Pick<
  Choice<PersonReason>,
  "outcome" | "group" | "months" | "rupiah" | "reasons"
> & {
  readonly person: ShownPerson;
  readonly position: string | null;
};

export type PeoplePreview = {
  readonly villageCode: string;
  readonly year: number;
  readonly lines: readonly {
    readonly group: Group;
    readonly heads: number;
    readonly months: number;
    readonly budget: number;
    /** People counted to it already, and what they cost. */
    readonly counted: number;
    readonly countedRupiah: number;
    readonly toEnrol: number;
    readonly toCount: number;
    readonly rupiah: number;
  }[];
  /** Those to be enrolled first, then those who are not, at most `shownPeople` of each. */
  readonly people: readonly ShownChoice[];
  readonly toEnrol: number;
  readonly toCount: number;
  /** Not enrolled, by the first reason against them. */
  readonly not: readonly { readonly reason: PersonReason | ChoiceReason; readonly people: number }[];
  readonly rupiah: number;
  readonly runs: readonly EnrolmentRun[];
};

type Input = { readonly villageCode: string; readonly year?: number };

/** As many of a kind as one page shows; the sums are of all. */
export const shownPeople = 200;

/** Who would be enrolled from a village's budgets in force, from which line, at what price, and who not and why. Throws `not-found`. */
export const previewPeople = read(
  { purpose: "commitment-people", permission: "village_commitment.people" },
  async (step, input: Input): Promise<PeoplePreview> => {
    const { app, area, actor, today } = step;
    const year = requireYear(input.year, today);
    const { villageCode } = step.within((await placeOf(step.tx, input.villageCode)) ?? undefined);
    const { commitments, people, standing } = await asSystem(app, (tx) =>
      planPeople({ tx, area, today, actor }, { villageCode, year }),
    );
    const of = (outcome: string) => people.filter(({ choice }) => choice.outcome === outcome);
    const shown = [
      ...[...of("enrol"), ...of("count")].slice(0, shownPeople),
      ...of("not").slice(0, shownPeople),
    ];
    await step.seen({
      personIds: shown.map(({ head }) => head.personId),
      fields: shownFields(actor.role, "occupation_text"),
    });
    const not = Map.groupBy(of("not"), ({ choice }) => choice.reasons[0] ?? "no-commitment");
    const sum = (rows: typeof people) => rows.reduce((all, { choice }) => all + choice.rupiah, 0);
    return {
      villageCode,
      year,
      lines: commitments
        .filter(isInForce)
        .toSorted(byGroup)
        .map(({ id, group, heads, months, budget }) => {
          const own = standing.filter(({ commitmentId }) => commitmentId === id);
          const chosen = people.filter(({ choice }) => choice.commitmentId === id);
          return {
            group,
            heads,
            months,
            budget: budget ?? 0,
            counted: new Set(own.filter(({ hasLeft }) => hasLeft !== true).map(({ personId }) => personId))
              .size,
            countedRupiah: own.reduce((all, { rupiah }) => all + rupiah, 0),
            toEnrol: chosen.filter(({ choice }) => choice.outcome === "enrol").length,
            toCount: chosen.filter(({ choice }) => choice.outcome === "count").length,
            rupiah: sum(chosen),
          };
        }),
      people: shown.map(({ head, choice }) => ({
        ...choice,
        person: showPerson(actor.role, head),
        position: head.targetGroup === "village-officer" ? head.position : null,
      })),
      toEnrol: of("enrol").length,
      toCount: of("count").length,
      not: [...not].map(([reason, rows]) => ({ reason, people: rows.length })),
      rupiah: sum(people),
      runs: await listRuns(step.tx, area, { villageCode, year }),
    };
  },
);
