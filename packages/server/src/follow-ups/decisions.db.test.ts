import { beforeEach, expect, test } from "vitest";
import { publicActor } from "#app";
import { closeMeeting, openMeeting, planMeeting } from "#meetings";
import { anActor, insertPlaces, places, readRows, readRowsAs, testDatabase } from "#testing";
import { listDecisions, recordDecision, withdrawDecision } from "./index.ts";

const city = testDatabase();
const manager = () => anActor(city.app, "MGR");
const head = () => anActor(city.app, "KDS", places.naras.code);
const operationId = () => city.app.newId();
let meetingCode: string;

const toAll = {
  kind: "instruction",
  text: "Setiap desa memasukkan iuran kader ke RAPBDes 2027.",
  ownerRole: "KDS",
  dueOn: "2026-12-20",
  evidenceKind: "rapbdes-page",
  group: "kader",
  year: 2027,
};
const record = (input: object) =>
  recordDecision(city.app, manager(), { operationId: operationId(), meetingCode, ...toAll, ...input });

beforeEach(async () => {
  await insertPlaces(city.app);
  const planned = await planMeeting(city.app, manager(), {
    operationId: operationId(),
    title: "Rakor",
    year: 2027,
    groups: ["kader"],
    startsAt: new Date("2026-12-01T02:00:00Z"),
    endsAt: new Date("2026-12-01T05:00:00Z"),
    place: "Balai Kota",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  ({ meetingCode } = planned);
});

test("an order to all villages is one decision with a follow-up in each, of which a village sees its own", async () => {
  expect(await record({})).toMatchObject({ outcome: "recorded", followUps: 2 });
  expect(await listDecisions(city.app, manager(), { meetingCode })).toMatchObject([
    { number: 1, kind: "instruction", placeName: null, counts: { all: 2, running: 2, late: 0 } },
  ]);
  expect(await listDecisions(city.app, head(), { meetingCode })).toMatchObject([{ counts: { all: 1 } }]);
});

test("the province above the city is no kecamatan that an order reaches", async () => {
  await readRows(
    city.app,
    "insert into app.regions (region_code, code, kind, name) values ('13.77', '13', 'provinsi', 'Sumatera Barat')",
  );
  expect(await record({ ownerRole: "CMT" })).toMatchObject({ followUps: 2 });
});

test("a decision asks one village, one camat, an office of the city, or nobody", async () => {
  expect(await record({ villageCode: places.naras.code })).toMatchObject({ followUps: 1 });
  expect(await record({ kecamatanCode: places.kampung.kecamatan })).toMatchObject({ followUps: 1 });
  expect(await record({ ownerRole: "CMT" })).toMatchObject({ followUps: 2 });
  expect(await record({ ownerRole: "FIN", villageCode: places.naras.code })).toMatchObject({ followUps: 1 });
  expect(await record({ ownerRole: "", dueOn: "" })).toMatchObject({ followUps: 0 });
  expect(await record({ onlyKind: "kelurahan" })).toMatchObject({ followUps: 1 });
  expect(await listDecisions(city.app, head(), { meetingCode })).toMatchObject([
    { number: 1, placeName: "Naras I", counts: { all: 1 } },
    { number: 2, counts: { all: 0 } },
    { number: 3, counts: { all: 0 } },
    { number: 4, villageCode: null, counts: { all: 0 } },
    { number: 5, ownerRole: null, dueOn: null },
    { number: 6, counts: { all: 0 } },
  ]);
});

test("what cannot be recorded is refused with every reason", async () => {
  expect(
    await record({ kind: "wish", text: " ", ownerRole: "WRK", dueOn: "2026-02-30", evidenceKind: "oath" }),
  ).toEqual({
    outcome: "refused",
    reasons: ["text-missing", "bad-kind", "bad-owner", "bad-evidence"],
  });
  expect(await record({ dueOn: "2026-11-01", villageCode: "13.77.99.2001" })).toEqual({
    outcome: "refused",
    reasons: ["no-place", "day-past"],
  });
});

test("a decision taken back while the meeting runs leaves no gap; later it keeps its number", async () => {
  const [first, second] = [await record({}), await record({})];
  if (first.outcome !== "recorded" || second.outcome !== "recorded") throw new Error("not recorded");
  const take = (decisionId: string, reason: string) =>
    withdrawDecision(city.app, manager(), { operationId: operationId(), decisionId, reason });
  expect(await take(first.decisionId, " ")).toEqual({ outcome: "refused", reasons: ["reason-missing"] });
  expect(await take(first.decisionId, "salah ketik")).toEqual({ outcome: "withdrawn" });
  expect(await listDecisions(city.app, manager(), { meetingCode })).toMatchObject([
    { number: null, counts: { withdrawn: 2 } },
    { number: 1 },
  ]);
  const of = { operationId: operationId(), meetingCode };
  await openMeeting(city.app, manager(), of);
  await closeMeeting(city.app, manager(), { ...of, operationId: operationId() });
  await city.setNow("2026-12-02T02:00:00Z");
  expect(await take(second.decisionId, "dasar hukumnya berubah")).toEqual({ outcome: "withdrawn" });
  expect(await listDecisions(city.app, manager(), { meetingCode })).toMatchObject([
    { number: null },
    { number: 1, withdrawnReason: "dasar hukumnya berubah" },
  ]);
});

test("nobody but the city's manager records, and the public reads no decision", async () => {
  await expect(
    recordDecision(city.app, head(), { operationId: operationId(), meetingCode, ...toAll }),
  ).rejects.toMatchObject({ code: "forbidden" });
  await expect(readRowsAs(city.app, publicActor("13.77"), "select id from app.decisions")).rejects.toThrow(
    "permission denied",
  );
});
