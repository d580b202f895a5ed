import { array, assert, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { listMonths, month } from "#time";
import { explainGrant } from "#grants";
import { parsePlanInputs, planCity, planPrice, whyOf, type PlanBaseline, type WhyNode } from "./index.ts";
import { spreadPeople } from "./spread-people.ts";

const village = record({
  everyone: integer({ min: 0, max: 300 }),
  covered: integer({ min: 0, max: 300 }),
  inArrears: integer({ min: 0, max: 40 }),
});
const baselines = array(village, { minLength: 1, maxLength: 12 }).map((villages) =>
  baselineOf(villages.map((each) => ({ ...each, everyone: Math.max(each.everyone, each.covered) }))),
);
const inputs = record({
  sponsors: integer({ min: 0, max: 500 }),
  budget: integer({ min: 0, max: 200_000_000 }),
  rescued: integer({ min: 0, max: 200 }),
  grantPeople: integer({ min: 0, max: 300 }),
  grantMonths: integer({ min: 0, max: 24 }),
});
const none = { sponsors: 0, budget: 0, rescued: 0, grantPeople: 0, grantMonths: 0 };

function baselineOf(
  villages: readonly { everyone: number; covered: number; inArrears: number }[],
  from = month("2027-01"),
): PlanBaseline {
  const until = month("2029-12");
  const covered = villages.reduce((sum, each) => sum + each.covered, 0);
  return {
    asOf: month("2026-10"),
    from,
    until,
    path: listMonths(from, until).map(() => covered),
    villages: villages.map((each, at) => {
      const kecamatanCode = at % 2 === 0 ? "13.77.01" : "13.77.02";
      return { ...each, code: `${kecamatanCode}.${1001 + at}`, kecamatanCode };
    }),
  };
}

/** Every number is the sum of its parts, and at a village the product of its factors. */
function checkSum({ value, parts, factors }: WhyNode): void {
  if (parts.length > 0) expect(value).toBe(parts.reduce((sum, part) => sum + part.value, 0));
  if (factors.length > 0) expect(value).toBe(factors.reduce((product, factor) => product * factor, 1));
  parts.forEach(checkSum);
}

test("each of the four numbers is the sum that unfolds beneath it, down to one village", () => {
  assert(
    property(baselines, inputs, (baseline, asked) => {
      const result = planCity(baseline, asked)!;
      const [full, families, cost, covered] = whyOf(baseline, result);
      expect(full!.value).toBe(result.fullMonths);
      expect(families!.value).toBe(result.families);
      expect(cost!.value).toBe(result.dearestYear.rupiah);
      expect(covered!.value).toBe(result.coveredAtEnd);
      for (const node of [full!, families!, cost!, covered!]) checkSum(node);
    }),
    { numRuns: 60 },
  );
});

test("nobody is covered twice: no village is given more people than it has without cover, nor rescues more than are in arrears", () => {
  assert(
    property(baselines, inputs, (baseline, asked) => {
      const { measures, path, everyone } = planCity(baseline, asked)!;
      for (const [at, { everyone: all, covered, inArrears }] of baseline.villages.entries()) {
        const given = measures.map(({ byVillage }) => byVillage[at]!);
        const [sponsors, budget, rescued, grants] = given;
        expect(sponsors! + budget! + grants!).toBeLessThanOrEqual(Math.max(0, all - covered - inArrears));
        expect(rescued).toBeLessThanOrEqual(inArrears);
      }
      for (const covered of path) expect(covered).toBeLessThanOrEqual(everyone);
    }),
    { numRuns: 60 },
  );
});

test("people are shared out whole, to the last one, and nobody beyond the room there is", () => {
  assert(
    property(integer({ min: 0, max: 900 }), array(integer({ min: 0, max: 90 })), (people, room) => {
      const given = spreadPeople(people, room);
      const all = room.reduce((sum, each) => sum + each, 0);
      expect(given.reduce((sum, each) => sum + each, 0)).toBe(Math.min(people, all));
      for (const [at, each] of given.entries()) expect(each).toBeLessThanOrEqual(room[at]!);
    }),
  );
});

describe("a plan for one village of a hundred without cover", () => {
  const one = baselineOf([{ everyone: 100, covered: 0, inArrears: 0 }]);

  test("the budget covers as many as its dearest year pays for, and never costs more than it in any year", () => {
    const monthly = planPrice(month("2027-01"), "apbn-apbd")!.rupiah;
    const result = planCity(one, { ...none, budget: monthly * 12 * 10 + 5 })!;
    expect(result.measures[1]).toMatchObject({ people: 10, months: 36, fullMonths: 33 });
    expect(result.costByYear).toEqual({
      2027: monthly * 120,
      2028: monthly * 120,
      2029: monthly * 120,
    });
  });

  test("a grant of three months protects no family, one of four holds for one full month each, as the grant's own page says", () => {
    expect(planCity(one, { ...none, grantPeople: 20, grantMonths: 3 })).toMatchObject({
      families: 0,
      fullMonths: 0,
      coveredAtEnd: 0,
    });
    const four = planCity(one, { ...none, grantPeople: 20, grantMonths: 4 })!;
    const grant = explainGrant({ months: 4, from: one.from, payer: "apbn-apbd", sector: "other" })!;
    expect(four).toMatchObject({ families: 20, fullMonths: 20 * grant.fullCoverMonths });
    expect(four.costByYear).toEqual({ 2027: 20 * grant.total, 2028: 0, 2029: 0 });
    expect(four.path.slice(0, 6)).toEqual([20, 20, 20, 20, 0, 0]);
  });

  test("more sponsors than people without cover cover everyone and say how many were asked", () => {
    const result = planCity(one, { ...none, sponsors: 130 })!;
    expect(result.measures[0]).toMatchObject({ asked: 130, people: 100 });
    expect(result.coveredAtEnd).toBe(100);
  });
});

test("who is rescued costs three owed months at the price of those months, and counts for a year", () => {
  const one = baselineOf([{ everyone: 50, covered: 30, inArrears: 8 }]);
  const result = planCity(one, { ...none, rescued: 20 })!;
  const owed = ["2026-10", "2026-11", "2026-12"].map((of) => planPrice(month(of), "private")!.rupiah);
  expect(result.measures[2]).toMatchObject({ asked: 20, people: 8, months: 12, fullMonths: 12 });
  expect(result.costByYear).toMatchObject({ 2027: 8 * owed.reduce((sum, each) => sum + each, 0), 2028: 0 });
  expect(result.path[11]).toBe(38);
  expect(result.path[12]).toBe(30);
});

test("a month pays the price of its own law, and one that no law says yet the last known one, marked", () => {
  expect(planPrice(month("2026-12"), "private")).toMatchObject({ rupiah: 8_400, isAssumed: false });
  expect(planPrice(month("2027-01"), "private")).toMatchObject({ rupiah: 16_800, isAssumed: false });
  expect(planPrice(month("2029-06"), "private")).toMatchObject({ rupiah: 16_800, isAssumed: true });
  const one = baselineOf([{ everyone: 10, covered: 0, inArrears: 0 }]);
  expect(planCity(one, { ...none, sponsors: 1 })!.assumedFrom).toBe("2029-01");
});

test("what somebody wrote is read with dots and Rp, and everything wrong is said at once", () => {
  const written = {
    sponsors: "1.200",
    budget: "Rp 50.000.000",
    rescued: "",
    grantPeople: "0",
    grantMonths: "",
  };
  expect(parsePlanInputs(written)).toEqual({
    outcome: "parsed",
    inputs: { ...none, sponsors: 1_200, budget: 50_000_000 },
  });
  expect(parsePlanInputs({ ...written, sponsors: "banyak", grantPeople: "5", grantMonths: "99" })).toEqual({
    outcome: "refused",
    reasons: [
      { field: "sponsors", reason: "not-a-number" },
      { field: "grantMonths", reason: "too-large" },
      { field: "grantMonths", reason: "grant-without-months" },
    ],
  });
  expect(parsePlanInputs({ ...written, sponsors: "", budget: "" })).toMatchObject({
    reasons: [{ reason: "nothing-planned" }],
  });
});
