import { expect, test } from "vitest";
import { anActor, insertBatch, insertPerson, insertPlaces, openCity, places, testDatabase } from "#testing";
import { listGroups } from "./index.ts";

const city = testDatabase();

test("who reads groups and no person reads them too: a village with named officers is told by its code", async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  const list = await insertBatch(city.app, "village-officers");
  await insertPerson(city.app, list, { name: "Amran", targetGroup: "village-officer" });
  const seen = async (role: "MGR" | "FIN" | "AUD") =>
    (await listGroups(city.app, anActor(city.app, role))).map(({ villageCode }) => villageCode);
  expect(await seen("MGR")).toEqual([places.naras.code]);
  expect(await seen("FIN")).toEqual([places.naras.code]);
  expect(await seen("AUD")).toEqual([places.naras.code]);
});
