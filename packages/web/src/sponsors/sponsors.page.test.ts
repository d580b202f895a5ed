import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { listProposals, listWaiting } from "@tuwai/server/matching";
import { signPledge } from "@tuwai/server/sponsors";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
let manager: Actor;
let sponsor: Actor;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  manager = anActor(test.app, "MGR");
  sponsor = await aCivilServant(test.app);
});

const terms = {
  capRupiah: 20_000,
  workerCount: 1,
  fromMonth: month("2026-12"),
  channel: "payroll",
  wishes: {},
  consentTextVersion: "ikrar-1",
} as const;
const sign = (as: Actor, fromMonth = terms.fromMonth) =>
  signPledge(test.app, as, { operationId: test.app.newId(), ...terms, fromMonth });
const operation = (html: string): string => /name="operasi" value="([^"]+)"/.exec(html)![1]!;

describe("a sponsor's own page", () => {
  it("says what it costs now and later, with the rule and how to stop, before anybody signs", async () => {
    const { status, html } = await pages.get("/sponsor/saya", sponsor);
    expect(status).toBe(200);
    expect(html).toContain("Rp8.400");
    expect(html).toContain("Rp16.800");
    expect(html).toContain("PP 50/2025");
    expect(html).toContain("berhenti kapan saja");
    expect(html).toContain('href="/sponsor/saya/ikrar"');
    expect(html).not.toContain("<script");
  });

  it("shows the worker as initials, work and village, and nothing that finds the person", async () => {
    const person = await anEndorsedPerson(test.app);
    await sign(sponsor);
    await pages.post("/sponsor/penjodohan", { aksi: "usulkan" }, manager);
    const { rows } = await listProposals(test.app, manager);
    await pages.post("/sponsor/penjodohan", { aksi: "terima", usulan: rows[0]!.id }, manager);
    const { html } = await pages.get("/sponsor/saya", sponsor);
    expect(html).toContain("S. A. · pedagang");
    expect(html).toContain("Naras I");
    expect(html).not.toContain("Syafril");
    expect(html).not.toContain(person.code);
    expect(html).toContain("Disetujui");
  });

  it("tells others whose page this is", async () => {
    const { status, html } = await pages.get("/sponsor/saya", manager);
    expect(status).toBe(403);
    expect(html).toContain("bukan untuk peran Anda");
  });
});

describe("signing a pledge", () => {
  const answers = "jumlah=1&batas=Rp20.000&mulai=2026-12&cara=payroll";
  const checkPath = `/sponsor/saya/ikrar/periksa?${answers}`;

  it("names everything to mend and keeps what was typed", async () => {
    const { html } = await pages.get("/sponsor/saya/ikrar?periksa=ya&jumlah=0&batas=5", sponsor);
    expect(html).toContain("1 sampai 20");
    expect(html).toContain("Pilih cara bayar");
    expect(html).toContain('value="5"');
  });

  it("asks for a cap that reaches for the tariff of the first month", async () => {
    const low = await pages.get(
      `/sponsor/saya/ikrar?periksa=ya&${answers.replace("Rp20.000", "100")}`,
      sponsor,
    );
    expect(low.html).toContain("Isi sekurangnya Rp8.400");
  });

  it("leads from right answers to a page to check them, and from there through the password", async () => {
    const form = await pages.get(`/sponsor/saya/ikrar?periksa=ya&${answers}`, sponsor);
    expect(form.headers.get("location")).toMatch(/^\/sponsor\/saya\/ikrar\/periksa\?jumlah=1/);
    const { steppedUpAt: _proof, ...unproven } = sponsor;
    const door = await pages.get(checkPath, unproven);
    expect(door.headers.get("location")).toMatch(
      /^\/masuk\/ulang\?lanjut=%2Fsponsor%2Fsaya%2Fikrar%2Fperiksa/,
    );
  });

  it("needs the consent ticked by hand, then signs once however often the form is sent", async () => {
    const page = await pages.get(checkPath, sponsor);
    expect(page.html).toContain("paling banyak Rp20.000");
    expect(page.html).not.toMatch(/<input[^>]*name="setuju"[^>]*checked/);
    expect((await pages.post(checkPath, {}, sponsor)).status).toBe(422);
    const form = { operasi: operation(page.html), setuju: "ya" };
    const first = await pages.post(checkPath, form, sponsor);
    const second = await pages.post(checkPath, form, sponsor);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get("set-cookie")).toContain("berlaku");
    const third = await pages.post(checkPath, { setuju: "ya" }, sponsor);
    expect(third.status).toBe(422);
    expect(third.html).toContain("sudah mempunyai mandat");
  });
});

describe("stopping a pledge", () => {
  it("names the month, asks for no reason and no password, and is done with one button", async () => {
    await sign(sponsor);
    const { steppedUpAt: _proof, ...unproven } = sponsor;
    const { html } = await pages.get("/sponsor/saya/berhenti", unproven);
    expect(html).toContain("Berhenti mulai potongan Desember 2026?");
    expect(html).toContain("Ya, berhenti mulai Desember 2026");
    const mandat = /name="mandat" value="([^"]+)"/.exec(html)![1]!;
    const form = { operasi: operation(html), mandat, versi: "1" };
    const done = await pages.post("/sponsor/saya/berhenti", form, unproven);
    expect([done.status, done.headers.get("location")]).toEqual([303, "/sponsor/saya"]);
    expect(decodeURIComponent(done.headers.get("set-cookie")!)).toMatch(/Mulai (November|Desember) 2026/);
    expect((await pages.get("/sponsor/saya", sponsor)).html).toContain("Anda berhenti mulai potongan");
    expect((await pages.get("/sponsor/saya/berhenti", sponsor)).html).toContain("Tidak ada mandat");
  });
});

it("a pledge that has not begun is stopped with its first month, not with one that it never had", async () => {
  await sign(sponsor, month("2027-02"));
  const { html } = await pages.get("/sponsor/saya/berhenti", sponsor);
  expect(html).toContain("Berhenti mulai potongan Februari 2027?");
});

describe("who waits for a sponsor", () => {
  it("lists the most urgent first with reasons in words that never tell who is poorer", async () => {
    await anEndorsedPerson(test.app, { name: "Zainal Arifin" });
    await anEndorsedPerson(test.app, { name: "Buyuang Ali", priority: 40, place: places.kampung });
    const { html } = await pages.get("/sponsor", manager);
    expect(html.indexOf("Buyuang Ali")).toBeLessThan(html.indexOf("Zainal Arifin"));
    expect(html).toContain("pekerjaan berbahaya");
    expect(html).not.toMatch(/welfare|desil/);
    expect(html).toContain("Kurang 2 penanggung");
  });

  it("shows the gap the other way round when places wait for workers", async () => {
    await sign(sponsor);
    const { html } = await pages.get("/sponsor", manager);
    expect(html).toContain("Ada 1 tempat penanggung yang belum terisi");
    expect(html).toContain("DINSOS");
  });

  it("funds those ticked once, and refuses village money for a kelurahan", async () => {
    const desa = await anEndorsedPerson(test.app);
    const kelurahan = await anEndorsedPerson(test.app, { place: places.kampung });
    const { html } = await pages.get("/sponsor", manager);
    const form = { operasi: operation(html), sumber: "apbdes", orang: kelurahan.id };
    const refused = await pages.post("/sponsor", form, manager);
    expect(refused.html).toContain(kelurahan.code);
    expect(refused.html).toContain("kelurahan tidak mempunyai APBDes");
    const again = { ...form, operasi: operation(refused.html), orang: desa.id };
    expect((await pages.post("/sponsor", again, manager)).status).toBe(303);
    expect((await pages.post("/sponsor", again, manager)).status).toBe(303);
    expect((await listWaiting(test.app, manager)).rows.map(({ personId }) => personId)).toEqual([
      kelurahan.id,
    ]);
  });

  it("says what is missing when nobody or no source was chosen", async () => {
    await anEndorsedPerson(test.app);
    const { status, html } = await pages.post("/sponsor", {}, manager);
    expect(status).toBe(422);
    expect(html).toContain("Pilih sekurangnya satu pekerja");
    expect(html).toContain("Pilih sumber dana");
  });
});

describe("matching", () => {
  it("proposes, explains, accepts; a second acceptance of the same form changes nothing", async () => {
    await anEndorsedPerson(test.app, { priority: 40 });
    await sign(sponsor);
    const proposed = await pages.post("/sponsor/penjodohan", { aksi: "usulkan" }, manager);
    expect(proposed.status).toBe(303);
    const { html } = await pages.get("/sponsor/penjodohan", manager);
    expect(html).toContain("pekerja mendesak (pekerjaan berbahaya)");
    expect(html).toContain("Rosmaniar, S.Pd");
    expect(html).toContain("Terima semua 1 usulan");
    const tampil = /name="tampil" value="([^"]+)"/.exec(html)![1]!;
    const form = { operasi: operation(html), aksi: "terima-semua", tampil };
    expect((await pages.post("/sponsor/penjodohan", form, manager)).status).toBe(303);
    expect((await pages.post("/sponsor/penjodohan", form, manager)).status).toBe(303);
    const late = await pages.post("/sponsor/penjodohan", { ...form, operasi: test.app.newId() }, manager);
    expect(late.html).toContain("sudah diputuskan");
  });

  it("declines one with a reason, and asks when none is given", async () => {
    await anEndorsedPerson(test.app);
    await sign(sponsor);
    await pages.post("/sponsor/penjodohan", { aksi: "usulkan" }, manager);
    const [row] = (await listProposals(test.app, manager)).rows;
    const path = `/sponsor/penjodohan?tolak=${row!.id}`;
    expect((await pages.get(path, manager)).html).toContain("Tolak usulan: Syafril Amri dengan Rosmaniar");
    const form = { aksi: "tolak", usulan: row!.id, versi: String(row!.version) };
    const asked = await pages.post(path, form, manager);
    expect([asked.status, asked.html.includes("Pilih alasan menolak")]).toEqual([422, true]);
    expect((await pages.post(path, { ...form, alasan: "other" }, manager)).status).toBe(303);
    expect((await listProposals(test.app, manager)).rows).toEqual([]);
  });
});

describe("the list of pledges", () => {
  it("names sponsors to the civil-service agency and never a worker", async () => {
    const person = await anEndorsedPerson(test.app);
    await sign(sponsor);
    await pages.post("/sponsor/penjodohan", { aksi: "usulkan" }, manager);
    const { html } = await pages.get("/sponsor/mandat", anActor(test.app, "BKP"));
    expect(html).toContain("Rosmaniar, S.Pd");
    expect(html).toContain("Rp20.000");
    expect(html).not.toContain(person.code);
    expect(html).not.toContain("Syafril");
  });

  it("hides pledges of an office with fewer than five from its own treasurer", async () => {
    const treasurer = anActor(test.app, "BND", "DINSOS");
    await sign(sponsor);
    const few = await pages.get("/sponsor/mandat", treasurer);
    expect(few.html).toContain("Kurang dari 5");
    expect(few.html).not.toContain("Rosmaniar");
    for (let n = 0; n < 4; n += 1) await sign(await aCivilServant(test.app));
    expect((await pages.get("/sponsor/mandat", treasurer)).html).toContain("Rosmaniar");
    expect((await pages.get("/sponsor/mandat", anActor(test.app, "BND", "DISDIK"))).html).not.toContain(
      "Rosmaniar",
    );
  });
});

describe("access", () => {
  it.each(["/sponsor", "/sponsor/penjodohan", "/sponsor/mandat"])(
    "%s explains itself to those it is not for",
    async (path) => {
      const operator = anActor(test.app, "OPR", places.naras.code);
      const { status, html } = await pages.get(path, operator);
      expect([status, html.includes("bukan untuk peran Anda")]).toEqual([403, true]);
    },
  );

  it("nobody but the manager changes anything by sending a form", async () => {
    const person = await anEndorsedPerson(test.app);
    const form = { sumber: "apbd", orang: person.id };
    for (const role of ["BKP", "AUD", "DAT"] as const)
      expect((await pages.post("/sponsor", form, anActor(test.app, role))).status).toBe(403);
    expect((await pages.post("/sponsor/penjodohan", { aksi: "usulkan" }, sponsor)).status).toBe(403);
    expect((await listWaiting(test.app, manager)).total).toBe(1);
  });

  it("the menu offers each role what works for it", async () => {
    const mine = (await pages.get("/profil", sponsor)).html;
    expect(mine).toContain('href="/sponsor/saya"');
    expect(mine).not.toContain('href="/sponsor"');
    const theirs = (await pages.get("/profil", manager)).html;
    expect(theirs).toContain('href="/sponsor"');
    expect(theirs).toContain('href="/kepesertaan"');
    const agency = (await pages.get("/profil", anActor(test.app, "BKP"))).html;
    expect(agency).toContain('href="/sponsor/mandat"');
    expect(agency).not.toContain('href="/kepesertaan"');
  });
});
