import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { judgePersons } from "#eligibility";
import { fundByCity } from "#matching";
import { composePacket, sendPacket } from "#packets";
import {
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { month } from "@tuwai/domain/time";
import { getOutlook, listTasks } from "#tasks";
import {
  getConsent,
  handleWithdrawal,
  listWithdrawalsToFollow,
  recordWorkersConsent,
  undoConsentWithdrawal,
  withdrawWorkersConsent,
} from "./index.ts";

const city = testDatabase();
let operator: Actor;
let manager: Actor;
let worker: ThreadPerson;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
  manager = aSteppedUpActor(city.app, "MGR");
  worker = await anEndorsedPerson(city.app);
  await recordWorkersConsent(city.app, operator, {
    operationId: city.app.newId(),
    personCode: worker.code,
    consent: "written",
  });
});

const withdraw = (by: Actor = operator, personCode = worker.code, toldOn = "2026-11-20") =>
  withdrawWorkersConsent(city.app, by, {
    operationId: city.app.newId(),
    personCode,
    toldBy: "self",
    toldHow: "in-person",
    toldOn,
  });
const withdrawn = async (by?: Actor): Promise<string> => {
  const answer = await withdraw(by);
  if (answer.outcome !== "withdrawn") throw new Error(JSON.stringify(answer));
  return answer.withdrawalId;
};
const undo = (withdrawalId: string) =>
  undoConsentWithdrawal(city.app, operator, { operationId: city.app.newId(), withdrawalId });
const fund = () =>
  fundByCity(city.app, manager, {
    operationId: city.app.newId(),
    personIds: [worker.id],
    fundSource: "apbd",
  });
const compose = () =>
  composePacket(city.app, manager, { operationId: city.app.newId(), month: month("2026-12") });
async function judged(): Promise<readonly string[]> {
  await judgePersons(city.app, { personIds: [worker.id] });
  const [row] = await readRows<{ reasons: readonly { code: string }[] }>(
    city.app,
    "select reasons from app.judgements where person_id = ?",
    worker.id,
  );
  return row!.reasons.map(({ code }) => code);
}
const state = async () => (await getConsent(city.app, operator, { personCode: worker.code })).state;

test("whoever takes consent back is no longer judged fit, and nobody can be found to pay", async () => {
  await withdrawn();
  expect(await state()).toBe("withdrawn");
  expect(await judged()).toContain("consent-withdrawn");
  expect(await fund()).toMatchObject({ funded: [] });
  expect(
    await readRows(
      city.app,
      "select told_by, told_how, told_on, recorded_role, was_given from app.consent_withdrawals",
    ),
  ).toEqual([
    { toldBy: "self", toldHow: "in-person", toldOn: "2026-11-20", recordedRole: "OPR", wasGiven: true },
  ]);
  expect(await withdraw()).toEqual({ outcome: "refused", reasons: ["already-withdrawn"] });
});

test("no packet takes them, and one that holds them already is not sent", async () => {
  await fund();
  const id = await withdrawn();
  expect(await compose()).toMatchObject({
    outcome: "refused",
    leftOut: [{ personCode: worker.code, reasons: ["consent-withdrawn"] }],
  });
  await undo(id);
  const packet = await compose();
  if (packet.outcome !== "composed") throw new Error(JSON.stringify(packet));
  await withdrawn();
  const { packetId, version } = packet.packets[0]!;
  const sending = { operationId: city.app.newId(), packetId, version, confirmCount: 1 };
  expect(await sendPacket(city.app, manager, sending)).toEqual({
    outcome: "refused",
    reasons: [{ reason: "consent-withdrawn", personCodes: [worker.code] }],
  });
});

test("birth place and mother's name are forgotten", async () => {
  await withdrawn();
  const topics = await readRows(
    city.app,
    "select payload from app.work where topic = 'people.forget-particulars' and done_at is null",
  );
  expect(topics).toEqual([{ payload: { personIds: [worker.id] } }]);
});

test("is a manager's task within three days where an enrolment stands, and can be undone until acted on", async () => {
  await fund();
  const id = await withdrawn();
  const codes = async () => (await listTasks(city.app, manager)).map(({ code }) => code);
  expect(await codes()).toContain("follow-withdrawals");
  const { rows } = await listWithdrawalsToFollow(city.app, manager);
  expect(rows).toMatchObject([{ id, isEnrolled: true, stopBy: "2026-11-24", person: { code: worker.code } }]);
  expect((await getOutlook(city.app, manager)).deadlines).toContainEqual({
    code: "stop-by",
    count: 1,
    on: "2026-11-24",
  });
  const act = () => handleWithdrawal(city.app, manager, { operationId: city.app.newId(), withdrawalId: id });
  expect(await act()).toEqual({ outcome: "kept" });
  expect(await codes()).not.toContain("follow-withdrawals");
  expect(await undo(id)).toEqual({ outcome: "refused", reasons: ["acted-on"] });
  expect(await act()).toEqual({ outcome: "refused", reasons: ["not-standing"] });
});

test("undone, the consent stands as before; said anew, a new one stands", async () => {
  const before = await judged();
  const id = await withdrawn();
  expect(await undo(id)).toEqual({ outcome: "undone" });
  expect([await state(), await judged()]).toEqual(["given", before]);
  await city.setNow("2026-11-22T03:00:00Z");
  await withdrawn();
  await city.setNow("2026-11-23T03:00:00Z");
  const again = { operationId: city.app.newId(), personCode: worker.code, consent: "spoken" } as const;
  expect(await recordWorkersConsent(city.app, operator, again)).toEqual({ outcome: "recorded" });
  expect([await state(), await judged()]).toEqual(["given", before]);
});

test("a no before any consent is kept, and only whoever may ask writes it down", async () => {
  const list = await insertBatch(city.app, "village-list");
  const asked = await insertPerson(city.app, list, { name: "Darwis" });
  const officer = anActor(city.app, "DPO");
  expect(await withdraw(officer, asked.code)).toEqual({ outcome: "refused", reasons: ["nothing-given"] });
  expect(await withdraw(operator, asked.code)).toMatchObject({ outcome: "withdrawn" });
  expect((await getConsent(city.app, officer, { personCode: asked.code })).state).toBe("withdrawn");
});

test("the data protection officer withdraws for the whole city, another village for nobody", async () => {
  const stranger = anActor(city.app, "OPR", places.kampung.code);
  await expect(withdraw(stranger)).rejects.toMatchObject({ code: "not-found" });
  expect(await withdraw(operator, worker.code, "2027-01-01")).toEqual({
    outcome: "refused",
    reasons: ["day-in-the-future"],
  });
  await withdrawn(anActor(city.app, "DPO"));
  expect(await state()).toBe("withdrawn");
});
