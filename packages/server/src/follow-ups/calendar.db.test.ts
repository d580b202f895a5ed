import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { createDemoAccounts } from "#accounts";
import { type Actor, publicActor } from "#app";
import { planMeeting } from "#meetings";
import { anActor, insertBatch, insertPerson, insertPlaces, places, readRows, testDatabase } from "#testing";
import {
  getCalendarAddress,
  getJoinedLists,
  makeCalendarAddress,
  readCalendar,
  recordDecision,
  revokeCalendarAddress,
} from "./index.ts";

const city = testDatabase({ now: "2026-12-01T02:00:00Z" });
const { naras } = places;
const operationId = () => city.app.newId();
let manager: Actor;
let head: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  manager = anActor(city.app, "MGR");
  const desk = { email: "kds@demo.tuwai.id", name: "Wali", role: "KDS", scope: naras.code } as const;
  const [userId = ""] = await createDemoAccounts(city.app, [desk], "tuwai");
  head = { ...anActor(city.app, "KDS", naras.code), userId };
});

const fetchCalendar = (token: string) =>
  readCalendar(city.app, publicActor("13.77"), { token, headers: new Headers(), title: "Tindak lanjut" });
const make = async (of = operationId()) => makeCalendarAddress(city.app, head, { operationId: of });

test("a desk's address tells what its own office has to do, and meetings that are no draft; only a digest is kept", async () => {
  const asked = { operationId: operationId(), kind: "decision", dueOn: "2026-12-20" };
  await recordDecision(city.app, manager, {
    ...asked,
    text: "Kirim daftar kader, segera.",
    ownerRole: "KDS",
  });
  await recordDecision(city.app, manager, {
    ...asked,
    operationId: operationId(),
    text: "Bayar iuran.",
    ownerRole: "FIN",
  });
  await planMeeting(city.app, manager, {
    operationId: operationId(),
    title: "Rakor rancangan",
    year: 2027,
    groups: ["kader"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
  });
  const made = await make();
  if (made.outcome !== "made") throw new Error("not made");
  const file = await fetchCalendar(made.token);
  expect(file).toContain(String.raw`SUMMARY:Kirim daftar kader\, segera.`);
  expect(file).toContain("DTSTART;VALUE=DATE:20261220");
  for (const other of ["Bayar iuran", "Rakor rancangan"]) expect(file).not.toContain(other);
  const kept = await readRows<{ hash: string }>(
    city.app,
    "select encode(token_hash, 'hex') as hash from app.calendar_addresses",
  );
  expect(kept).toEqual([{ hash: createHash("sha256").update(made.token).digest("hex") }]);
});

test("an address is shown once, ends with the next one, and answers nothing once it is revoked", async () => {
  const id = operationId();
  const first = await make(id);
  expect(await make(id)).toEqual({ outcome: "already" });
  const second = await make();
  if (first.outcome !== "made" || second.outcome !== "made") throw new Error("not made");
  await expect(fetchCalendar(first.token)).rejects.toMatchObject({ code: "not-found" });
  expect(await fetchCalendar(second.token)).toContain("BEGIN:VCALENDAR");
  expect(await revokeCalendarAddress(city.app, head, { operationId: operationId() })).toEqual({
    outcome: "revoked",
  });
  expect(await getCalendarAddress(city.app, head)).toEqual({ madeAt: null });
  await expect(fetchCalendar(second.token)).rejects.toMatchObject({ code: "not-found" });
});

test("whoever guesses at addresses is made to wait", async () => {
  for (let guess = 0; guess < 5; guess += 1)
    await expect(fetchCalendar("x".repeat(32))).rejects.toMatchObject({ code: "not-found" });
  await expect(fetchCalendar("x".repeat(32))).rejects.toMatchObject({ code: "rate-limited" });
});

test("the ticks of a village's list come from what the city has, and a camat sees the own kecamatan only", async () => {
  const before = await getJoinedLists(city.app, manager);
  expect(before.counts).toEqual({ sent: 0, linked: 0, answered: 0, endorsed: 0, all: 0 });
  await insertPerson(city.app, await insertBatch(city.app, "village-list"), { name: "Amran" });
  const after = await getJoinedLists(city.app, anActor(city.app, "CMT", naras.kecamatan));
  expect(after.villages).toMatchObject([
    { code: naras.code, ticks: { sent: true, linked: false, answered: false } },
  ]);
  expect(after.counts).toMatchObject({ sent: 1, linked: 0 });
});
