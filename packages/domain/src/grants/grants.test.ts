import { month } from "#time";
import { describe, expect, test } from "vitest";
import { explainGrant, type GrantQuestion } from "./explain-grant.ts";
import { explainNeed, type NeedFacts, type NeedGroup } from "./explain-need.ts";
import { parseNeedFacts } from "./parse-need.ts";

const grant = (over: Partial<GrantQuestion>) =>
  explainGrant({ months: 12, from: month("2026-01"), payer: "private", sector: "other", ...over });

describe("what a grant of months buys a new member", () => {
  test.each([
    [1, 0],
    [3, 0],
    [4, 1],
    [12, 9],
  ])("%i months: %i with full cover", (months, full) => {
    expect(grant({ months })?.fullCoverMonths).toBe(full);
  });

  test.each([
    ["private", "other", 126_000, 14_000],
    ["private", "transport", 100_800, 11_200],
    ["apbn-apbd", "other", 201_600, 22_400],
  ] as const)(
    "the year 2026 from %s in %s costs %i, %i a month of full cover",
    (payer, sector, total, each) => {
      expect(grant({ payer, sector })).toMatchObject({ total, pricePerFullCoverMonth: each });
    },
  );

  test("three months have no price of full cover, as none is full", () => {
    expect(grant({ months: 3 })).toMatchObject({ total: 50_400, pricePerFullCoverMonth: null });
  });

  test("before 24 February 2025 every month was full from its first day", () => {
    expect(grant({ months: 2, from: month("2025-01") })?.fullCoverMonths).toBe(2);
    // January and February were full from the first day; March waits, April is the fourth month.
    expect(grant({ months: 4, from: month("2025-01") })?.fullCoverMonths).toBe(3);
  });

  test("names every rate with its mark, and has no answer where no law covers a month", () => {
    const marks = grant({})!.sources.map(({ mark }) => mark);
    expect(marks.length).toBeGreaterThan(2);
    expect(marks).not.toContain("text-read");
    expect(grant({ months: 12, from: month("2028-06") })).toBeUndefined();
  });
});

const aGroup = (over: Partial<NeedGroup>): NeedGroup => ({
  group: "vulnerable",
  heads: 10,
  wage: null,
  segment: "bpu",
  payer: "apbdes",
  ...over,
});

const need = (groups: readonly NeedGroup[], over: Partial<NeedFacts> = {}) =>
  explainNeed({ village: { kind: "desa" }, year: 2026, months: 12, groups, ...over });

describe("what a village needs in a year", () => {
  test("vulnerable workers from the village budget: 16,800 each month, 201,600 a year, nine months of full cover", () => {
    expect(need([aGroup({})])).toMatchObject({
      rows: [
        { group: "vulnerable", applicable: true, monthly: 168_000, yearly: 2_016_000, alternatives: [] },
      ],
      monthly: 168_000,
      yearly: 2_016_000,
      inWords: "dua juta enam belas ribu rupiah",
      fullCoverMonths: 90,
    });
  });

  test("a year's sum follows each month's price", () => {
    expect(need([aGroup({ heads: 1, payer: "private" })])).toMatchObject({
      monthly: 16_800,
      yearly: 126_000,
    });
  });

  test("officers as wage earners: 0.54 % of the reported wage, beside what they would cost on their own", () => {
    const answer = need([
      aGroup({ group: "bpd", heads: 7, wage: 1_000_000, segment: "pu-village" }),
      aGroup({ group: "perangkat", heads: 1, wage: 2_000_000, segment: "pu-village" }),
    ]);
    expect(answer?.rows).toMatchObject([
      {
        monthly: 37_800,
        yearly: 453_600,
        alternatives: [{ segment: "bpu", monthly: 117_600, yearly: 1_411_200 }],
      },
      { monthly: 10_800 },
    ]);
    expect(
      need([
        aGroup({
          group: "kades",
          heads: 1,
          wage: 1_000_000,
          segment: "pu-village",
          programmes: ["jkk", "jkm", "jht"],
        }),
      ])?.monthly,
    ).toBe(62_400);
  });

  test("pension is 3 % more, up to its ceiling, and unknown after the year it was set for", () => {
    const group = aGroup({
      group: "kades",
      heads: 1,
      wage: 20_000_000,
      segment: "pu-village",
      programmes: ["jkk", "jkm", "jp"],
    });
    expect(need([group], { year: 2025, months: 1 })).toBeUndefined();
    expect(need([group], { year: 2026, months: 1 })?.monthly).toBe(108_000 + 316_422);
    expect(need([group], { year: 2026, months: 12 })).toBeUndefined();
  });

  test("a kelurahan has no BPD, and it costs nothing", () => {
    const answer = need([aGroup({ group: "bpd", segment: "pu-village" }), aGroup({ heads: 1 })], {
      village: { kind: "kelurahan" },
    });
    expect(answer?.rows[0]).toMatchObject({ applicable: false, monthly: 0, yearly: 0 });
    expect([answer?.yearly, answer?.fullCoverMonths]).toEqual([201_600, 9]);
  });

  test("what is no fact is refused with every place and no value", () => {
    const parsed = parseNeedFacts({ village: { kind: "secret" }, year: 2026, months: 13, groups: [{}] });
    expect(parsed.outcome === "refused" && parsed.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["village.kind", "months", "groups.0.group"]),
    );
    expect(JSON.stringify(parsed)).not.toContain("secret");
  });
});
