import { type Month, month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import {
  aCivilServant,
  anActor,
  branch,
  insertPlaces,
  openCity,
  readRowsAs,
  testDatabase,
  type ThreadPerson,
  undoRows,
  aSponsoredWorker,
  receiveMonths,
} from "#testing";
import { getMyPledge } from "./index.ts";

const city = testDatabase();
const november = month("2026-11");
let sponsor: Actor;
let officer: Actor;
let person: ThreadPerson;

beforeEach(async () => {
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  officer = anActor(app, "BPJ", branch);
  ({ sponsor, person } = await aSponsoredWorker(app));
});

async function received(...months: readonly Month[]) {
  const { file, outcomes } = await receiveMonths(city.app, person, ...months);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(months.map(() => "applied"));
  return file;
}

const proof = async () => (await getMyPledge(city.app, sponsor)).proof;

describe("the sponsor's proof", () => {
  test("shows what is promised first, then what BPJS received of it, to the rupiah", async () => {
    expect((await proof()).months).toMatchObject([
      { month: november, owed: { workers: 1, rupiah: 8_400 }, received: null, state: "not-yet" },
    ]);
    await received(november);
    expect(await proof()).toMatchObject({
      months: [{ state: "received", received: { workers: 1, ownRupiah: 8_400 } }],
      unbroken: 1,
      own: { months: 1, rupiah: 8_400 },
    });
  });

  test("takes a month back when its receipt turns out void", async () => {
    const file = await received(november);
    await undoRows(city.app, officer, file);
    expect(await proof()).toMatchObject({ months: [{ state: "not-yet", received: null }], unbroken: 0 });
  });

  test("is the sponsor's own: another sees nothing of it, even by hand", async () => {
    await received(november);
    const other = await aCivilServant(city.app);
    expect((await getMyPledge(city.app, other)).proof.months).toEqual([]);
    expect(await readRowsAs(city.app, other, "select id from app.standing_events")).toEqual([]);
    const own = await readRowsAs<{ type: string }>(city.app, sponsor, "select type from app.cover_events");
    expect(own.map(({ type }) => type)).toEqual(["paid"]);
  });
});
