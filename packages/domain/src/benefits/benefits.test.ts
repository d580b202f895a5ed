import { civilDate, listMonths, month } from "#time";
import { describe, expect, test } from "vitest";
import { explainBenefit, type BenefitFacts } from "./explain-benefit.ts";
import { explainHeirs, type FamilyMember, type Relation } from "./heirs.ts";
import { parseBenefitFacts } from "./parse-facts.ts";
import { explainScholarships, type Child } from "./scholarship.ts";

const d = civilDate;
const aMember = (from: string, to: string): BenefitFacts["cover"] => ({
  segment: "bpu",
  person: {},
  events: [
    { type: "accepted", on: d(`${from}-01`) },
    ...listMonths(month(from), month(to)).map(
      (of) => ({ type: "paid", month: of, on: d(`${of}-01`) }) as const,
    ),
  ],
});
const facts = (over: Partial<BenefitFacts>): BenefitFacts => ({
  segment: "bpu",
  kind: "natural-death",
  cover: aMember("2026-01", "2026-09"),
  on: d("2026-09-10"),
  monthsUnable: 0,
  transport: { land: 0, sea: 0, air: 0 },
  children: [],
  ...over,
});
const partsOf = (over: Partial<BenefitFacts>) =>
  explainBenefit(facts(over))?.parts.map(({ part, amount }) => [part, amount]);

describe("the parts of a benefit", () => {
  test("a death without accident: 20 + 12 + 10 million, or the funeral alone before three months", () => {
    expect(partsOf({})).toEqual([
      ["death-lump", 20_000_000],
      ["periodic", 12_000_000],
      ["funeral", 10_000_000],
    ]);
    expect(explainBenefit(facts({}))?.total).toBe(42_000_000);
    expect(partsOf({ on: d("2026-03-31") })).toEqual([["funeral", 10_000_000]]);
  });

  test("a death by accident: 48 bases, never below 20 million, with the funeral and the periodic sum", () => {
    const byAccident = { kind: "work-accident-death", base: 1_000_000 } as const;
    expect(explainBenefit(facts(byAccident))?.total).toBe(70_000_000);
    expect(partsOf({ ...byAccident, base: 300_000 })?.[0]).toEqual(["death-lump", 20_000_000]);
  });

  test("a death by an accident before membership brings nothing, whoever was covered when he died", () => {
    const cover = aMember("2026-01", "2026-09");
    const events = [...cover.events, { type: "accident", on: d("2025-12-20") } as const];
    const answer = explainBenefit(facts({ kind: "work-accident-death", cover: { ...cover, events } }));
    expect(answer).toMatchObject({ total: 0, parts: [], rule: "accident-before-membership" });
  });

  test("fourteen months unable to work: twelve whole and two half, and transport up to its limits", () => {
    const accident = {
      kind: "work-accident",
      base: 1_000_000,
      monthsUnable: 14,
      transport: { land: 6_200_000, sea: 0, air: 10_000_001 },
    } as const;
    expect(partsOf(accident)).toEqual([
      ["temporary-disability", 13_000_000],
      ["transport", 5_000_000],
      ["transport", 10_000_000],
    ]);
  });

  test.each([
    [{ kind: "total" }, 56_000_000],
    [{ kind: "partial", percent: 40 }, 32_000_000],
    [{ kind: "function", percent: 12.5 }, 10_000_000],
  ] as const)("a disability of %j brings %i on the lowest base", (disability, amount) => {
    expect(partsOf({ kind: "work-accident", base: 1_000_000, disability })).toEqual([["disability", amount]]);
  });

  test("agree with the cover clock in what they sum to, and take its certainty", () => {
    const lapsed = explainBenefit(facts({ cover: aMember("2026-01", "2026-06"), on: d("2026-08-20") }));
    expect(lapsed).toMatchObject({
      total: null,
      ifSettled: 42_000_000,
      certainty: "open",
      questions: ["is-a-death-in-grace-paid-after-settling"],
    });
    const ended = explainBenefit(facts({ cover: aMember("2025-01", "2025-06") }));
    expect(ended).toMatchObject({ total: 0, parts: [], rule: "membership-ended" });
  });

  test("has days to report, to claim and to be answered, and the papers with who gives them", () => {
    const natural = explainBenefit(facts({}))!;
    expect(natural.deadlines).toMatchObject({
      reportBy: null,
      claimBy: "2031-09-10",
      answerBy: "2026-09-15",
    });
    const accident = explainBenefit(facts({ kind: "work-accident-death" }))!;
    expect(accident.deadlines).toMatchObject({
      reportBy: "2026-09-12",
      claimBy: "2031-09-10",
      answerBy: "2026-09-21",
    });
    expect(natural.documents).toContainEqual({ document: "akta kematian", issuer: "Dukcapil" });
    expect(natural.parts.flatMap(({ sources }) => sources.map(({ mark }) => mark))).not.toContain(
      "text-read",
    );
  });

  test("no row of law, no answer", () => {
    expect(explainBenefit(facts({ on: d("2031-01-01") }))).toBeUndefined();
  });
});

const aChild = (over: Partial<Child>): Child => ({
  birthDate: d("2022-01-01"),
  level: "tk",
  yearOfLevel: 1,
  ...over,
});

describe("the scholarship", () => {
  test("from the first year of kindergarten to the end of university is 87 million, for two children 174", () => {
    const answers = explainScholarships(
      [aChild({}), aChild({}), aChild({ level: "sma", birthDate: d("2010-01-01") })],
      d("2026-09-10"),
      true,
    );
    expect(answers.map(({ total }) => total)).toEqual([87_000_000, 87_000_000, 0]);
    expect(answers[0]?.years).toHaveLength(19);
    expect(answers[2]?.because).toBe("third-child");
  });

  test("ends with the 23rd birthday, with marriage and with work", () => {
    const on = d("2026-09-10");
    const [old] = explainScholarships(
      [aChild({ level: "s1", yearOfLevel: 1, birthDate: d("2005-01-01") })],
      on,
      true,
    );
    expect(old?.years).toEqual([
      { year: 2026, level: "s1", amount: 12_000_000 },
      { year: 2027, level: "s1", amount: 12_000_000 },
    ]);
    const [married, working, grown, none] = [
      aChild({ married: true }),
      aChild({ working: true }),
      aChild({ birthDate: d("2003-09-10") }),
      aChild({ level: null, birthDate: d("2010-01-01") }),
    ].map((child) => explainScholarships([child], on, true)[0]);
    expect([married, working, grown, none].map((each) => each?.because)).toEqual([
      "married",
      "working",
      "too-old",
      "not-in-school",
    ]);
  });

  test("follows a death at work at once, another after three paid years only", () => {
    const children = [aChild({})];
    expect(explainBenefit(facts({ children }))?.scholarship.total).toBe(0);
    expect(explainBenefit(facts({ children, kind: "work-accident-death" }))?.scholarship.total).toBe(
      87_000_000,
    );
    const cover = aMember("2023-01", "2026-09");
    expect(explainBenefit(facts({ children, cover }))?.scholarship.total).toBe(87_000_000);
  });
});

const member = (id: string, relation: Relation, alive = true): FamilyMember => ({ id, relation, alive });

describe("heirs", () => {
  test.each([
    [[member("s", "spouse"), member("c", "child"), member("p", "parent")], 1, ["s", "c"]],
    [[member("s", "spouse", false), member("p", "parent"), member("g", "grandchild")], 2, ["p", "g"]],
    [[member("b", "sibling"), member("l", "parent-in-law")], 3, ["b"]],
    [[member("l", "parent-in-law"), member("w", "will")], 4, ["l"]],
    [[member("w", "will"), member("x", "burier")], 5, ["w"]],
  ])("%j: rank %i", (members, rank, ids) => {
    const answer = explainHeirs(members);
    expect([answer.rank, answer.heirs.map(({ id }) => id), answer.lumpTo]).toEqual([rank, ids, ids]);
  });

  test("none: the funeral goes to who buried, the lump sum to the social security fund", () => {
    expect(explainHeirs([member("x", "burier"), member("c", "child", false)])).toMatchObject({
      rank: null,
      heirs: [],
      funeralTo: ["x"],
      lumpTo: "dana-jaminan-sosial",
    });
    expect(explainHeirs([]).funeralTo).toBeNull();
  });
});

test("facts that are none are refused with their places, those of the cover among them", () => {
  const base = { segment: "bpu", kind: "natural-death", on: "2026-09-10" };
  const parsed = parseBenefitFacts({ ...base, cover: { events: [{ type: "accepted", on: "x" }] } });
  expect(parsed).toMatchObject({ outcome: "refused", problems: [{ path: "cover.events.0.on" }] });
  expect(parseBenefitFacts({ ...base, kind: "x", cover: { events: [] } }).outcome).toBe("refused");
  expect(parseBenefitFacts({ ...base, base: null, cover: { events: [] } }).outcome).toBe("parsed");
});
