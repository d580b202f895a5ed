import { array, assert, constantFrom, integer, property, record, subarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { terbilang } from "#money";
import { civilDate, month } from "#time";
import { assignPersonMonths, sumAssigned } from "./assign-person-months.ts";
import { budgetMilestones, evaluationClock, stillPossible } from "./budget-calendar.ts";
import { commitmentGroups, groupsOfPerson, hasGroup } from "./commitment-group.ts";
import { countHeads, spreadHeads, withPeople } from "./count-heads.ts";
import { type CommitmentSource, fundRows, mayFund, sourcesOf } from "./fund-source.ts";
import { mayHaveNoughtTooMany, priceHeads } from "./price-heads.ts";
import { publicStatus } from "./public-status.ts";
import { type Commitment, noCommitment } from "./take-step.ts";

const year = 2027;
const each = (heads: number, wage: number | null) => Array.from({ length: heads }, () => wage);
const priced = (
  kind: "desa" | "kelurahan",
  group: Parameters<typeof priceHeads>[0]["group"],
  wages: readonly (number | null)[],
) => priceHeads({ kind, year, months: 12, group, wages })!;

describe("what villages need", () => {
  const desa = [
    priced("desa", "kades", [3_400_000]),
    priced("desa", "perangkat", each(8, 2_500_000)),
    priced("desa", "bpd", each(7, null)),
    priced("desa", "kader", each(8, null)),
  ];
  const sum = (of: "monthly" | "total") => desa.reduce((all, row) => all + row[of], 0);
  const ward = priced("kelurahan", "kader", each(6, null));

  test("one desa needs 298,560 a month, 3,582,720 a year; 24 people, 216 months of full cover", () => {
    expect(desa.map(({ monthly }) => monthly)).toEqual([18_360, 108_000, 37_800, 134_400]);
    expect([sum("monthly"), sum("total")]).toEqual([298_560, 3_582_720]);
    expect(desa.reduce((all, { fullCoverMonths }) => all + fullCoverMonths, 0)).toBe(216);
  });

  test("a kelurahan with six kader needs 1,209,600, and nothing for a council that it does not have", () => {
    expect(ward.total).toBe(1_209_600);
    expect(priced("kelurahan", "bpd", each(7, null)).total).toBe(0);
    expect(commitmentGroups.filter((group) => hasGroup("kelurahan", group))).not.toContain("bpd");
  });

  test("55 desa and 16 kelurahan need 216,403,200, in words as well; with one desa silent 212,820,480", () => {
    const city = 55 * sum("total") + 16 * ward.total;
    expect(city).toBe(216_403_200);
    expect(`${terbilang(city)} rupiah`).toBe(
      "dua ratus enam belas juta empat ratus tiga ribu dua ratus rupiah",
    );
    expect(city - sum("total")).toBe(212_820_480);
  });

  test("the other way of enrolment stands beside it, and a year that no law prices has no answer", () => {
    expect(desa[2]!.otherwise).toEqual({ segment: "bpu", total: 7 * 16_800 * 12 });
    expect(
      priceHeads({ kind: "desa", year: 2031, months: 12, group: "kader", wages: [null] }),
    ).toBeUndefined();
  });

  test("more than three times the need is asked about", () => {
    expect([
      mayHaveNoughtTooMany(35_827_200, 3_582_720),
      mayHaveNoughtTooMany(10_748_160, 3_582_720),
    ]).toEqual([true, false]);
  });
});

describe("heads", () => {
  test.each([
    ["village-officer", "Kepala Desa", ["kades"]],
    ["village-officer", "Kepala Dusun II", ["perangkat"]],
    ["village-officer", "Sekretaris BPD", ["bpd"]],
    ["village-officer", "Kader Posyandu, anggota BPD", ["bpd", "kader"]],
    ["village-officer", "Ketua RT 02", ["rt-rw"]],
    ["village-officer", null, ["perangkat"]],
    ["religious", "Garin", ["religious"]],
    ["vulnerable", "Nelayan", ["vulnerable"]],
  ] as const)("%s %s belongs to %j", (target, position, groups) => {
    expect(groupsOfPerson(target, position)).toEqual(groups);
  });

  test("are counted once each, whoever stands twice, and those who are covered need nothing", () => {
    const heads = countHeads([
      { personId: "a", groups: ["bpd", "kader"], wage: 1_000_000, protectedBy: null },
      { personId: "b", groups: ["kader"], wage: null, protectedBy: null },
      { personId: "b", groups: ["kader"], wage: null, protectedBy: null },
      { personId: "c", groups: ["kader"], wage: null, protectedBy: "sponsor" },
    ]);
    expect(heads.get("bpd")).toMatchObject({ people: 1, unprotected: 1, twice: 1 });
    expect(heads.get("kader")).toMatchObject({ people: 2, unprotected: 1, protectedBy: { sponsor: 1 } });
    expect(withPeople(heads.get("kader")!, 5)).toMatchObject({
      people: 5,
      unprotected: 4,
      wages: [null, null, null, null],
    });
    expect(withPeople(heads.get("kader")!, 0).unprotected).toBe(0);
  });

  test("one number is spread over the groups in their order and stays that number", () => {
    const groups = [
      { group: "kades", unprotected: 1 },
      { group: "bpd", unprotected: 7 },
      { group: "kader", unprotected: 8 },
    ] as const;
    expect(spreadHeads(5, groups).map(({ heads }) => heads)).toEqual([1, 4, 0]);
    expect(spreadHeads(20, groups).map(({ heads }) => heads)).toEqual([1, 7, 12]);
  });
});

/** What a desa is told. */
const ask = (source: CommitmentSource, group: (typeof commitmentGroups)[number], on: number) =>
  mayFund({ source, kind: "desa", group, year: on }).verdict;

describe("what the rules of money allow", () => {
  test("Dana Desa is barred in 2024, open for cash work in 2026, and otherwise to be checked", () => {
    expect(commitmentGroups.map((group) => ask("dana-desa", group, 2024))).toEqual(
      commitmentGroups.map(() => "barred"),
    );
    expect(ask("dana-desa", "pktd", 2026)).toBe("allowed");
    expect(ask("dana-desa", "perangkat", 2026)).toBe("check");
    expect(ask("dana-desa", "pktd", 2027)).toBe("check");
  });

  test("nothing is allowed from memory or without a source, and nobody has read a text", () => {
    for (const { verdict, law } of fundRows) {
      expect(law.mark).not.toBe("text-read");
      if (verdict === "allowed") expect(law.mark).toBe("reported");
    }
    expect(ask("add", "kades", 2010)).toBe("check");
  });

  test("a kelurahan has the city's budget alone, and no village money", () => {
    expect(sourcesOf("kelurahan")).toEqual(["apbd"]);
    for (const source of sourcesOf("desa"))
      expect(mayFund({ source, kind: "kelurahan", group: "kader", year }).verdict).toBe("barred");
  });
});

describe("the year of a village's budget", () => {
  test.each([
    ["2026-09-01", "plan", "2026-09-30"],
    ["2026-10-31", "draft", "2026-10-31"],
    ["2026-11-30", "budget", "2026-12-31"],
    ["2027-01-01", "change", "2027-10-31"],
    ["2027-11-01", "too-late", null],
  ])("on %s a promise for 2027 still gets in by %s, until %s", (today, way, until) => {
    expect(stillPossible(2027, "desa", { today: civilDate(today) })).toEqual({ way, until });
  });

  test("the day of the change budget is the city's to set", () => {
    expect(budgetMilestones(2027, "desa", { changeUntil: "08-31" }).at(-1)?.on).toBe("2027-08-31");
  });

  test("an evaluation has twenty working days, silence puts the draft in force, and mending has twenty more", () => {
    const receivedOn = civilDate("2026-11-02");
    const clock = (today: string, answeredOn: string | null = null) =>
      evaluationClock({
        receivedOn,
        answeredOn: answeredOn === null ? null : civilDate(answeredOn),
        today: civilDate(today),
      });
    expect(clock("2026-11-02")).toMatchObject({ state: "running", day: 0, until: "2026-11-30" });
    expect(clock("2026-11-09")).toMatchObject({ day: 5 });
    expect(clock("2026-12-01")).toMatchObject({ state: "in-force-by-silence", day: 20, mendUntil: null });
    expect(clock("2026-12-01", "2026-11-16")).toMatchObject({
      state: "answered",
      day: 10,
      mendUntil: "2026-12-14",
    });
    expect(clock("2026-12-02", "2026-12-01").state).toBe("in-force-by-silence");
  });

  test("days off that no decree names yet are said to be unknown", () => {
    const receivedOn = civilDate("2026-12-20");
    expect(evaluationClock({ receivedOn, answeredOn: null, today: receivedOn }).isDecreed).toBe(false);
  });
});

describe("what is said in public", () => {
  const promise: Commitment = {
    ...noCommitment({ kind: "desa", year: 2027, group: "kader" }),
    state: "dinyatakan",
    heads: 10,
    months: 12,
    promised: 1_200_000,
    account: "5.1.3.91",
    source: "add",
  };
  const budgeted = { state: "ditetapkan", initial: 1_200_000 } as const;
  test.each([
    ["nobody promised", { state: "belum" }, "2027-06-01", "silent"],
    ["withdrawn", { state: "ditarik" }, "2027-06-01", "withdrawn"],
    ["no account code", { account: null }, "2026-12-01", "not-checkable"],
    ["before its year", {}, "2026-12-31", "on-the-way"],
    ["its year without a budget", {}, "2027-01-01", "late"],
    ["the year gone without a budget", {}, "2028-01-01", "year-over-without-budget"],
    ["budgeted, two months gone", budgeted, "2027-03-01", "late"],
    ["budgeted, a month gone", budgeted, "2027-02-28", "on-the-way"],
    [
      "paid to the last month but one",
      { ...budgeted, state: "cair-sebagian", paid: 400_000 },
      "2027-06-30",
      "on-the-way",
    ],
    ["half of it for the last half", { ...budgeted, months: 6 }, "2027-08-01", "on-the-way"],
    ["all paid", { ...budgeted, state: "lunas", paid: 1_200_000 }, "2027-05-01", "kept"],
    [
      "the year gone, half paid",
      { ...budgeted, state: "cair-sebagian", paid: 600_000 },
      "2028-02-01",
      "late",
    ],
    [
      "less budgeted than promised, that paid",
      { state: "cair-sebagian", initial: 600_000, paid: 600_000 },
      "2028-02-01",
      "late",
    ],
  ] as const)("%s: %j on %s is %s", (_, over, today, status) => {
    expect(publicStatus({ ...promise, ...over }, civilDate(today))).toBe(status);
  });
});

test("a month of a person belongs to one commitment, never to more months than were promised, and no rupiah is made", () => {
  const groups = ["bpd", "kader", "rt-rw"] as const;
  const paidMonth = record({
    personId: constantFrom("a", "b", "c"),
    month: constantFrom(month("2027-01"), month("2027-02"), month("2028-01")),
    villageCode: constantFrom("x", "y"),
    groups: subarray([...groups], { minLength: 1 }),
    rupiah: constantFrom(5_400, 16_800),
  });
  const promise = record({
    villageCode: constantFrom("x", "y"),
    year: constantFrom(2027, 2028),
    group: constantFrom(...groups),
    heads: integer({ min: 0, max: 2 }),
    months: integer({ min: 1, max: 2 }),
  });
  assert(
    property(array(paidMonth), array(promise, { maxLength: 5 }), (paid, promises) => {
      const named = promises.map((one, at) => ({ ...one, id: String(at) }));
      const assigned = assignPersonMonths(paid, named);
      const received = sumAssigned(assigned);
      const once = new Map(paid.map((one) => [`${one.personId} ${one.month}`, one]));
      expect(new Set(assigned.map(({ personId, month: of }) => `${personId} ${of}`)).size).toBe(
        assigned.length,
      );
      const total = [...received.values()];
      expect(total.reduce((n, { rupiah }) => n + rupiah, 0)).toBeLessThanOrEqual(
        [...once.values()].reduce((n, { rupiah }) => n + rupiah, 0),
      );
      for (const { id, heads, months } of named) {
        const own = assigned.filter(({ commitmentId }) => commitmentId === id);
        expect(own.length).toBeLessThanOrEqual(heads * months);
        for (const people of Map.groupBy(own, ({ month: of }) => of).values())
          expect(people.length).toBeLessThanOrEqual(heads);
      }
      // Asked again with what was given before, nothing moves.
      const given = new Map(assigned.map((one) => [`${one.personId} ${one.month}`, one.commitmentId]));
      const again = paid.map((one) => ({
        ...one,
        commitmentId: given.get(`${one.personId} ${one.month}`) ?? null,
      }));
      const kept = assignPersonMonths(again, named);
      for (const { personId, month: of, commitmentId } of kept)
        expect(given.get(`${personId} ${of}`) ?? commitmentId).toBe(commitmentId);
    }),
  );
});
