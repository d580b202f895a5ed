import { beforeEach, describe, expect, it } from "vitest";
import { type App, publicActor } from "#app";
import { getVillageCoverage } from "#coverage";
import { inTransaction } from "#database";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  places,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import { wholeCity } from "#access";
import {
  decideProposedTarget,
  ensureIndicators,
  enterEstimateSource,
  enterIndicatorValue,
  estimatesOf,
  getIndicators,
  getLadder,
  proposeTarget,
  recomputeEstimates,
  targetsOf,
  withdrawIndicatorValue,
} from "./index.ts";

const test = testDatabase();
let app: App;
const naras = places.naras.code;
const today = "2026-11-21";

beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
  await readRows(
    app,
    `update app.regions set population = case when code like '13.77.03%' then 21438 when code like '13.77.01%' then 34232 end,
      population_source = 'BPS 2024' where region_code = '13.77' and length(code) > 5 returning 1`,
  );
});

const op = () => ({ operationId: app.newId() });
const manager = () => anActor(app, "MGR");
const indicators = () => getIndicators(app, publicActor("13.77"));
const series = async (code: string) => (await indicators()).series.find((one) => one.code === code)!;
const reasonsOf = (answer: object) => ("reasons" in answer ? answer.reasons : answer);
const estimates = () =>
  inTransaction(app, publicActor("13.77"), (tx) => estimatesOf({ tx, area: wholeCity("13.77") }));
const targets = () => inTransaction(app, publicActor("13.77"), (tx) => targetsOf({ tx }));

const typed = {
  series: "workers-covered",
  asOf: "2026-06",
  numerator: 12_000,
  denominator: 48_881,
  barePercent: null,
  mark: "reported",
  source: "BPJS Ketenagakerjaan, surat 1 Juli 2026",
};

describe("what the product brings", () => {
  it("stands side by side for everybody, each with its mark: 37 % cannot be reproduced, 11,000 of 48,881 are 22.5 %", async () => {
    await ensureIndicators(app);
    await ensureIndicators(app);
    const press = await series("press-coverage");
    expect(press.values.map(({ asOf, percent, mark }) => [asOf, percent, mark])).toEqual([
      ["2025-04", 37, "cannot-be-reproduced"],
      ["2025-12-18", 37, "cannot-be-reproduced"],
    ]);
    expect(press).toMatchObject({
      unchangedSince: "2025-04",
      numerator: null,
      denominator: null,
      targets: [],
    });
    expect((await series("workers-covered")).latest).toMatchObject({
      numerator: 11_000,
      denominator: 48_881,
      percent: 22.5,
    });
    expect((await series("pbpu-06-02-021")).latest).toMatchObject({ numerator: 1100, percent: null });
    expect((await series("vulnerable-covered")).latest).toBeNull();
  });

  it("has the national ladder with its sources, and says nothing of a local target that nobody knows", async () => {
    await ensureIndicators(app);
    const known = await targets();
    expect(
      known.filter(({ ladder }) => ladder === "rpjmn").map(({ year, percent }) => [year, percent]),
    ).toEqual([
      [2025, 32.15],
      [2026, 34.99],
      [2029, 43.92],
      [2045, 99.5],
    ]);
    expect(known.filter(({ ladder }) => ladder === "rpjmd")).toEqual([]);
    expect(known.every(({ source, mark }) => source !== "" && mark === "reported")).toBe(true);
  });
});

describe("what is counted here", () => {
  it("is told as it was published of each month: of the estimate as it stood then, and beside it of those listed", async () => {
    for (const [month, numerator, listed, estimate] of [
      ["2026-09", 230, 400, 6800],
      ["2026-10", 255, 490, 6800],
    ] as const) {
      const id = app.newId();
      await readRows(
        app,
        `insert into pub.releases (region_code, id, number, definition, as_of_numerator, as_of_denominator, sources, unchanged_since, released_at, month, citation_code)
         values ('13.77', ?::uuid, ?::int, 'x', ?::date, ?::date, '[]', ?::date, now(), ?::date, 'x') returning 1`,
        id,
        Number(month.slice(5)),
        ...[28, 28, 28, 1].map((day) => `${month}-${String(day).padStart(2, "0")}`),
      );
      await readRows(
        app,
        `insert into pub.coverage (region_code, release_id, code, level, name, suppressed, numerator, denominator, listed, estimate)
         values ('13.77', ?::uuid, '13.77', 'city', 'Kota', false, ?::int, ?::int, ?::int, ?::int) returning 1`,
        id,
        numerator,
        estimate,
        listed,
        estimate,
      );
    }
    const ours = await series("vulnerable-covered");
    expect(ours.values.map(({ asOf, percent }) => [asOf, percent])).toEqual([
      ["2026-09", 3.4],
      ["2026-10", 3.8],
    ]);
    expect((await series("listed-covered")).latest).toMatchObject({ denominator: 490, percent: 52 });
  });
});

describe("entering a value", () => {
  it("by data officer or manager is public at once; a correction leaves the old one readable, a withdrawal too", async () => {
    const entered = await enterIndicatorValue(app, anActor(app, "DAT"), { ...op(), ...typed });
    if (entered.outcome !== "entered") throw new Error("refused");
    const corrected = await enterIndicatorValue(app, manager(), {
      ...op(),
      ...typed,
      numerator: 12_500,
      replacedValueId: entered.valueId,
    });
    const told = await series("workers-covered");
    expect(told.values.map(({ numerator }) => numerator)).toEqual([12_500]);
    expect(told.revisions.map(({ numerator, isReplaced }) => [numerator, isReplaced])).toEqual([
      [12_000, true],
      [12_500, false],
    ]);
    if (corrected.outcome !== "entered") throw new Error("refused");
    const withdraw = { ...op(), valueId: corrected.valueId, reason: "surat itu dicabut" };
    expect(await withdrawIndicatorValue(app, manager(), withdraw)).toEqual({ outcome: "withdrawn" });
    const after = await series("workers-covered");
    expect(after.latest).toBeNull();
    expect(after.revisions).toHaveLength(3);
    expect(after.revisions.at(-1)).toMatchObject({ isWithdrawal: true, note: "surat itu dicabut" });
  });

  it("is refused with all its reasons, and what is counted here nobody types", async () => {
    const bare = { ...typed, numerator: null, denominator: null, barePercent: 37 };
    expect(
      reasonsOf(await enterIndicatorValue(app, manager(), { ...op(), ...bare, place: "32.73" })),
    ).toEqual(["bare-percent", "unknown-place"]);
    const ours = { ...op(), ...typed, series: "vulnerable-covered" };
    expect(reasonsOf(await enterIndicatorValue(app, manager(), ours))).toEqual(["counted-here"]);
    const again = { ...op(), ...typed, replacedValueId: app.newId() };
    expect(reasonsOf(await enterIndicatorValue(app, manager(), again))).toEqual(["already-corrected"]);
  });

  it("belongs to the two desks alone, and the public does not learn who typed", async () => {
    await expect(enterIndicatorValue(app, anActor(app, "EXE"), { ...op(), ...typed })).rejects.toMatchObject({
      code: "forbidden",
    });
    await enterIndicatorValue(app, manager(), { ...op(), ...typed });
    await expect(
      readRowsAs(app, publicActor("13.77"), "select entered_by from pub.indicator_values"),
    ).rejects.toThrow("permission denied");
  });
});

describe("a target", () => {
  const target = { ladder: "rpjmd", year: 2026, percent: 30, source: "RPJMD, halaman 12", mark: "text-read" };

  it("holds once a second person has confirmed it, and not before", async () => {
    const first = manager();
    const proposed = await proposeTarget(app, first, { ...op(), ...target });
    if (proposed.outcome !== "proposed") throw new Error("refused");
    const { targetId } = proposed;
    expect(await targets()).toEqual([]);
    await expect(
      decideProposedTarget(app, first, { ...op(), targetId, isRight: true }),
    ).rejects.toMatchObject({ code: "four-eyes" });
    await decideProposedTarget(app, manager(), { ...op(), targetId, isRight: true });
    expect(await targets()).toMatchObject([{ ladder: "rpjmd", year: 2026, percent: 30 }]);
    expect((await series("vulnerable-covered")).targets).toHaveLength(1);
    await expect(
      decideProposedTarget(app, manager(), { ...op(), targetId, isRight: false }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("that is refused never holds, and a later one of the same year stands in the place of the earlier", async () => {
    for (const [percent, isRight] of [
      [30, true],
      [40, false],
      [35, true],
    ] as const) {
      const proposed = await proposeTarget(app, manager(), { ...op(), ...target, percent });
      if (proposed.outcome !== "proposed") throw new Error("refused");
      await decideProposedTarget(app, manager(), { ...op(), targetId: proposed.targetId, isRight });
    }
    expect((await targets()).map(({ percent }) => percent)).toEqual([35]);
  });
});

describe("the estimate of vulnerable workers", () => {
  it("comes from fixed sources, sums to the city, and names them", async () => {
    await ensureIndicators(app);
    const { estimate } = await indicators();
    expect(estimate.city).toMatchObject({ number: 1, low: 24_441, middle: 27_373, high: 30_306 });
    expect(estimate.missing).toEqual([]);
    const villages = await estimates();
    expect(villages.map(({ villageCode }) => villageCode)).toEqual(["13.77.01.1004", naras]);
    expect(villages.reduce((sum, { middle }) => sum + middle, 0)).toBe(27_373);
    expect(villages[1]!.sources.map(({ kind, place, mark }) => [kind, place, mark])).toEqual([
      ["employed", "13.77", "reported"],
      ["informal-share", "13.77", "from-memory"],
      ["kecamatan-population", "13.77.03", "reported"],
      ["village-persons", naras, "from-memory"],
    ]);
  });

  it("does not move when a village sends a list, and nor does any headline: 45 new people change what is listed only", async () => {
    await ensureIndicators(app);
    const before = { estimates: await estimates(), indicators: await indicators() };
    const list = await insertBatch(app, "village-list", places.naras);
    for (let n = 0; n < 45; n++) await insertPerson(app, list, { name: `Pekerja ${n}`, place: places.naras });
    await recomputeEstimates(app, manager(), op());
    expect(await estimates()).toEqual(before.estimates);
    expect(await indicators()).toEqual(before.indicators);
    const exact = await getVillageCoverage(app, manager());
    expect(exact.villages.find(({ code }) => code === naras)!.denominator).toBe(45);
  });

  it("of a city without sources is not there; the page says what is missing, and entered sources bring it", async () => {
    expect((await indicators()).estimate).toMatchObject({
      city: null,
      missing: ["employed", "informal-share"],
    });
    expect(await estimates()).toEqual([]);
    const source = { asOf: "2024-08", mark: "reported", source: "BPS", place: "13.77" };
    const employed = { ...op(), ...source, kind: "employed", low: 900, middle: 1000, high: 1100 };
    const first = await enterEstimateSource(app, manager(), employed);
    expect(first).toEqual({
      outcome: "entered",
      estimate: { outcome: "missing", missing: ["informal-share"] },
    });
    const share = { ...op(), ...source, kind: "informal-share", low: 50, middle: 60, high: 70 };
    expect(await enterEstimateSource(app, anActor(app, "DAT"), share)).toEqual({
      outcome: "entered",
      estimate: { outcome: "estimated", number: 1 },
    });
    expect((await indicators()).estimate.city).toMatchObject({ low: 450, middle: 600, high: 770 });
    expect(await recomputeEstimates(app, manager(), op())).toEqual({ outcome: "same", number: 1 });
    const less = { ...op(), ...source, kind: "out-of-scope", low: 10, middle: 20, high: 30 };
    await enterEstimateSource(app, manager(), less);
    const { city, earlier } = (await indicators()).estimate;
    expect(city).toMatchObject({ number: 2, low: 420, middle: 580, high: 760 });
    expect(earlier.map(({ number }) => number)).toEqual([1]);
  });

  it("takes no figure out of order, of another place or without a source", async () => {
    const wrong = { kind: "informal-share", place: naras, low: 60, middle: 50, high: 101, asOf: "x" };
    expect(
      reasonsOf(await enterEstimateSource(app, manager(), { ...op(), ...wrong, mark: "x", source: " " })),
    ).toEqual(["unknown-place", "bad-date", "bad-range", "without-source", "unknown-mark"]);
  });
});

/** People of Naras I on a list, with the cover clock's answer of today. */
async function people(count: number, state: string | null, beside: string | null, paid: boolean) {
  const list = await insertBatch(app, "village-list", places.naras);
  for (let n = 0; n < count; n++) {
    const { id } = await insertPerson(app, list, { name: `Pekerja ${n}`, place: places.naras });
    if (state === null) continue;
    await readRows(
      app,
      `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, stands_beside, as_of, paid_until, at)
       select region_code, id, village_code, kecamatan_code, ?, ?, ?, ?::date, ?::date, now() from app.persons where id = ?::uuid returning 1`,
      state,
      state === "covered" || state === "due",
      beside,
      today,
      paid ? "2026-11-30" : null,
      id,
    );
  }
}

const registerOf = async (role: "OPR" | "CMT", scope: string) =>
  (await getLadder(app, anActor(app, role, scope))).steps[0]!.persons;

describe("the honest numerator", () => {
  it("of 100 workers, 40 paid, 10 not yet due, 12 in grace, 5 never paid, 3 on a list and 30 without: 50 covered, and 12, 5 and 3 beside", async () => {
    await people(40, "covered", null, true);
    await people(10, "due", null, true);
    await people(12, "grace-1", "grace", true);
    await people(5, "waiting-first-payment", "waiting-first-payment", false);
    await people(3, "listed", "list-only", false);
    await people(30, null, null, false);
    const { steps, isCoarse } = await getLadder(app, manager());
    const at = Object.fromEntries(steps.map(({ stage, persons }) => [stage, persons]));
    expect(isCoarse).toBe(false);
    expect(at).toMatchObject({
      "in-register": 100,
      "on-lists": 100,
      "listed-workers": 100,
      coverable: 100,
      accepted: 67,
      "ever-paid": 62,
      "less-paid-no-more": 12,
      covered: 50,
      grace: 12,
      "waiting-first-payment": 5,
      "list-only": 3,
    });
    const exact = await getVillageCoverage(app, manager());
    expect(exact.total).toMatchObject({ numerator: at["covered"], denominator: at["coverable"] });
    const coarse = await getLadder(app, anActor(app, "EXE"));
    expect(coarse.isCoarse).toBe(true);
    expect(coarse.steps.find(({ stage }) => stage === "covered")!.persons).toBe(50);
    expect(coarse.steps.map(({ stage }) => stage)).not.toContain("list-only");
  });

  it("a village sees its own people only, and a kecamatan its own", async () => {
    await people(4, "covered", null, true);
    expect(await registerOf("OPR", naras)).toBe(4);
    expect(await registerOf("OPR", places.kampung.code)).toBe(0);
    expect(await registerOf("CMT", places.naras.kecamatan)).toBe(4);
  });
});
