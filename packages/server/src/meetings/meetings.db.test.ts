import { beforeEach, expect, test } from "vitest";
import { publicActor } from "#app";
import { declareCommitments } from "#commitments";
import { anActor, insertPlaces, openCity, places, readRowsAs, testDatabase } from "#testing";
import { closeMeeting, getHall, getMeeting, listMeetings, openMeeting, planMeeting } from "./index.ts";

const city = testDatabase();
const manager = () => anActor(city.app, "MGR");
const head = () => anActor(city.app, "KDS", places.naras.code);
const of = (meetingCode: string) => ({ operationId: city.app.newId(), meetingCode });
const asked = {
  title: "Rakor perlindungan BPD dan kader 2027",
  year: 2027,
  groups: ["kader", "bpd"],
  startsAt: new Date("2026-12-18T02:00:00Z"),
  endsAt: new Date("2026-12-18T05:00:00Z"),
  place: "Balai Kota",
};

const line = (group: string, heads: number) => ({ group, heads, months: 6, source: "add" });

async function aMeeting(): Promise<string> {
  const planned = await planMeeting(city.app, manager(), { operationId: city.app.newId(), ...asked });
  if (planned.outcome !== "planned") throw new Error("not planned");
  return planned.meetingCode;
}

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
});

test("a meeting is planned, opened and closed once, and knows the one before it", async () => {
  const first = await aMeeting();
  expect(await getMeeting(city.app, head(), { meetingCode: first.toLowerCase() })).toMatchObject({
    state: "draft",
    groups: ["bpd", "kader"],
    previousId: null,
  });
  expect(await closeMeeting(city.app, manager(), of(first))).toEqual({ outcome: "unchanged" });
  expect(await openMeeting(city.app, manager(), of(first))).toEqual({ outcome: "opened" });
  expect(await openMeeting(city.app, manager(), of(first))).toEqual({ outcome: "unchanged" });
  expect(await closeMeeting(city.app, manager(), of(first))).toEqual({ outcome: "closed" });
  const { meeting, latest } = await getHall(city.app, manager(), { meetingCode: first });
  expect(latest.map(({ kind }) => kind)).toEqual(["closed", "opened"]);
  const next = await aMeeting();
  expect(await listMeetings(city.app, manager())).toHaveLength(2);
  expect(await getMeeting(city.app, manager(), { meetingCode: next })).toMatchObject({
    previousId: meeting.id,
  });
});

test("the same plan sent once more after going back makes no second meeting", async () => {
  await aMeeting();
  const again = await planMeeting(city.app, manager(), { operationId: city.app.newId(), ...asked });
  expect(again).toEqual({ outcome: "refused", reasons: ["planned-already"] });
});

test("a meeting without a title, a group or an end is refused with every reason", async () => {
  const wrong = { ...asked, title: " ", groups: ["lain"], endsAt: asked.startsAt, year: 1 };
  expect(await planMeeting(city.app, manager(), { operationId: city.app.newId(), ...wrong })).toEqual({
    outcome: "refused",
    reasons: ["title-missing", "no-group", "bad-year", "ends-before-start"],
  });
});

test("the hall sums the groups that are asked for, and names who is silent", async () => {
  const meetingCode = await aMeeting();
  await declareCommitments(city.app, head(), {
    operationId: city.app.newId(),
    villageCode: places.naras.code,
    year: 2027,
    lines: [line("kader", 8), line("rt-rw", 5)],
    intent: "declare",
  });
  const { villages, totals } = await getHall(city.app, manager(), { meetingCode });
  expect(totals).toMatchObject({ villages: 2, declared: 1, promised: 8 * 6 * 16_800, promisedHeads: 8 });
  expect(totals.missing).toEqual([places.kampung.code]);
  expect(villages.map(({ rowState, isShort }) => [rowState, isShort])).toContainEqual(["declared", true]);
  const own = await getHall(city.app, head(), { meetingCode });
  expect(own.villages.map(({ villageCode }) => villageCode)).toEqual([places.naras.code]);
});

test("nobody but the city's manager plans or opens, and the public reads no meeting", async () => {
  await expect(openMeeting(city.app, head(), of(await aMeeting()))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(readRowsAs(city.app, publicActor("13.77"), "select id from app.meetings")).rejects.toThrow(
    "permission denied",
  );
});
