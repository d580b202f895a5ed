import { type AssignedMonth, assignPersonMonths, type CommitmentState, type PersonMonth } from "#commitments";
import type { Group } from "#grants";
import { listMonths, type Month, month as asMonth } from "#time";

/** A commitment as far as people can be enrolled from it. */
export type Funded = {
  readonly id: string;
  readonly villageCode: string;
  readonly year: number;
  readonly group: Group;
  readonly state: CommitmentState;
  readonly heads: number;
  readonly months: number;
  /** What the budget in force holds for it, in rupiah; null while none is in force. */
  readonly budget: number | null;
};

/** Somebody of the village, with everything that speaks against them. */
export type Candidate<Reason extends string> = {
  readonly personId: string;
  /** The first that has a budget counts. */
  readonly groups: readonly Group[];
  /** The village pays for them already: they are counted, and enrolled no second time. */
  readonly isPaidByVillage: boolean;
  readonly reasons: readonly Reason[];
  /** Nobody begins before it: an earlier payer pays until then, or the enrolment begins then. */
  readonly freeFrom: Month | null;
  /** What a month costs by law, in rupiah; null where no law says. */
  readonly priceIn: (month: Month) => number | null;
};

export type ChoiceReason =
  | "no-commitment"
  | "beyond-heads"
  | "beyond-budget"
  | "no-price"
  | "year-over"
  | "counted-already";

/** `enrol`: put forward to BPJS. `count`: paid by the village already, and counted to the commitment from now on. */
export type Choice<Reason extends string> = {
  readonly personId: string;
  readonly outcome: "enrol" | "count" | "not";
  readonly commitmentId: string | null;
  readonly group: Group | null;
  readonly months: readonly Month[];
  readonly rupiah: number;
  readonly reasons: readonly (Reason | ChoiceReason)[];
};

/** From a commitment whose budget is in force people can be enrolled; from a promise nobody can. */
export const isInForce = ({ state }: Pick<Funded, "state">): boolean =>
  state === "ditetapkan" || state === "cair-sebagian" || state === "lunas";

/** A month that stands from an earlier enrolment; whoever has left takes no head any more. */
export type StandingMonth = AssignedMonth & { readonly hasLeft?: boolean };

type Asked<Reason extends string> = {
  /** In the order in which they are to be taken. */
  readonly people: readonly Candidate<Reason>[];
  readonly commitments: readonly Funded[];
  readonly standing: readonly StandingMonth[];
  readonly thisMonth: Month;
};

/**
 * Who of a village is enrolled from its budgets, and why everybody else is not: nobody without a budget in force for one of their groups,
 * no more than its heads, no more than its rupiah for all months left, and no month of a person twice.
 */
export function choosePeople<Reason extends string>(asked: Asked<Reason>): readonly Choice<Reason>[] {
  const commitments = asked.commitments.filter(isInForce);
  const used = useOf(commitments, asked.standing);
  const counted = new Set(asked.standing.filter(isStaying).map(({ personId }) => personId));
  const choices = asked.people.map((person): Choice<Reason> => {
    if (counted.has(person.personId)) return refused(person, ["counted-already"]);
    if (person.reasons.length > 0) return refused(person, person.reasons);
    const own = person.groups.flatMap((group) => commitments.filter((one) => one.group === group));
    const answers = own.map((commitment) => tryOne(person, commitment, used, asked.thisMonth));
    const taken = answers.find((answer) => "months" in answer);
    if (taken === undefined || !("months" in taken))
      return refused(person, answers.flatMap((one) => ("reason" in one ? [one.reason] : [])).slice(0, 1));
    used.take(taken.commitment.id, taken.rupiah);
    return {
      personId: person.personId,
      outcome: person.isPaidByVillage ? "count" : "enrol",
      commitmentId: taken.commitment.id,
      group: taken.commitment.group,
      months: taken.months,
      rupiah: taken.rupiah,
      reasons: [],
    };
  });
  return choices;
}

/** The months of those chosen, each given to one commitment beside what stands already. */
export function monthsToAdd<Reason extends string>(
  choices: readonly Choice<Reason>[],
  asked: Pick<Asked<Reason>, "people" | "commitments" | "standing">,
): readonly AssignedMonth[] {
  const people = new Map(asked.people.map((person) => [person.personId, person]));
  const villages = new Map(asked.commitments.map(({ id, villageCode }) => [id, villageCode]));
  const standing = asked.standing.map((one): PersonMonth => ({
    ...one,
    villageCode: villages.get(one.commitmentId) ?? "",
    groups: [],
  }));
  const wanted = choices.flatMap(({ personId, commitmentId, group, months }): readonly PersonMonth[] =>
    commitmentId === null || group === null
      ? []
      : months.map((month) => ({
          personId,
          month,
          villageCode: villages.get(commitmentId) ?? "",
          groups: [group],
          rupiah: people.get(personId)?.priceIn(month) ?? 0,
        })),
  );
  const before = new Set(asked.standing.map(keyOf));
  return assignPersonMonths([...wanted, ...standing], asked.commitments).filter(
    (one) => !before.has(keyOf(one)),
  );
}

const isStaying = ({ hasLeft }: StandingMonth) => hasLeft !== true;
const keyOf = ({ personId, month }: Pick<AssignedMonth, "personId" | "month">) => `${personId} ${month}`;

function refused<Reason extends string>(
  { personId, groups }: Candidate<Reason>,
  reasons: Choice<Reason>["reasons"],
): Choice<Reason> {
  const said = reasons.length === 0 ? (["no-commitment"] as const) : reasons;
  return {
    personId,
    outcome: "not",
    commitmentId: null,
    group: groups[0] ?? null,
    months: [],
    rupiah: 0,
    reasons: said,
  };
}

type Used = ReturnType<typeof useOf>;

/** Heads and rupiah that are gone already, commitment by commitment. */
function useOf(commitments: readonly Funded[], standing: readonly StandingMonth[]) {
  const heads = new Map<string, number>();
  const rupiah = new Map<string, number>();
  for (const { id } of commitments) {
    const own = standing.filter(({ commitmentId }) => commitmentId === id);
    heads.set(id, new Set(own.filter(isStaying).map(({ personId }) => personId)).size);
    rupiah.set(
      id,
      own.reduce((sum, one) => sum + one.rupiah, 0),
    );
  }
  return {
    heads,
    rupiah,
    take(id: string, cost: number) {
      heads.set(id, (heads.get(id) ?? 0) + 1);
      rupiah.set(id, (rupiah.get(id) ?? 0) + cost);
    },
  };
}

function tryOne<Reason extends string>(
  person: Candidate<Reason>,
  commitment: Funded,
  used: Used,
  thisMonth: Month,
):
  | { readonly commitment: Funded; readonly months: readonly Month[]; readonly rupiah: number }
  | { readonly reason: ChoiceReason } {
  const months = monthsLeft(commitment, thisMonth, person.freeFrom);
  if (months.length === 0) return { reason: "year-over" };
  const prices = months.map(person.priceIn);
  if (prices.includes(null)) return { reason: "no-price" };
  if ((used.heads.get(commitment.id) ?? 0) >= commitment.heads) return { reason: "beyond-heads" };
  const rupiah = prices.reduce<number>((sum, price) => sum + (price ?? 0), 0);
  const isShort = (used.rupiah.get(commitment.id) ?? 0) + rupiah > (commitment.budget ?? 0);
  return isShort ? { reason: "beyond-budget" } : { commitment, months, rupiah };
}

/** The months that somebody is still paid for: as many as were promised, from this month or the first of the year on. */
function monthsLeft(
  { year, months }: Pick<Funded, "year" | "months">,
  ...notBefore: readonly (Month | null)[]
): readonly Month[] {
  const first = notBefore.reduce<Month>(
    (latest, one) => (one !== null && one > latest ? one : latest),
    asMonth(`${year}-01`),
  );
  return listMonths(first, asMonth(`${year}-12`)).slice(0, months);
}
