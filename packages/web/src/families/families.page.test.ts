import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { recordLifeEvent } from "@tuwai/server/life-events";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
  type ThreadPerson,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let operator: Actor;
let person: ThreadPerson;
let path: string;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  await test.setNow("2026-12-10T03:00:00Z");
  pages = await openPages(test.app);
  operator = anActor(test.app, "OPR", places.naras.code);
  person = await anEndorsedPerson(test.app);
  path = `/pekerja/${person.code}/keluarga`;
});

type Fields = Readonly<Record<string, string>>;
const send = (to: string, fields: Fields, by: Actor = operator) =>
  pages.post(to, { operasi: test.app.newId(), ...fields }, by);
const act = (tindakan: string, fields: Fields = {}) => send(path, { tindakan, ...fields });

const members: readonly Fields[] = [
  { hubungan: "spouse", nama: "Rosmawati", lahir: "1983-01-17", sejak: "" },
  { hubungan: "child", nama: "Rahmat Hidayat", lahir: "2012-06-21", sejak: "" },
  { hubungan: "child", nama: "Zahra Aulia", lahir: "2019-11-20", sejak: "" },
];

async function aFamily() {
  await act("mulai");
  for (const member of members) expect((await act("tambah", member)).status).toBe(303);
  const on = "2026-11-04" as never;
  const died = {
    operationId: test.app.newId(),
    personCode: person.code,
    kind: "died",
    on,
    document: "village-letter",
  };
  await recordLifeEvent(test.app, operator, died as never);
  const [child] = await readRows<{ code: string }>(
    test.app,
    "select c.code from app.family_children c join app.household_members m on m.id = c.member_id order by m.noted_at, m.id",
  );
  return `/yatim/${child!.code}`;
}

const guardian = {
  siapa: "surviving-parent",
  bukti: "family-card",
  nama: "Rosmawati",
  hp: "0812 3456 7321",
  sejak: "2026-11-05",
  sampai: "",
};
const secrets = /Rosmawati|Rahmat|Zahra|1983-01-17|2012-06-21|17 Jan|21 Jun|7321/;

describe("the family of a worker, without a script", () => {
  it("is begun, grows, and shows who heads it, who inherits and why, and what each child would get, in both languages", async () => {
    expect((await pages.get(path, operator)).html).toContain("belum dicatat");
    const child = await aFamily();
    const { html } = await pages.get(path, operator);
    for (const said of [
      "Usulan",
      "pasangan yang ditinggalkan",
      "urutan pertama",
      "anak",
      "Buka nama dengan alasan",
    ])
      expect(html).toContain(said);
    const school = {
      tindakan: "sekolah",
      jenjang: "smp",
      kelas: "3",
      hari: "2026-11-04",
      beasiswa: "granted",
    };
    expect((await send(child, school)).status).toBe(303);
    expect((await pages.get(path, operator)).html).toContain("Rp71.000.000");
    const english = (await pages.get(`/en${path}`, operator)).html;
    expect(english).toContain("first in order");
    const [wife] = await readRows<{ id: string }>(
      test.app,
      "select id from app.household_members where kinship = 'spouse'",
    );
    expect((await act("kepala", { anggota: wife!.id, hari: "2026-11-04" })).status).toBe(303);
    expect((await pages.get(path, operator)).html).toContain("kepala keluarga");
    expect((await act("sengketa", { tanda: "ya" })).status).toBe(303);
    expect((await pages.get(path, operator)).html).toContain("Menunggu keputusan orang");
  });

  it("says what has to be mended and loses nothing", async () => {
    await act("mulai");
    const wrong = await act("tambah", { ...members[1]!, lahir: "" });
    expect([wrong.status, wrong.html.includes("wajib diisi"), wrong.html.includes("Rahmat Hidayat")]).toEqual(
      [422, true, true],
    );
    const number = await act("tambah", { ...members[1]!, nama: "1377920105790001" });
    expect(number.html).toContain("Jangan menulis NIK");
    await act("tambah", members[0]);
    expect((await act("akhiri", { anggota: "", sebab: "", hari: "" })).html).toContain("Pilih salah satu");
  });

  it("opens names for a reason only, on that one answer, which no browser keeps", async () => {
    const child = await aFamily();
    await send(child, { tindakan: "wali", ...guardian });
    const closed = (await pages.get(path, operator)).html + (await pages.get(child, operator)).html;
    expect(closed).not.toMatch(secrets);
    const asked = await act("buka");
    expect([asked.status, secrets.test(asked.html)]).toEqual([422, false]);
    const opened = await act("buka", { untuk: "claim" });
    expect(opened.html).toContain("Rosmawati");
    expect(opened.headers.get("cache-control")).toBe("no-store");
    expect((await send(child, { tindakan: "buka", untuk: "guardian" })).html).toContain("0812");
    const purposes = await readRows<{ purpose: string }>(test.app, "select purpose from audit.accesses");
    expect(purposes.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(["family-open:claim", "orphan-open:guardian"]),
    );
  });
});

describe("the register of orphans", () => {
  it("finds what waits first, filters without names, leads to each child, and gives a file without initials", async () => {
    const child = await aFamily();
    expect((await pages.get("/yatim", operator)).html).toContain("2 anak yatim belum punya wali");
    expect((await pages.get("/kerja", operator)).html).toContain("Catat wali 2 anak");
    expect((await send(child, { tindakan: "wali", ...guardian })).status).toBe(303);
    const page = (await pages.get(child, operator)).html;
    for (const said of ["R. H.", "14 tahun", "Tanyakan persetujuan wali", "ada wali"])
      expect(page).toContain(said);
    const list = (await pages.get("/yatim?wali=stands", operator)).html;
    expect(list).toContain(`href="${child}"`);
    expect(list).not.toMatch(secrets);
    const file = await pages.post("/yatim/berkas?wali=stands", { bentuk: "csv" }, operator);
    expect(file.html).toContain("Kode Anak");
    expect(file.html).not.toMatch(/R\. H\.|Rahmat|2012/);
  });

  it("shows neither name, day of birth nor guardian to a role that must not see them", async () => {
    const child = await aFamily();
    await send(child, { tindakan: "wali", ...guardian });
    const scopes: Readonly<Record<string, string>> = {
      KDS: places.naras.code,
      CMT: places.naras.kecamatan,
      OPR: places.kampung.code,
    };
    for (const role of ["KDS", "CMT", "OPR", "AUD", "DAT", "FIN", "EXE", "ADM", "BKP"] as const) {
      const other = anActor(test.app, role, scopes[role]);
      for (const address of [path, child, "/yatim"]) {
        const { html } = await pages.get(address, other);
        expect({ role, address, leaked: secrets.test(html) }).toEqual({ role, address, leaked: false });
      }
      for (const address of [path, child]) {
        const { status, html } = await pages.post(address, { tindakan: "buka", untuk: "claim" }, other);
        expect([role, address, status >= 400, secrets.test(html)]).toEqual([role, address, true, false]);
      }
    }
    // The guardian of a child is not even initials to who reads the register only.
    expect((await pages.get(child, anActor(test.app, "DAT"))).status).toBe(403);
  });
});
