import { beforeEach, expect, test } from "vitest";
import { publicActor } from "#app";
import { listTasks } from "#tasks";
import { anActor, insertPlaces, openCity, places, readRows, runAsAdmin, testDatabase } from "#testing";
import {
  actorOfCard,
  closeMeeting,
  countHall,
  declareInMeeting,
  getHall,
  noteOpened,
  noteTyping,
  openMeeting,
  planMeeting,
} from "./index.ts";

const city = testDatabase();
const villageCode = places.naras.code;
const manager = () => anActor(city.app, "MGR");
const head = () => anActor(city.app, "KDS", villageCode);
let meetingCode: string;
const of = () => ({ operationId: city.app.newId(), meetingCode, villageCode });
const eight = { heads: 8, months: 12, fundSource: "add" };
const declare = (input: Partial<Parameters<typeof declareInMeeting>[2]> = {}, by = head()) =>
  declareInMeeting(city.app, by, { ...of(), ...eight, intent: "declare", ...input });
const rowOf = async (by = manager()) =>
  (await getHall(city.app, by, { meetingCode })).villages.find((one) => one.villageCode === villageCode)!;
const events = async () =>
  (await getHall(city.app, manager(), { meetingCode })).latest.map(({ kind }) => kind).toReversed();

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  const planned = await planMeeting(city.app, manager(), {
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
});

test("a village promises one number of people, which is spread over the meeting's groups, while the meeting is open", async () => {
  expect(await declare()).toEqual({ outcome: "refused", reasons: ["not-open"] });
  await openMeeting(city.app, manager(), of());
  expect(await declare({ intent: "draft" })).toMatchObject({ outcome: "drafted", heads: 8 });
  expect(await rowOf()).toMatchObject({ rowState: "draft", promised: 0 });
  expect(await declare({ split: { bpd: 3 } })).toMatchObject({ outcome: "declared", heads: 8 });
  const { groups, rowState } = await rowOf();
  expect(rowState).toBe("declared");
  expect(groups.map(({ group, commitment }) => [group, commitment?.heads])).toEqual([
    ["bpd", 3],
    ["kader", 5],
  ]);
  expect(await countHall(city.app, head(), { meetingCode })).toMatchObject({ villages: 2, declared: 1 });
  expect(await events()).toEqual(["opened", "drafted", "declared"]);
  await closeMeeting(city.app, manager(), of());
  expect(await declare({ heads: 9 })).toMatchObject({ reasons: ["not-open"] });
});

test("a meeting in progress is the first task of a village, by its code, until it has promised", async () => {
  const tasks = async () =>
    (await listTasks(city.app, head())).filter(({ code }) => code === "answer-in-meeting");
  expect(await tasks()).toEqual([]);
  await openMeeting(city.app, manager(), of());
  expect(await tasks()).toEqual([
    { code: "answer-in-meeting", target: "meetings", count: 1, where: meetingCode },
  ]);
  await declare();
  expect(await tasks()).toEqual([]);
});

test("said otherwise it is a correction that tells what stood before, and a group that gets nobody any more is taken back", async () => {
  await openMeeting(city.app, manager(), of());
  await declare({ split: { bpd: 3 } });
  const { promised: was } = await rowOf();
  expect(await declare({ heads: 5, split: { bpd: 0 } })).toMatchObject({ outcome: "corrected", heads: 5 });
  const { groups, promised } = await rowOf();
  expect(groups.map(({ commitment }) => commitment?.state)).toEqual(["ditarik", "dinyatakan"]);
  const { latest } = await getHall(city.app, manager(), { meetingCode });
  expect(latest[0]).toMatchObject({ kind: "corrected", villageCode, details: { was, rupiah: promised } });
  expect(await declare({ heads: 5, split: { bpd: 0 } })).toMatchObject({ reasons: ["changes-nothing"] });
});

test("numbers that do not add up, a nought too many and no source are refused together with nothing written", async () => {
  await openMeeting(city.app, manager(), of());
  expect(await declare({ split: { bpd: 3, kader: 4 } })).toMatchObject({ reasons: ["split-differs"] });
  expect(await declare({ heads: 0 })).toMatchObject({ reasons: ["heads-missing"] });
  expect(await declare({ months: 13, fundSource: "" })).toMatchObject({
    reasons: expect.arrayContaining(["months-missing", "source-missing"]) as unknown,
  });
  expect(await readRows(city.app, "select 1 from app.commitments")).toEqual([]);
  expect(await events()).toEqual(["opened"]);
});

test("sent twice it stands once, and another village's row is not there", async () => {
  await openMeeting(city.app, manager(), of());
  const [sent, by] = [{ operationId: city.app.newId() }, head()];
  expect(await declare(sent, by)).toEqual(await declare(sent, by));
  expect(await events()).toEqual(["opened", "declared"]);
  await expect(declare({ villageCode: places.kampung.code })).rejects.toMatchObject({ code: "not-found" });
});

test("the hall sees who opened the form and who types", async () => {
  await noteOpened(city.app, head(), of());
  expect((await rowOf()).rowState).toBe("unopened");
  await openMeeting(city.app, manager(), of());
  await noteOpened(city.app, head(), of());
  expect((await rowOf()).rowState).toBe("opened");
  await noteTyping(city.app, head(), of());
  expect((await rowOf()).rowState).toBe("typing");
});

const aCard = (code: string, revoked = false) =>
  runAsAdmin(city.url, [
    `insert into app.meeting_cards (region_code, id, meeting_id, village_code, kecamatan_code, code, made_by, made_at, revoked_by, revoked_at)
     select m.region_code, gen_random_uuid(), m.id, '${villageCode}', '${villageCode.slice(0, 8)}', '${code}', gen_random_uuid(), app.now(),
       ${revoked ? "gen_random_uuid(), app.now()" : "null, null"} from app.meetings m`,
  ]);

test("a printed card acts for its village while the meeting is open, until it is revoked or the meeting closes", async () => {
  await aCard("ABCD2345FGH7");
  const stranger = publicActor("13.77");
  const use = (cardCode: string, mark?: string) =>
    actorOfCard(city.app, stranger, { cardCode, ...(mark === undefined ? {} : { mark }) });
  expect(await use("abcd-2345-fgh7")).toBeNull();
  await openMeeting(city.app, manager(), of());
  expect(await use("ABCD2345FGH8")).toBeNull();
  const holder = await use("abcd-2345-fgh7");
  expect(holder).toMatchObject({ meetingCode, villageCode, villageName: "Naras I" });
  expect(await declare({}, holder!.actor)).toMatchObject({ outcome: "declared" });
  await expect(openMeeting(city.app, holder!.actor, of())).rejects.toMatchObject({ code: "forbidden" });
  expect(await use("ABCD2345FGH7", holder!.mark)).not.toBeNull();
  expect(await use("ABCD2345FGH7", "x")).toBeNull();
  await runAsAdmin(city.url, ["update app.meeting_cards set revoked_by = made_by, revoked_at = app.now()"]);
  expect(await use("ABCD2345FGH7", holder!.mark)).toBeNull();
});

const guess = () => actorOfCard(city.app, publicActor("13.77"), { cardCode: "ABCD2345FGH7" });

test("guessing a card's code is stopped after a while", async () => {
  for (let at = 0; at < 5; at += 1) await guess();
  await expect(guess()).rejects.toMatchObject({ code: "rate-limited" });
});
