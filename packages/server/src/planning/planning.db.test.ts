import { listMonths, month, shiftMonth } from "@tuwai/domain/time";
import { lastCompleteMonth } from "@tuwai/domain/figures";
import { beforeEach, describe, expect, test } from "vitest";
import { type App, roles } from "#app";
import { may } from "#access";
import { anActor, insertPlaces, places, readRows, testDatabase } from "#testing";
import {
  changeScenario,
  compareScenarios,
  ensurePlanningSettings,
  getForecast,
  getPlan,
  getScenario,
  listScenarios,
  refreshForecasts,
  saveScenario,
} from "./index.ts";

const database = testDatabase();
let app: App;
let last: ReturnType<typeof month>;

beforeEach(async () => {
  app = database.app;
  await insertPlaces(app);
  await ensurePlanningSettings(app);
  last = lastCompleteMonth(app.clock.today());
});

const op = () => ({ operationId: app.newId() });
const nothing = { sponsors: "", budget: "", rescued: "", grantPeople: "", grantMonths: "" };

type Counts = { listed: number; covered: number; joined: number; grace?: number };

/** Figures of one village for so many months up to the last complete one; the newest last. */
async function counted(village: { code: string; kecamatan: string }, months: readonly Counts[]) {
  const first = shiftMonth(last, 1 - months.length);
  const rows = months.map((counts, at) => ({ month: `${shiftMonth(first, at)}-01`, counts: full(counts) }));
  await readRows(app, "delete from app.month_figures where village_code = ?", village.code);
  await readRows(
    app,
    `insert into app.month_figures (region_code, village_code, kecamatan_code, group_code, month, counts, counted_at)
     select '13.77', ?, ?, 'worker', r.month, r.counts, now() from jsonb_to_recordset(?::jsonb) as r(month date, counts jsonb)`,
    village.code,
    village.kecamatan,
    JSON.stringify(rows),
  );
}

const full = (counts: Counts) => ({
  onTime: counts.covered,
  fullCover: 0,
  due: 0,
  grace: 0,
  waitingFirstPayment: 0,
  listOnly: 0,
  ended: 0,
  lapsed: 0,
  returned: 0,
  left: 0,
  ...counts,
});

/** Each month a fifth of those without cover join. */
const saturating = (everyone: number, months = 16): Counts[] => {
  let covered = 0;
  return Array.from({ length: months }, () => {
    const joined = Math.round((everyone - covered) * 0.2);
    covered += joined;
    return { listed: everyone, covered, joined, grace: 4 };
  });
};

const manager = () => anActor(app, "MGR");

async function twoVillages() {
  await counted(places.naras, saturating(120));
  await counted(places.kampung, saturating(200));
  return refreshForecasts(app);
}

describe("a forecast", () => {
  test("is none before there are figures, and made once for the same figures", async () => {
    expect(await getForecast(app, manager(), {})).toBeNull();
    expect((await twoVillages()).changed).toBeGreaterThan(2);
    expect(await refreshForecasts(app)).toEqual({ changed: 0 });
    await counted(places.naras, saturating(121));
    expect((await refreshForecasts(app)).changed).toBeGreaterThan(2);
  });

  test("of the city adds its villages up, tells the pace the target needs, and how the bands did before", async () => {
    await twoVillages();
    const city = (await getForecast(app, manager(), {}))!;
    const naras = (await getForecast(app, manager(), { villageCode: places.naras.code }))!;
    const kampung = (await getForecast(app, manager(), { villageCode: places.kampung.code }))!;
    expect(city).toMatchObject({ from: last, covered: naras.covered + kampung.covered, everyone: 320 });
    expect(city.target).toEqual({ by: "2029-12", percent: 100, confirmed: false });
    expect(city.required!.perMonth).toBe(Math.ceil((320 - city.covered) / city.required!.months));
    expect(city.test.inBand!.of).toBeGreaterThan(10);
    expect(city.fan!.map((each) => each.month)).toEqual(listMonths(shiftMonth(last, 1), month("2029-12")));
    for (const { low80, high80 } of city.fan!) expect(low80 <= high80 && high80 <= 320).toBe(true);
  });

  test("is the same for a village, its camat and the city, and no village sees another's", async () => {
    await twoVillages();
    const asked = { villageCode: places.naras.code };
    const seen = await getForecast(app, anActor(app, "OPR", places.naras.code), {});
    expect(seen).toEqual(await getForecast(app, manager(), asked));
    expect(await getForecast(app, anActor(app, "CMT", places.naras.kecamatan), asked)).toEqual(seen);
    const operator = anActor(app, "OPR", places.naras.code);
    await expect(getForecast(app, operator, { villageCode: places.kampung.code })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("shows months that still fill beside the band, and no band where fewer than six months differ", async () => {
    await counted(places.naras, saturating(120, 4));
    await readRows(
      app,
      `insert into app.month_figures (region_code, village_code, kecamatan_code, group_code, month, counts, counted_at)
       select region_code, village_code, kecamatan_code, group_code, month + interval '1 month', counts, counted_at from app.month_figures
       where month = ?::date`,
      `${last}-01`,
    );
    await refreshForecasts(app);
    const city = (await getForecast(app, manager(), {}))!;
    expect(city).toMatchObject({ fan: null, noFan: "too-few-observations" });
    expect(city.later).toEqual([{ month: shiftMonth(last, 1), covered: city.covered }]);
  });

  test("of a place smaller than the city is told only to who sees figures of villages", async () => {
    await counted(places.naras, saturating(6));
    await refreshForecasts(app);
    const asked = { villageCode: places.naras.code };
    await expect(getForecast(app, anActor(app, "EXE"), asked)).rejects.toMatchObject({ code: "not-found" });
    expect(await getForecast(app, manager(), asked)).toMatchObject({ everyone: 6 });
  });
});

describe("a plan", () => {
  test("is not possible without figures; with them it says how the city stands before anything is asked", async () => {
    expect(await getPlan(app, manager(), {})).toEqual({ outcome: "not-possible" });
    await twoVillages();
    const answer = await getPlan(app, manager(), {});
    expect(answer).toMatchObject({ outcome: "asked-nothing", basis: { dataAsOf: last } });
  });

  test("answers with four numbers and their sums; wrong wishes are refused with all reasons", async () => {
    await twoVillages();
    const planned = await getPlan(app, manager(), { inputs: { ...nothing, sponsors: "10", rescued: "99" } });
    if (planned.outcome !== "planned") throw new Error(planned.outcome);
    const { result, why } = planned;
    expect(why.map(({ value }) => value)).toEqual([
      result.fullMonths,
      result.families,
      result.dearestYear.rupiah,
      result.coveredAtEnd,
    ]);
    expect(result.measures[2]).toMatchObject({ asked: 99, people: 8 });
    const refused = await getPlan(app, manager(), {
      inputs: { ...nothing, grantPeople: "x", budget: "1e3" },
    });
    expect(refused).toMatchObject({
      outcome: "refused",
      reasons: [
        { field: "budget", reason: "not-a-number" },
        { field: "grantPeople", reason: "not-a-number" },
      ],
    });
  });
});

const keep = async (title: string, sponsors: string) => {
  const answer = await saveScenario(app, manager(), { ...op(), title, inputs: { ...nothing, sponsors } });
  if (answer.outcome !== "saved") throw new Error(JSON.stringify(answer));
  return answer.scenarioCode;
};

describe("a kept plan", () => {
  test("opens with what came out then, and beside it what the same wishes give with the figures of today", async () => {
    await twoVillages();
    const scenarioCode = await keep("Setiap pegawai satu", "30");
    const opened = await getScenario(app, manager(), { scenarioCode });
    expect(opened.differs).toEqual([]);
    expect(opened.today!.result).toEqual(opened.before.result);
    await counted(places.naras, saturating(90));
    await refreshForecasts(app);
    const later = await getScenario(app, manager(), { scenarioCode });
    expect(later.before.result).toEqual(opened.before.result);
    expect(later.before.why).toEqual(opened.before.why);
    expect(later.differs).toEqual(["data"]);
    expect(later.today!.result.everyone).toBe(290);
  });

  test("has its whole recipe: data, prices with their law, versions, how each village stood, and the wishes", async () => {
    await twoVillages();
    await keep("Sepuluh", "10");
    const [row] = await readRows<{ recipe: Record<string, unknown> }>(
      app,
      "select recipe from app.scenarios",
    );
    expect(row!.recipe).toMatchObject({
      dataAsOf: last,
      planVersion: expect.any(Number),
      forecastVersion: expect.any(Number),
      path: "forecast",
      inputs: { sponsors: 10 },
      prices: expect.arrayContaining([
        expect.objectContaining({ payer: "private", rupiah: 16_800, sources: expect.anything() }),
      ]),
      baseline: { villages: expect.arrayContaining([expect.objectContaining({ inArrears: 4 })]) },
    });
  });

  test("is compared with another, renamed, and set aside; who comes second with an old version is told", async () => {
    await twoVillages();
    const [one, other] = [await keep("Satu", "5"), await keep("Dua", "9")];
    const both = await compareScenarios(app, manager(), { scenarioCode: one, otherScenarioCode: other });
    expect(both.map(({ before }) => before.inputs.sponsors)).toEqual([5, 9]);
    const rename = (version: number, title: string, setAside = false) =>
      changeScenario(app, manager(), { ...op(), scenarioCode: one, version, title, setAside });
    expect(await rename(1, "Satu lagi", true)).toEqual({ outcome: "changed" });
    expect(await rename(1, "Terlambat")).toEqual({ outcome: "refused", title: ["changed-meanwhile"] });
    expect((await listScenarios(app, manager())).map(({ title, isSetAside }) => [title, isSetAside])).toEqual(
      [
        ["Dua", false],
        ["Satu lagi", true],
      ],
    );
    const trail = await readRows(
      app,
      "select action from audit.entries where object_type = 'scenario' order by at, action",
    );
    expect(trail).toHaveLength(3);
  });

  test("takes no title without letters, none too long, and none that holds a number like a NIK", async () => {
    await twoVillages();
    const say = (title: string) =>
      saveScenario(app, manager(), { ...op(), title, inputs: { ...nothing, sponsors: "1" } });
    expect(await say(" ")).toMatchObject({ title: ["without-title"] });
    expect(await say("x".repeat(81))).toMatchObject({ title: ["title-too-long"] });
    expect(await say("untuk 1377930101010001")).toMatchObject({ title: ["title-with-number"] });
    expect(await readRows(app, "select 1 from app.scenarios")).toEqual([]);
  });

  test("is read by the manager, the data officer, the mayor and the inspectorate, and written by the first two", async () => {
    await twoVillages();
    const scenarioCode = await keep("Satu", "5");
    for (const role of roles.filter((each) => each !== "PUB")) {
      const actor = anActor(app, role);
      const opening = getScenario(app, actor, { scenarioCode });
      if (may(actor, "scenario.read")) expect((await opening).title).toBe("Satu");
      else await expect(opening).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(
      saveScenario(app, anActor(app, "EXE"), { ...op(), title: "x", inputs: { ...nothing, sponsors: "1" } }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
