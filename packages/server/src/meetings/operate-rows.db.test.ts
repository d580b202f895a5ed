import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { anActor, insertPlaces, openCity, places, testDatabase } from "#testing";
import {
  confirmOnPaper,
  confirmRow,
  declareInMeeting,
  getTable,
  objectToRow,
  openMeeting,
  planMeeting,
  typeForVillage,
  undoRow,
} from "./index.ts";

const city = testDatabase();
const villageCode = places.naras.code;
let manager: Actor;
let head: Actor;
let meetingCode: string;
const of = () => ({ operationId: city.app.newId(), meetingCode, villageCode });
const eight = { heads: 8, months: 12, fundSource: "add" };
const row = async () =>
  (await getTable(city.app, manager, { meetingCode })).villages.find(
    (one) => one.villageCode === villageCode,
  )!;
const type = async (heads: number, seen?: string) =>
  typeForVillage(city.app, manager, { ...of(), ...eight, heads, seen: seen ?? (await row()).stand });
const declare = (heads: number) =>
  declareInMeeting(city.app, head, { ...of(), ...eight, heads, intent: "declare" });
const changes = async () => (await row()).changes.map(({ kind, byRole }) => `${kind} ${byRole}`).toReversed();

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  head = anActor(city.app, "KDS", villageCode);
  const planned = await planMeeting(city.app, manager, {
    operationId: city.app.newId(),
    title: "Rakor kader dan BPD",
    year: 2027,
    groups: ["bpd", "kader"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  ({ meetingCode } = planned);
  await openMeeting(city.app, manager, of());
});

test("what is typed for a village waits for its word, on the phone or initialled on paper", async () => {
  expect(await type(8)).toMatchObject({ outcome: "typed", heads: 8 });
  expect(await row()).toMatchObject({ rowState: "awaiting" });
  expect(await confirmRow(city.app, head, of())).toEqual({ outcome: "confirmed" });
  expect(await confirmRow(city.app, head, of())).toEqual({ outcome: "unchanged" });
  expect(await row()).toMatchObject({ rowState: "declared" });
  await type(9);
  expect(await row()).toMatchObject({ rowState: "awaiting" });
  expect(await confirmOnPaper(city.app, manager, of())).toEqual({ outcome: "confirmed" });
  await type(7);
  expect(await declare(7)).toMatchObject({ outcome: "confirmed" });
  expect(await changes()).toEqual([
    "typed MGR",
    "confirmed KDS",
    "typed MGR",
    "confirmed MGR",
    "typed MGR",
    "confirmed KDS",
  ]);
});

test("after an objection with its reason the promise does not count, until the village says its own", async () => {
  await type(8);
  expect(await objectToRow(city.app, head, { ...of(), reason: " " })).toMatchObject({
    reasons: ["reason-missing"],
  });
  expect(await objectToRow(city.app, head, { ...of(), reason: "hanya 5 orang" })).toEqual({
    outcome: "objected",
  });
  expect(await row()).toMatchObject({
    rowState: "objected",
    promised: 0,
    row: { objection: "hanya 5 orang" },
  });
  expect(await undoRow(city.app, manager, of())).toEqual({ outcome: "unchanged" });
  await declare(5);
  expect(await row()).toMatchObject({ rowState: "declared", promisedHeads: 5 });
});

test("a row is not written over what the village declared meanwhile: both are told", async () => {
  const seen = (await row()).stand;
  await declare(5);
  expect(await type(8, seen)).toMatchObject({ outcome: "conflict", now: { heads: 5, months: 12 } });
  expect(await row()).toMatchObject({ rowState: "declared", promisedHeads: 5 });
});

test("a slip is undone, and what the village had declared before stands again", async () => {
  await type(8);
  expect(await undoRow(city.app, manager, of())).toEqual({ outcome: "undone" });
  expect(await row()).toMatchObject({ rowState: "unopened", promised: 0 });
  await declare(5);
  const { promised } = await row();
  await type(50);
  expect(await undoRow(city.app, manager, of())).toEqual({ outcome: "undone" });
  expect(await row()).toMatchObject({ rowState: "declared", promised, promisedHeads: 5 });
  expect(await undoRow(city.app, manager, of())).toEqual({ outcome: "unchanged" });
  await type(6);
  await type(60);
  expect(await undoRow(city.app, manager, of())).toEqual({ outcome: "undone" });
  expect(await row()).toMatchObject({ rowState: "awaiting", promisedHeads: 6 });
  expect((await changes()).at(-1)).toBe("undone MGR");
});

test("a row sent again after the line broke stands once, and only who runs the meeting types for others", async () => {
  const sent = { ...of(), ...eight, seen: "" };
  const first = await typeForVillage(city.app, manager, sent);
  expect(await typeForVillage(city.app, manager, sent)).toEqual(first);
  expect(await changes()).toEqual(["typed MGR"]);
  await expect(typeForVillage(city.app, head, sent)).rejects.toMatchObject({ code: "forbidden" });
});
