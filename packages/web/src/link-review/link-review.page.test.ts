import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, Role } from "@tuwai/server/app";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  readRows,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-11-21T01:00:00Z" });
const nik = "1377930305790001";
const almost = "1377930305790007";
let pages: Pages;
let officer: Actor;
let person: { readonly id: string; readonly code: string };
let first: string;
let second: string;

beforeEach(async () => {
  const { app } = test;
  pages = await openPages(app);
  await insertPlaces(app);
  officer = anActor(app, "DAT");
  const list = await insertBatch(app, "village-list");
  const dtsen = await insertBatch(app, "dtsen");
  const side = { birthDate: "1979-05-03", sex: "female" as const };
  person = await insertPerson(app, list, { ...side, name: "Hj. ROSMANIAR", nik, occupationGroup: "trader" });
  const other = await insertPerson(app, list, { ...side, name: "Rosmanidar" });
  first = await ask(person.id, await record(dtsen, "ROSMANIAR T", almost), 0.6);
  second = await ask(other.id, await record(dtsen, "ROSMANIDA"), 0.9);
});

const record = (id: string, name: string, number?: string) =>
  insertRecord(
    test.app,
    { id, kind: "dtsen" },
    {
      name,
      birthDate: "1979-05-03",
      sex: "female",
      attributes: { decile: 3 },
      ...(number ? { nik: number } : {}),
    },
  );

async function ask(personId: string, recordId: string, probability: number): Promise<string> {
  const id = test.app.newId();
  await readRows(
    test.app,
    `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, weight,
       evidence, state, asked_at)
     select region_code, ?::uuid, village_code, kecamatan_code, id, ?::uuid, 'dtsen', ?, 3.2,
       '[{"comparison":"name","level":"very-alike","bits":9.1},{"comparison":"nik","level":"one-digit","given":"same-birth-date","bits":-1.2}]',
       'open', now() from app.persons where id = ?`,
    id,
    recordId,
    probability,
    personId,
  );
  return id;
}
const answer = (id: string, jawaban: string, more: Record<string, string> = {}, as = officer) =>
  pages.post(`/padan/pasangan/${id}`, { jawaban, versi: "1", ...more }, as);
const stateOf = async (id: string) =>
  (
    await readRows<{ state: string; reason: string | null }>(
      test.app,
      "select state, reason from app.link_questions where id = ?",
      id,
    )
  )[0];

describe("the quality of linkage", () => {
  it("shows counts by village and leads to the questions", async () => {
    const { status, html } = await pages.get("/padan", officer);
    expect(status).toBe(200);
    expect(html).toContain("Naras I");
    expect(html).toContain('href="/padan/antrean?jenis=dtsen&amp;desa=13.77.03.2001"');
    expect(html).not.toMatch(/ROSMANIAR/i);
    expect(html).not.toContain("<script");
  });
});

describe("the queue", () => {
  it("keeps its filters in the address, the least certain pair first", async () => {
    const { html } = await pages.get("/padan/antrean?jenis=dtsen&desa=13.77.03.2001", officer);
    expect(html.indexOf("ROSMANIAR T")).toBeGreaterThan(0);
    expect(html.indexOf("ROSMANIAR T")).toBeLessThan(html.indexOf("ROSMANIDA"));
    expect(html).toContain(`href="/padan/pasangan/${first}?jenis=dtsen&amp;desa=13.77.03.2001"`);
    const none = await pages.get("/padan/antrean?jenis=peserta", officer);
    expect(none.html).toContain("Tidak ada pertanyaan yang cocok");
    expect(none.html).not.toContain("ROSMANI");
  });
  it("thanks whoever has answered everything", async () => {
    await readRows(test.app, "update app.link_questions set state = 'withdrawn' where true");
    expect((await pages.get("/padan/antrean", officer)).html).toContain("Antrean kosong");
  });
});

describe("a pair", () => {
  it("aligns both sides, marks letters that differ by brackets and underline, and compares numbers in words", async () => {
    const { status, html } = await pages.get(`/padan/pasangan/${first}`, officer);
    expect(status).toBe(200);
    expect(html).toMatch(/\[<u> T<\/u>\]/);
    expect(html).toMatch(/15 angka sama, beda di posisi 16/);
    expect(html).toContain("3 Mei 1979");
    expect(html).toContain("sangat kuat: sangat mirip");
    expect(html).toMatch(/<details[^>]*>\s*<summary>Lihat bobot/);
    expect(html).toContain("beda satu angka, pada tanggal lahir yang sama");
  });
  it("shows no digit of an identity number and no decile, also not to its script", async () => {
    const { html } = await pages.get(`/padan/pasangan/${first}`, officer);
    for (const number of [nik, almost, nik.slice(-4), nik.slice(0, 6)]) expect(html).not.toContain(number);
    expect(html).not.toMatch(/desil|decile/i);
  });
  it("is answered by a plain form; the next open pair follows with a word of thanks and the way back", async () => {
    const query = "?jenis=dtsen&desa=13.77.03.2001";
    const sent = await pages.post(
      `/padan/pasangan/${first}${query}`,
      { jawaban: "beda", versi: "1", alasan: "namesake" },
      officer,
    );
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe(
      `/padan/pasangan/${second}?jenis=dtsen&desa=13.77.03.2001&sebelum=${first}.2`,
    );
    expect(decodeURIComponent(sent.headers.get("set-cookie") ?? "")).toContain("Tercatat: beda orang.");
    expect(await stateOf(first)).toEqual({ state: "different", reason: "namesake" });
    const next = await pages.get(sent.headers.get("location")!, officer);
    expect(next.html).toContain("Urungkan jawaban tadi");
    const undone = await answer(first, "urungkan", { versi: "2" });
    expect(undone.headers.get("location")).toBe(`/padan/pasangan/${first}`);
    expect(await stateOf(first)).toMatchObject({ state: "open" });
  });
  it("the last answer leads back to the empty queue", async () => {
    await readRows(test.app, "update app.link_questions set state = 'withdrawn' where id = ?", second);
    const sent = await answer(first, "ragu");
    expect(sent.headers.get("location")).toBe(`/padan/antrean?sebelum=${first}.2`);
    expect((await pages.get(sent.headers.get("location")!, officer)).html).toContain("Urungkan jawaban tadi");
  });
  it("answered first by somebody else, it shows their answer and changes nothing", async () => {
    await answer(first, "beda");
    const late = await answer(first, "sama", {}, anActor(test.app, "DAT"));
    expect(late.status).toBe(409);
    expect(late.html).toContain("Orang lain sudah mengubah pertanyaan ini");
    expect(late.html).toContain("Sudah dijawab: Beda orang");
    expect(late.html).toContain("Urungkan jawaban ini");
    expect(late.html).not.toContain('value="sama"');
    expect(await stateOf(first)).toMatchObject({ state: "different" });
  });
  it("sent twice with one operation it counts once", async () => {
    const operasi = test.app.newId();
    await answer(first, "beda", { operasi });
    const again = await answer(first, "beda", { operasi });
    expect([again.status, (await stateOf(first))?.state]).toEqual([409, "different"]);
  });
});

describe("a link that is wrong", () => {
  it("is ended on the worker's page, once, and taken back on the page of the pair", async () => {
    await answer(first, "sama");
    const worker = `/pekerja/${person.code}`;
    const { html } = await pages.get(worker, officer);
    const link = /<option value="([0-9a-f-]{36})"/.exec(html)![1]!;
    const form = { operasi: test.app.newId(), pemadanan: link, alasan: "namesake" };
    const ended = await pages.post(worker, form, officer);
    expect(ended.headers.get("location")).toBe(`/padan/pasangan/${first}`);
    expect((await pages.post(worker, form, officer)).headers.get("location")).toBe(
      `/padan/pasangan/${first}`,
    );
    expect(await stateOf(first)).toMatchObject({ state: "different" });
    expect((await pages.get(worker, officer)).html).not.toContain(link);
    const operator = anActor(test.app, "OPR", "13.77.03.2001");
    expect((await pages.get(worker, operator)).html).not.toContain("Lepas pemadanan");
    expect((await pages.post(worker, form, operator)).status).toBe(403);
  });
});

describe("access", () => {
  it.each<Role>(["OPR", "KDS", "CMT", "MGR", "BPJ", "AUD", "FIN"])(
    "%s may not look at pairs",
    async (role) => {
      const stranger = anActor(test.app, role, role === "OPR" || role === "KDS" ? "13.77.03.2001" : "x");
      for (const path of ["/padan", "/padan/antrean", `/padan/pasangan/${first}`]) {
        const { status, html } = await pages.get(path, stranger);
        expect([path, status]).toEqual([path, 403]);
        expect(html).not.toMatch(/ROSMANI/i);
      }
      expect((await answer(first, "sama", {}, stranger)).status).toBe(403);
      expect(await stateOf(first)).toMatchObject({ state: "open" });
    },
  );
  it("a data officer of another city finds nothing there", async () => {
    const elsewhere = anActor(test.app, "DAT", undefined, "13.76");
    expect((await pages.get(`/padan/pasangan/${first}`, elsewhere)).status).toBe(404);
    expect((await answer(first, "sama", {}, elsewhere)).status).toBe(404);
    expect((await pages.get("/padan/pasangan/x", officer)).status).toBe(404);
  });
});
