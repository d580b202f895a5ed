import type { Actor } from "@tuwai/server/app";
import { declareCommitments } from "@tuwai/server/commitments";
import { openMeeting, planMeeting } from "@tuwai/server/meetings";
import { anActor, insertPlaces, openCity, places, testDatabase } from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const { naras, kampung } = places;
let pages: Pages;
let head: Actor;
let wall: string;

beforeEach(async () => {
  const { app } = test;
  await insertPlaces(app);
  await openCity(app);
  pages = await openPages(app);
  head = anActor(app, "KDS", naras.code);
  const manager = anActor(app, "MGR");
  const planned = await planMeeting(app, manager, {
    operationId: app.newId(),
    title: "Rakor kader 2027",
    year: 2027,
    groups: ["kader"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  await openMeeting(app, manager, { operationId: app.newId(), meetingCode: planned.meetingCode });
  wall = `/rakor/${planned.meetingCode}/layar`;
});

const declare = () =>
  declareCommitments(test.app, head, {
    operationId: test.app.newId(),
    villageCode: naras.code,
    year: 2027,
    lines: [{ group: "kader", heads: 3, months: 6, source: "add" }],
    intent: "declare",
  });

it("shows on the wall who declared and who is waited for, and comes again by itself without scripts", async () => {
  const before = (await pages.get(wall, head)).html;
  for (const words of ["Menunggu yang pertama", "Masih ditunggu 2", 'http-equiv="refresh"'])
    expect(before).toContain(words);
  await declare();
  const { html } = await pages.get(wall, head);
  expect(html).toMatch(/>1<!-- --> <small>dari 2<\/small>/);
  expect(html).toContain(`${naras.name}: dinyatakan, Rp302.400, kurang dari 12 bulan`);
  expect(html).toContain("Masih ditunggu 1");
  // A style in the page would be refused by the content policy.
  expect(html).not.toContain(" style=");
});

it("says the same in a table, where silence is a dash and no zero", async () => {
  await declare();
  const { html } = await pages.get(`/en${wall}?lihat=tabel`, head);
  const [, silent] = new RegExp(`data-region="${kampung.code}"(.*?)</tr>`).exec(html) ?? [];
  expect(silent).toContain("not declared");
  expect(silent?.match(/–/g)).toHaveLength(2);
});

it("gives the numbers once, only that they hold to whoever knows them, and a stream to whoever can listen", async () => {
  const once = await pages.get(`${wall}/angka`, head);
  const { mark, board } = JSON.parse(once.html) as { readonly mark: string; readonly board: object };
  expect(board).toMatchObject({ title: "Rakor kader 2027" });
  const held = JSON.parse((await pages.get(`${wall}/angka?sejak=${mark}`, head)).html) as object;
  expect(held).toEqual({ mark, now: expect.any(Number) });
  const stranger = await pages.get(`${wall}/angka`, undefined, { accept: "text/event-stream" });
  expect([stranger.status, stranger.headers.get("location")]).toEqual([
    302,
    expect.stringContaining("/masuk?lanjut="),
  ]);
});
