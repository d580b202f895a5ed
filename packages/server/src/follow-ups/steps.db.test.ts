import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { closeMeeting, openMeeting, planMeeting } from "#meetings";
import { anActor, insertPlaces, places, testDatabase } from "#testing";
import {
  actOnFollowUp,
  answerFollowUp,
  getCarriedOver,
  getFollowUp,
  listFollowUps,
  openFollowUpPaper,
  recordDecision,
  undoFollowUpStep,
} from "./index.ts";

const city = testDatabase();
const operationId = () => city.app.newId();
let manager: Actor;
let head: Actor;
let meetingCode: string;
let followUpId: string;
let version = 1;

const of = (code: string) => ({ operationId: operationId(), meetingCode: code });
const plan = async (): Promise<string> => {
  const planned = await planMeeting(city.app, manager, {
    operationId: operationId(),
    title: "Rakor",
    year: 2027,
    groups: ["kader"],
    startsAt: new Date("2026-12-01T02:00:00Z"),
    endsAt: new Date("2026-12-01T05:00:00Z"),
    place: "Balai Kota",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  return planned.meetingCode;
};

beforeEach(async () => {
  await insertPlaces(city.app);
  manager = anActor(city.app, "MGR");
  head = anActor(city.app, "KDS", places.naras.code);
  meetingCode = await plan();
  await recordDecision(city.app, manager, {
    operationId: operationId(),
    meetingCode,
    kind: "decision",
    text: "Masukkan iuran kader ke RAPBDes 2027.",
    ownerRole: "KDS",
    dueOn: "2026-12-20",
    evidenceKind: "rapbdes-page",
  });
  const { page } = await listFollowUps(city.app, head, {});
  followUpId = page.rows[0]!.id;
  version = 1;
});

const paper = (bytes = "%PDF-1.7") => {
  const path = join(city.app.config.dataDir, "bukti.pdf");
  writeFileSync(path, bytes);
  return { path, fileName: "bukti.pdf" };
};
const take = async (step: string, more: object = {}, by = head) => {
  const input = { operationId: operationId(), followUpId, version, step, scan: null, ...more };
  const answer = await actOnFollowUp(city.app, by, input);
  if (answer.outcome === "taken") version += 1;
  return answer;
};
const answer = async (step: string, more: object = {}) => {
  const input = { operationId: operationId(), followUpId, version, step, ...more };
  const said = await answerFollowUp(city.app, manager, input);
  if (said.outcome === "taken") version += 1;
  return said;
};
const undo = async (by: Actor) => {
  const said = await undoFollowUpStep(city.app, by, { operationId: operationId(), followUpId, version });
  if (said.outcome === "undone") version += 1;
  return said;
};

test("a village hands in its paper, says done, and the city accepts it; every step stands in the line", async () => {
  expect(await take("finish")).toEqual({ outcome: "refused", reasons: ["evidence-missing"] });
  expect(await take("hand-in")).toEqual({ outcome: "refused", reasons: ["scan-missing"] });
  expect(await take("hand-in", { scan: paper("kata saja") })).toEqual({
    outcome: "refused",
    reasons: ["scan-kind"],
  });
  expect(await take("hand-in", { scan: paper() })).toEqual({ outcome: "taken", state: "open" });
  expect(await take("finish")).toEqual({ outcome: "taken", state: "done" });
  expect(await answer("accept")).toEqual({ outcome: "taken", state: "accepted" });
  const { followUp, steps } = await getFollowUp(city.app, head, { followUpId });
  expect(followUp.standing).toBe("kept");
  expect(steps.map(({ step, takenRole }) => [step, takenRole])).toEqual([
    ["hand-in", "KDS"],
    ["finish", "KDS"],
    ["accept", "MGR"],
  ]);
  const opened = await openFollowUpPaper(city.app, manager, { stepId: steps[0]!.id });
  expect(opened.bytes.toString()).toBe("%PDF-1.7");
});

test("the day moves when the city grants it, and moves back when the city takes that back", async () => {
  await take("ask", { until: "2027-01-15", reason: "Musyawarah desa mundur" });
  expect(await answer("grant")).toMatchObject({ state: "open" });
  const day = async () => (await getFollowUp(city.app, head, { followUpId })).followUp.dueOn;
  expect(await day()).toBe("2027-01-15");
  expect(await undo(head)).toEqual({ outcome: "too-late" });
  expect(await undo(manager)).toEqual({ outcome: "undone" });
  expect(await day()).toBe("2026-12-20");
  expect((await getFollowUp(city.app, head, { followUpId })).followUp).toMatchObject({
    askedFor: "2027-01-15",
  });
  expect(await undo(head)).toEqual({ outcome: "undone" });
  expect((await getFollowUp(city.app, head, { followUpId })).followUp).toMatchObject({
    state: "open",
    papers: 0,
  });
});

test("a paper that was taken back proves nothing", async () => {
  await take("hand-in", { scan: paper() });
  expect(await undo(head)).toEqual({ outcome: "undone" });
  expect(await take("finish")).toEqual({ outcome: "refused", reasons: ["evidence-missing"] });
});

test("nobody acts for another village or another office, and an old page is told so", async () => {
  const other = anActor(city.app, "KDS", places.kampung.code);
  await expect(take("cannot", { reason: "x" }, other)).rejects.toMatchObject({ code: "not-found" });
  await expect(
    take("cannot", { reason: "x" }, anActor(city.app, "OPR", places.naras.code)),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(
    take("cannot", { reason: "x" }, anActor(city.app, "CMT", places.naras.kecamatan)),
  ).rejects.toMatchObject({ code: "not-found" });
  version = 9;
  await expect(take("cannot", { reason: "x" })).rejects.toMatchObject({ code: "stale" });
});

test("the list opens with what is late, and a camat sees the own kecamatan", async () => {
  await city.setNow("2026-12-21T02:00:00Z");
  const all = await listFollowUps(city.app, manager, {});
  expect(all.counts).toMatchObject({ all: 2, late: 2 });
  expect(all.kecamatan).toHaveLength(2);
  const camat = anActor(city.app, "CMT", places.naras.kecamatan);
  expect((await listFollowUps(city.app, camat, { standing: "late" })).page.total).toBe(1);
});

test("the next meeting opens with what the last one decided and what became of it", async () => {
  await openMeeting(city.app, manager, of(meetingCode));
  await closeMeeting(city.app, manager, of(meetingCode));
  await take("cannot", { reason: "Desa tidak punya kader" });
  const next = await plan();
  expect(await getCarriedOver(city.app, manager, { meetingCode: next })).toMatchObject({
    meeting: { code: meetingCode },
    counts: { all: 2, cannot: 1, running: 1 },
  });
  expect(await getCarriedOver(city.app, manager, { meetingCode })).toBeNull();
});
