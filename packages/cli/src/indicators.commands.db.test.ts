import { ensureIndicators } from "@tuwai/server/indicators";
import {
  insertBatch,
  insertPerson,
  insertPlaces,
  places,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const before = { ...process.env };

beforeEach(async () => {
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: dataDir,
    TUWAI_NOW: "2026-11-21T02:00:00Z",
    TUWAI_REGION: "13.77",
    TUWAI_LOG: "error",
  });
  await insertPlaces(city.app);
});
afterEach(() => {
  process.env = { ...before };
});

type Explained = {
  readonly indicators: readonly { readonly code: string }[];
  readonly ladder: readonly { readonly stage: string; readonly persons: number }[];
};

async function explain(): Promise<Explained> {
  let text = "";
  const streams = { out: (part: string) => void (text += part), err: () => undefined };
  expect(await main(["coverage", "explain", "--json"], streams)).toBe(0);
  return JSON.parse(text) as Explained;
}

test("explains every figure with both halves, and the ladder; a city without sources has no denominator", async () => {
  const list = await insertBatch(city.app, "village-list", places.naras);
  const { id } = await insertPerson(city.app, list, { name: "Pekerja", place: places.naras });
  await readRows(
    city.app,
    `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, at)
     select region_code, id, village_code, kecamatan_code, 'covered', true, '2026-11-21', now() from app.persons where id = ?::uuid returning 1`,
    id,
  );
  const bare = await explain();
  expect(bare.indicators[0]).toEqual({
    code: "vulnerable-covered",
    numerator: 1,
    denominator: null,
    percent: null,
    sources: ["TuWai KeTan (2026-11-21)"],
    asOf: { numerator: "2026-11-21", denominator: null },
    unchangedSince: "2026-11-21",
  });
  expect(bare.ladder.find(({ stage }) => stage === "covered")).toEqual({ stage: "covered", persons: 1 });
  await readRows(
    city.app,
    `update app.regions set population = 100, population_source = 'BPS 2024' where region_code = '13.77' and length(code) > 5 returning 1`,
  );
  await ensureIndicators(city.app);
  const told = await explain();
  expect(told.indicators[0]).toMatchObject({ numerator: 1, denominator: 27_373, percent: 0 });
  expect(told.indicators[1]).toMatchObject({ code: "listed-covered", denominator: 1, percent: 100 });
  expect(told.indicators.find(({ code }) => code === "press-coverage")).toMatchObject({
    numerator: null,
    denominator: null,
    percent: 37,
    unchangedSince: "2025-04",
  });
});
