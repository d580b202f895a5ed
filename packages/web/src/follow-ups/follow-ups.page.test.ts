import type { Actor } from "@tuwai/server/app";
import { listFollowUps } from "@tuwai/server/follow-ups";
import { closeMeeting, openMeeting, planMeeting } from "@tuwai/server/meetings";
import { anActor, insertPlaces, openCity, places, testDatabase } from "@tuwai/server/testing";
import { beforeEach, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-12-01T02:00:00Z" });
const { naras } = places;
let pages: Pages;
let manager: Actor;
let head: Actor;
let meetingCode: string;
let decisions: string;

const plan = async (title: string): Promise<string> => {
  const planned = await planMeeting(test.app, manager, {
    operationId: test.app.newId(),
    title,
    year: 2027,
    groups: ["kader"],
    startsAt: new Date("2026-12-18T02:00:00Z"),
    endsAt: new Date("2026-12-18T05:00:00Z"),
    place: "Balai Kota",
  });
  if (planned.outcome !== "planned") throw new Error("not planned");
  return planned.meetingCode;
};

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  manager = anActor(test.app, "MGR");
  head = anActor(test.app, "KDS", naras.code);
  meetingCode = await plan("Rakor kader 2027");
  decisions = `/rakor/${meetingCode}/keputusan`;
});

const typed = {
  aksi: "catat",
  jenis: "instruction",
  bunyi: "Setiap desa memasukkan iuran kader ke RAPBDes 2027.",
  penanggung: "KDS",
  batas: "2026-12-20",
  bukti: "rapbdes-page",
  kelompok: "kader",
};
const record = (over: object = {}, by = manager) =>
  pages.post(decisions, { operasi: test.app.newId(), ...typed, ...over }, by);
const followUp = async (by = head) => (await listFollowUps(test.app, by, {})).page.rows[0]!;

it("the manager records an order with a ready sentence, and every village has it in its own list", async () => {
  const { html } = await pages.get(`${decisions}?kalimat=2`, manager);
  expect(html).toContain("Setiap desa memasukkan iuran perlindungan ke RAPBDes 2027.</textarea>");
  expect((await record()).status).toBe(303);
  expect((await pages.get(decisions, head)).html).toContain(
    "Kepala desa atau lurah: semua desa dan kelurahan",
  );
  const list = (await pages.get("/tindak-lanjut", head)).html;
  expect(list).toContain("1 tindak lanjut, yang lewat hari lebih dulu");
  expect(list).toContain("20 Desember 2026 (19 hari lagi)");
  expect((await pages.get("/en/tindak-lanjut?tampilan=kecamatan", manager)).html).toContain("By kecamatan");
  expect((await pages.get("/tindak-lanjut?tampilan=kalender", head)).html).toContain(
    "Desember 2026: 1 tindak lanjut",
  );
});

it("what is wrong with a decision is said at its field, and nothing that was typed is lost", async () => {
  const { status, html } = await record({ batas: "2026-11-01", penanggung: "KDS", bunyi: "abc" });
  expect(status).toBe(422);
  for (const words of ["Tanggal itu sudah lewat", "paling sedikit lima huruf", ">abc</textarea>"])
    expect(html).toContain(words);
  expect((await record({}, head)).status).toBe(403);
});

it("a village says that it cannot, the manager sends it back, and the page tells everything that happened", async () => {
  await record();
  const { id } = await followUp();
  const act = (fields: Record<string, string>, by: Actor) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ operasi: test.app.newId(), ...fields }))
      form.set(name, value);
    return pages.post(`/tindak-lanjut/${id}`, form, by);
  };
  expect((await act({ langkah: "cannot", versi: "1" }, head)).html).toContain("Tulis alasannya.");
  expect(
    (await act({ langkah: "cannot", versi: "1", "alasan-cannot": "Tidak ada kader" }, head)).status,
  ).toBe(303);
  expect((await act({ langkah: "cannot", versi: "1", "alasan-cannot": "x" }, head)).html).toContain(
    "Orang lain baru saja mengubahnya",
  );
  const answer = { langkah: "send-back", versi: "2", "alasan-send-back": "Kader ada 12 orang" };
  expect((await act(answer, head)).status).toBe(403);
  expect((await act(answer, manager)).status).toBe(303);
  const { html } = await pages.get(`/tindak-lanjut/${id}`, head);
  for (const words of ["Dikembalikan", "Kader ada 12 orang", "Tidak ada kader", "Halaman RAPBDes"])
    expect(html).toContain(words);
  const other = anActor(test.app, "KDS", places.kampung.code);
  expect((await pages.get(`/tindak-lanjut/${id}`, other)).status).toBe(404);
});

it("a decision is withdrawn with a reason only, and its follow-ups leave every list", async () => {
  await record();
  const { decisionId } = await followUp();
  const withdraw = (reason: string) =>
    pages.post(
      decisions,
      { operasi: test.app.newId(), aksi: "cabut", keputusan: decisionId, [`alasan-${decisionId}`]: reason },
      manager,
    );
  expect((await withdraw(" ")).html).toContain("Tulis alasan pencabutan.");
  expect((await withdraw("salah ketik")).status).toBe(303);
  expect((await pages.get("/tindak-lanjut", head)).html).toContain("Tidak ada yang diminta dari Anda.");
});

it("the next meeting's home opens with what the last one decided", async () => {
  await record();
  const of = () => ({ operationId: test.app.newId(), meetingCode });
  await openMeeting(test.app, manager, of());
  await closeMeeting(test.app, manager, of());
  const { html } = await pages.get(`/rakor/${await plan("Rakor lanjutan")}`, manager);
  for (const words of ["Tindak lanjut Rakor kader 2027", "0 dari 2 selesai."]) expect(html).toContain(words);
});
