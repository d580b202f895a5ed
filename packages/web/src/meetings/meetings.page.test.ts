import { planMeeting } from "@tuwai/server/meetings";
import { anActor, insertPlaces, openCity, places, testDatabase } from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const manager = () => anActor(test.app, "MGR");
const head = () => anActor(test.app, "KDS", places.naras.code);
let pages: Pages;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

async function aMeeting(): Promise<string> {
  const planned = await planMeeting(test.app, manager(), {
    operationId: test.app.newId(),
    title: "Rakor BPD dan kader 2027",
    year: 2027,
    groups: ["kader", "bpd"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  return planned.meetingCode;
}

it("a draft is nobody's news but its planner's; the list says the next meeting, one number and one next step", async () => {
  expect((await pages.get("/rakor", head())).html).toContain("Belum ada rakor");
  const code = await aMeeting();
  expect((await pages.get("/rakor", head())).html).not.toContain(code);
  const { html } = await pages.get("/rakor", manager());
  for (const words of ["Rakor BPD dan kader 2027", "18 Desember 2026 pukul 09.00 WIB", "Siapkan lalu undang"])
    expect(html).toContain(words);
});

it("a meeting is opened and closed at its home, by who runs it only", async () => {
  const code = await aMeeting();
  const act = (aksi: string, by = manager()) =>
    pages.post(`/rakor/${code}`, { operasi: test.app.newId(), aksi }, by);
  expect((await act("buka", head())).status).toBe(403);
  expect((await act("buka")).status).toBe(303);
  expect((await pages.get("/rakor", head())).html).toContain("Sedang berlangsung");
  expect((await pages.get(`/en/rakor/${code}`, head())).html).toContain("The meeting is in progress.");
  expect((await act("tutup")).status).toBe(303);
  expect((await pages.get("/rakor", manager())).html).toContain("Rakor yang sudah selesai");
});
