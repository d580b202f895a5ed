import { array, assert, boolean, constantFrom, integer, property, record, subarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { month } from "#time";
import { type Candidate, choosePeople, type Funded, monthsToAdd } from "./choose-people.ts";
import { followStages } from "./follow-stages.ts";
import { splitPayment } from "./split-payment.ts";

const kader: Funded = {
  id: "kader",
  villageCode: "x",
  year: 2027,
  group: "kader",
  state: "ditetapkan",
  heads: 2,
  months: 12,
  budget: 2 * 12 * 16_800,
};
const somebody = (personId: string, over: Partial<Candidate<"gone">> = {}): Candidate<"gone"> => ({
  personId,
  groups: ["kader"],
  isPaidByVillage: false,
  reasons: [],
  freeFrom: null,
  priceIn: () => 16_800,
  ...over,
});
const choose = (people: readonly Candidate<"gone">[], commitments: readonly Funded[] = [kader]) =>
  choosePeople({ people, commitments, standing: [], thisMonth: month("2026-12") });

describe("who is enrolled from a village's budget", () => {
  test("the first as many as there are heads, from January on; the next one is told that the heads are used up", () => {
    const [first, second, third] = choose([somebody("a"), somebody("b"), somebody("c")]);
    expect(first).toMatchObject({ outcome: "enrol", commitmentId: "kader", rupiah: 201_600 });
    expect([first!.months.at(0), first!.months.at(-1)]).toEqual(["2027-01", "2027-12"]);
    expect(second!.outcome).toBe("enrol");
    expect(third).toMatchObject({ outcome: "not", reasons: ["beyond-heads"] });
  });

  test("a budget below the promise enrols fewer, and a promise without a budget nobody", () => {
    const short = { ...kader, budget: 12 * 16_800 + 1 };
    expect(choose([somebody("a"), somebody("b")], [short])[1]!.reasons).toEqual(["beyond-budget"]);
    expect(choose([somebody("a")], [{ ...kader, state: "dinyatakan" }])[0]!.reasons).toEqual([
      "no-commitment",
    ]);
  });

  test("whoever the village pays for already is counted and enrolled no second time; everything against somebody is said", () => {
    const [paid, gone, none] = choose([
      somebody("a", { isPaidByVillage: true }),
      somebody("b", { reasons: ["gone"] }),
      somebody("c", { groups: ["bpd"] }),
    ]);
    expect(paid!.outcome).toBe("count");
    expect(gone!.reasons).toEqual(["gone"]);
    expect(none!.reasons).toEqual(["no-commitment"]);
  });

  test("whoever stands in two groups falls to the first that has a budget, heads and rupiah left", () => {
    const bpd: Funded = { ...kader, id: "bpd", group: "bpd", heads: 1 };
    const both = somebody("b", { groups: ["bpd", "kader"] });
    const chosen = choose([somebody("a", { groups: ["bpd"] }), both], [bpd, kader]);
    expect(chosen.map(({ commitmentId }) => commitmentId)).toEqual(["bpd", "kader"]);
  });

  test("of a year that is over, or without a price by law, nobody", () => {
    const late = { people: [somebody("a")], commitments: [kader], standing: [] };
    expect(choosePeople({ ...late, thisMonth: month("2028-01") })[0]!.reasons).toEqual(["year-over"]);
    expect(choose([somebody("a", { priceIn: () => null })])[0]!.reasons).toEqual(["no-price"]);
  });
});

test("one person-month belongs to one commitment, within heads, months and rupiah, however often a village enrols", () => {
  const groups = ["kades", "bpd", "kader", "vulnerable"] as const;
  const person = record({
    personId: constantFrom("a", "b", "c", "d", "e", "f"),
    groups: subarray([...groups], { minLength: 1 }),
    isPaidByVillage: boolean(),
    freeFrom: constantFrom(null, month("2027-03")),
    price: constantFrom(5_400, 16_800),
  });
  const commitment = record({
    group: constantFrom(...groups),
    state: constantFrom("ditetapkan" as const, "cair-sebagian" as const, "dinyatakan" as const),
    heads: integer({ min: 0, max: 3 }),
    months: integer({ min: 1, max: 12 }),
    budget: integer({ min: 0, max: 700_000 }),
  });
  assert(
    property(array(array(person, { maxLength: 6 }), { maxLength: 3 }), array(commitment), (rounds, drawn) => {
      const byGroup = new Map(drawn.map((one) => [one.group, one]));
      const commitments = [...byGroup.values()].map((one) => ({
        ...one,
        id: one.group,
        villageCode: "x",
        year: 2027,
      }));
      let standing: ReturnType<typeof monthsToAdd> = [];
      rounds.forEach((round, at) => {
        const people = [...new Map(round.map((one) => [one.personId, one])).values()].map((one) => ({
          ...one,
          reasons: [] as never[],
          priceIn: () => one.price,
        }));
        const thisMonth = month(`2027-0${at + 1}`);
        const asked = { people, commitments, standing, thisMonth };
        const choices = choosePeople(asked);
        const added = monthsToAdd(choices, asked);
        expect(added).toHaveLength(choices.flatMap(({ months }) => months).length);
        standing = [...standing, ...added];
      });
      const keys = standing.map(({ personId, month: of }) => `${personId} ${of}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { id, heads, budget, state } of commitments) {
        const own = standing.filter(({ commitmentId }) => commitmentId === id);
        expect(new Set(own.map(({ personId }) => personId)).size).toBeLessThanOrEqual(heads);
        expect(own.reduce((sum, { rupiah }) => sum + rupiah, 0)).toBeLessThanOrEqual(budget);
        if (state === "dinyatakan") expect(own).toEqual([]);
      }
    }),
  );
});

test("a payment fills lines in their order to the rupiah, never beyond what is owed, and makes no rupiah", () => {
  const line = record({ owed: integer({ min: 0, max: 90_000 }), booked: integer({ min: 0, max: 90_000 }) });
  assert(
    property(array(line, { maxLength: 6 }), integer({ min: 1, max: 400_000 }), (drawn, rupiah) => {
      const lines = drawn.map((one, at) => ({ ...one, commitmentId: String(at) }));
      const split = splitPayment(rupiah, lines);
      const paid = split.lines.reduce((sum, one) => sum + one.rupiah, 0);
      expect(paid + split.over).toBe(rupiah);
      for (const { commitmentId, rupiah: part } of split.lines) {
        const { owed, booked } = lines[Number(commitmentId)]!;
        expect(part).toBeLessThanOrEqual(owed - booked);
      }
    }),
  );
});

test("from promise to cover each stage says what it lacks against the one before, and what nobody knows stays unsaid", () => {
  const commitment = {
    kind: "desa" as const,
    year: 2027,
    group: "kader" as const,
    heads: 8,
    months: 12,
    stages: { promised: 1_612_800, budgeted: 806_400, paid: 0 },
  };
  const stages = followStages([commitment], {
    billed: { rupiah: 67_200, heads: 4, fullMonths: null },
    paid: { rupiah: 16_800, heads: null, fullMonths: null },
    received: { rupiah: 16_800, heads: 1, fullMonths: 0 },
  });
  expect(stages.map(({ heads, fullMonths }) => [heads, fullMonths])).toEqual([
    [8, 72],
    [4, 36],
    [4, null],
    [null, null],
    [1, 0],
  ]);
  expect(stages[1]!.gap).toEqual({ rupiah: 806_400, heads: 4, fullMonths: 36 });
  expect(stages[4]!.gap).toEqual({ rupiah: 0, heads: 3, fullMonths: 36 });
});
