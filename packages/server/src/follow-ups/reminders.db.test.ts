import { beforeEach, expect, test } from "vitest";
import type { Actor, Role } from "#app";
import { listNotices } from "#notifications";
import { listTasks } from "#tasks";
import { anActor, insertPlaces, places, testDatabase } from "#testing";
import { passDay } from "#work";
import { actOnFollowUp, getFollowUp, listFollowUps, recordDecision } from "./index.ts";
import { sendReminders } from "./send-reminders.ts";

const city = testDatabase({ now: "2026-12-01T02:00:00Z" });
const { naras } = places;
let manager: Actor;
let head: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  manager = anActor(city.app, "MGR");
  head = anActor(city.app, "KDS", naras.code);
  await recordDecision(city.app, manager, {
    operationId: city.app.newId(),
    kind: "instruction",
    text: "Setiap desa mengirim daftar penerima.",
    ownerRole: "KDS",
    dueOn: "2026-12-10",
  });
});

const kinds = async (role: Role, scope?: string) =>
  (await listNotices(city.app, anActor(city.app, role, scope)))
    .filter(({ kind }) => kind.startsWith("follow-ups-"))
    .map(({ payload }) => payload);
/** The work of a night, as its schedule sets it going. */
const night = async (day: string) => {
  await at(day, "00:55");
  await sendReminders(city.app);
};
const at = (day: string, time: string) => city.setNow(new Date(`${day}T${time}:00+07:00`).toISOString());

test("a village is reminded a week before, in the morning after the night in which it was worked out, and once", async () => {
  await passDay(city.app);
  await passDay(city.app);
  await at("2026-12-03", "08:01");
  expect(await kinds("KDS", naras.code)).toMatchObject([{ count: 1, on: "2026-12-10" }]);
  expect(await kinds("OPR", naras.code)).toEqual([]);
  await night("2026-12-04");
  await at("2026-12-04", "09:00");
  expect(await kinds("KDS", naras.code)).toHaveLength(1);
  const { rows } = (await listFollowUps(city.app, head, {})).page;
  const { reminders } = await getFollowUp(city.app, head, { followUpId: rows[0]!.id });
  expect(reminders).toMatchObject([{ stage: "week-before", toldRole: "KDS" }]);
});

test("before the morning nothing is seen of it", async () => {
  await night("2026-12-03");
  expect(await kinds("KDS", naras.code)).toEqual([]);
});

test("what is late goes to the camat after a week and to the city after two, in one notice each", async () => {
  await night("2026-12-17");
  await at("2026-12-17", "10:00");
  expect(await kinds("CMT", naras.kecamatan)).toMatchObject([{ count: 1 }]);
  expect(await kinds("MGR")).toEqual([]);
  await night("2026-12-24");
  await at("2026-12-24", "10:00");
  expect(await kinds("MGR")).toMatchObject([{ count: 2 }]);
});

test("who has answered is reminded no more, and the answer waits for the city", async () => {
  const codes = async (actor: Actor) => (await listTasks(city.app, actor)).map(({ code }) => code);
  expect(await codes(head)).toContain("own-follow-ups");
  const { rows } = (await listFollowUps(city.app, head, {})).page;
  const of = { operationId: city.app.newId(), followUpId: rows[0]!.id, version: 1, scan: null };
  expect(await actOnFollowUp(city.app, head, { ...of, step: "finish" })).toMatchObject({ state: "done" });
  await night("2026-12-04");
  await at("2026-12-04", "09:00");
  expect(await kinds("KDS", naras.code)).toEqual([]);
  expect(await codes(manager)).toContain("answer-follow-ups");
  expect(await codes(head)).not.toContain("own-follow-ups");
});
