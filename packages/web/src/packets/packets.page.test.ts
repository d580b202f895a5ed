import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@tuwai/server/app";
import { resultsApplier } from "@tuwai/server/packet-results";
import { listPackets } from "@tuwai/server/packets";
import { listEnrolments } from "@tuwai/server/enrolment";
import { acceptProposals, fundByCity, listProposals, proposeMatches } from "@tuwai/server/matching";
import { signPledge, stopPledge } from "@tuwai/server/sponsors";
import {
  aCivilServant,
  aKpj,
  anActor,
  anEndorsedPerson,
  applyRows,
  aSteppedUpActor,
  branch,
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
let manager: Actor;
let officer: Actor;

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
  manager = aSteppedUpActor(test.app, "MGR");
  officer = aSteppedUpActor(test.app, "BPJ", branch);
});

/** The branch's answer to what was sent, as its file would bring it. */
function answer(...rows: Parameters<typeof applyRows>[3]) {
  const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: test.app.newId() };
  return applyRows(test.app, officer, file, rows);
}

/** The fields of the first "put forward again" on a page. */
function againForm(html: string): Record<string, string> {
  const form = html.split("<form").find((part) => part.includes('value="ajukan-lagi"'))!;
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name!, value!]));
}

const operation = (html: string): string => /name="operasi" value="([^"]+)"/.exec(html)![1]!;
const packetPath = "/kepesertaan/pendaftaran/PKT-2026-11-01";

async function funded(...wishes: readonly Parameters<typeof anEndorsedPerson>[1][]): Promise<ThreadPerson[]> {
  const persons: ThreadPerson[] = [];
  for (const wish of wishes) persons.push(await anEndorsedPerson(test.app, wish));
  const personIds = persons.map(({ id }) => id);
  await fundByCity(test.app, manager, { operationId: test.app.newId(), personIds, fundSource: "apbd" });
  return persons;
}

const seen = () => readRows<{ id: string }>(test.app, "select unnest(person_ids) as id from audit.accesses");
const compose = () => pages.post("/kepesertaan/pendaftaran/baru", { bulan: "2026-11" }, manager);
const send = (count: number, versi = "1") =>
  pages.post(packetPath, { aksi: "kirim", versi, ketik: String(count) }, manager);

describe("composing a packet", () => {
  it("tells who stays behind with every reason in words, and composes once for one form", async () => {
    const [, missing] = await funded({}, { nik: null, birthDate: null });
    const { html } = await pages.get("/kepesertaan/pendaftaran/baru", manager);
    expect(html).toContain("November 2026");
    const form = { operasi: operation(html), bulan: "2026-11" };
    const composed = await pages.post("/kepesertaan/pendaftaran/baru", form, manager);
    expect(composed.html).toContain("Draf PKT-2026-11-01 berisi 1 orang, iuran Rp16.800");
    expect(composed.html).toContain(missing!.code);
    expect(composed.html).toContain("NIK belum ada");
    expect(composed.html).toContain("tanggal lahir belum ada");
    await pages.post("/kepesertaan/pendaftaran/baru", form, manager);
    expect((await listPackets(test.app, manager)).rows).toHaveLength(1);
  });

  it("says so when nobody can go", async () => {
    const { status, html } = await compose();
    expect(status).toBe(422);
    expect(html).toContain("Tidak ada pekerja yang dapat masuk paket sekarang");
  });
});

describe("a packet", () => {
  it("can lose a line, but not its last one", async () => {
    const [first, second] = await funded({}, {});
    await compose();
    const form = { aksi: "keluarkan", versi: "1", kode: first!.code };
    expect((await pages.post(packetPath, form, manager)).status).toBe(303);
    const last = await pages.post(packetPath, { ...form, versi: "2", kode: second!.code }, manager);
    expect(last.html).toContain("orang terakhir dalam paket");
  });

  it("is sent only when its count is typed", async () => {
    await funded({}, {});
    await compose();
    expect((await pages.get(packetPath, manager)).html).toContain("Ketik “2” untuk melanjutkan");
    for (const typed of ["", "dua", "3"]) {
      const wrong = await pages.post(packetPath, { aksi: "kirim", versi: "1", ketik: typed }, manager);
      expect([wrong.status, wrong.html.includes("tidak sama dengan jumlah orang")]).toEqual([422, true]);
    }
    expect((await send(2)).status).toBe(303);
    const { html } = await pages.get(packetPath, manager);
    expect(html).toContain("Dikirim");
    expect(html).toContain("Menunggu petugas BPJS");
    expect(html).not.toContain("Batalkan draf");
  });

  it("goes back to its workers when it is withdrawn", async () => {
    await funded({});
    await compose();
    const done = await pages.post(packetPath, { aksi: "batalkan", versi: "1" }, manager);
    expect(done.headers.get("location")).toBe("/kepesertaan");
    const { rows } = await listEnrolments(test.app, manager, { state: "ready" });
    expect(rows).toHaveLength(1);
  });

  it("never shows a NIK", async () => {
    const [person] = await funded({});
    await compose();
    await send(1);
    for (const actor of [manager, officer]) {
      expect((await pages.get(packetPath, actor)).html).not.toContain(person!.nik);
    }
  });

  it("tells a form of yesterday that the packet has changed since", async () => {
    await funded({}, {});
    await compose();
    const stale = await pages.post(packetPath, { aksi: "kirim", versi: "7", ketik: "2" }, manager);
    expect([stale.status, stale.html.includes("diubah orang lain")]).toEqual([409, true]);
  });
});

describe("the file for BPJS", () => {
  beforeEach(async () => {
    await funded({});
    await compose();
    await send(1);
  });

  it("asks for the password, then for a purpose, and is kept by nobody on the way", async () => {
    const { steppedUpAt: _proof, ...unproven } = officer;
    const door = await pages.get(`${packetPath}/unduh`, unproven);
    expect(door.headers.get("location")).toBe(
      "/masuk/ulang?lanjut=%2Fkepesertaan%2Fpendaftaran%2FPKT-2026-11-01%2Funduh",
    );
    expect((await pages.get(`${packetPath}/unduh`, officer)).html).toContain("Untuk apa berkas ini diunduh");
    const file = await pages.post(`${packetPath}/berkas`, { tujuan: "unggah ke SIPP" }, officer);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toMatch(
      /^attachment; filename="PKT-2026-11-01-.*\.xlsx"$/,
    );
    expect(file.headers.get("cache-control")).toBe("private, no-store");
    expect(file.html.slice(0, 2)).toBe("PK");
    const accesses = await readRows<{ purpose: string }>(
      test.app,
      "select purpose from audit.accesses where purpose like 'packet-download%'",
    );
    expect(accesses).toEqual([{ purpose: "packet-download: unggah ke SIPP" }]);
  });

  it("is not given without a purpose, and the form says so", async () => {
    const refused = await pages.post(`${packetPath}/berkas`, { tujuan: " " }, officer);
    expect(refused.headers.get("location")).toBe(`${packetPath}/unduh?salah=tujuan`);
    const { html } = await pages.get(`${packetPath}/unduh?salah=tujuan`, officer);
    expect(html).toContain("Tulis tujuannya dalam satu kalimat");
  });

  it("is not given to an address opened without the form, nor after the proof has run out", async () => {
    expect((await pages.get(`${packetPath}/berkas`, officer)).headers.get("location")).toBe(
      `${packetPath}/unduh`,
    );
    const late = { ...officer, steppedUpAt: new Date(Date.now() - 6 * 60_000) };
    const answer = await pages.post(`${packetPath}/berkas`, { tujuan: "unggah" }, late);
    expect(answer.headers.get("location")).toMatch(/^\/masuk\/ulang/);
  });
});

describe("what BPJS rejected", () => {
  it("stands with its reason and is put forward again once, however often the form is sent", async () => {
    const [good, bad] = await funded({}, {});
    await compose();
    await send(2);
    await answer(
      { personCode: good!.code, kpj: aKpj(), result: "accepted" },
      { personCode: bad!.code, result: "rejected", reason: "Nama berbeda dengan KTP" },
    );
    const { html } = await pages.get(packetPath, manager);
    expect(html).toContain("Nama berbeda dengan KTP");
    expect(html).toContain("1 diterima, 1 ditolak, 0 menunggu");
    const form = againForm(html);
    expect((await pages.post(packetPath, form, manager)).status).toBe(303);
    expect((await pages.post(packetPath, form, manager)).status).toBe(303);
    const { rows } = await listEnrolments(test.app, manager, { state: "ready" });
    expect(rows.map(({ person }) => person.code)).toEqual([bad!.code]);
    const list = await pages.get("/kepesertaan?status=rejected", manager);
    expect(list.html).toContain("Tidak ada pendaftaran dalam keadaan ini");
  });

  it("of another packet is nobody whom the page shows, and nobody whom the access log names", async () => {
    const [other] = await funded({});
    await compose();
    await send(1);
    const [bad] = await funded({});
    await compose();
    const second = "/kepesertaan/pendaftaran/PKT-2026-11-02";
    await pages.post(second, { aksi: "kirim", versi: "1", ketik: "1" }, manager);
    const reason = "Nama berbeda dengan KTP";
    await answer(
      { personCode: other!.code, result: "rejected", reason },
      { personCode: bad!.code, result: "rejected", reason },
    );
    const before = (await seen()).length;
    const { html } = await pages.get(second, manager);
    expect(againForm(html)).toMatchObject({ kode: bad!.code });
    expect((await seen()).slice(before)).toEqual([{ id: bad!.id }]);
  });

  it("cannot be put forward again when the sponsor has stopped since, and the page says so", async () => {
    const sponsor = await aCivilServant(test.app);
    const person = await anEndorsedPerson(test.app);
    const signed = await signPledge(test.app, sponsor, {
      operationId: test.app.newId(),
      capRupiah: 20_000,
      workerCount: 1,
      fromMonth: month("2026-11"),
      channel: "payroll",
      wishes: {},
      consentTextVersion: "ikrar-1",
    });
    if (signed.outcome !== "signed") throw new Error(JSON.stringify(signed));
    await proposeMatches(test.app, manager, { operationId: test.app.newId() });
    const ids = (await listProposals(test.app, manager)).rows.map(({ id }) => id);
    await acceptProposals(test.app, manager, { operationId: test.app.newId(), sponsorshipIds: ids });
    await compose();
    await send(1);
    await answer({ personCode: person.code, result: "rejected", reason: "NIK tidak ditemukan" });
    const { html } = await pages.get("/kepesertaan?status=rejected", manager);
    expect(html).toContain("NIK tidak ditemukan");
    const { pledgeId } = signed;
    await stopPledge(test.app, sponsor, { operationId: test.app.newId(), pledgeId, version: 1 });
    const refused = await pages.post("/kepesertaan?status=rejected", againForm(html), manager);
    expect([refused.status, refused.html.includes("Carikan pembayar baru dulu")]).toEqual([422, true]);
  });
});

describe("access", () => {
  it("a draft does not exist for the branch, nor a sent packet for another branch", async () => {
    await funded({});
    await compose();
    const missing = await pages.get("/kepesertaan/pendaftaran/PKT-2099-01-01", officer);
    const draft = await pages.get(packetPath, officer);
    expect([draft.status, draft.html]).toEqual([404, missing.html]);
    await send(1);
    expect((await pages.get(packetPath, officer)).status).toBe(200);
    const elsewhere = aSteppedUpActor(test.app, "BPJ", "cabang-lain");
    expect((await pages.get(packetPath, elsewhere)).status).toBe(404);
    expect((await pages.post(`${packetPath}/berkas`, { tujuan: "x" }, elsewhere)).status).toBe(404);
  });

  it("only the manager composes and sends; the operator sees the own village and no packets", async () => {
    const [own] = await funded({});
    const [other] = await funded({ place: places.kampung });
    const operator = anActor(test.app, "OPR", places.naras.code);
    expect((await pages.get("/kepesertaan/pendaftaran/baru", operator)).status).toBe(403);
    expect((await pages.post("/kepesertaan/pendaftaran/baru", { bulan: "2026-11" }, officer)).status).toBe(
      403,
    );
    await compose();
    expect((await pages.get(packetPath, operator)).status).toBe(403);
    const form = { aksi: "kirim", versi: "1", ketik: "2" };
    expect((await pages.post(packetPath, form, anActor(test.app, "AUD"))).status).toBe(403);
    const { html } = await pages.get("/kepesertaan", operator);
    expect(html).toContain(own!.code);
    expect(html).not.toContain(other!.code);
    expect(html).not.toContain("PKT-2026-11-01");
    expect((await pages.get("/admin/templat-bpjs", operator)).status).toBe(403);
  });

  it("finance reads who was put forward, without a link to a worker's page, which is not for it", async () => {
    const link = `href="/pekerja/${(await funded({}))[0]!.code}"`;
    expect((await pages.get("/kepesertaan", manager)).html).toContain(link);
    expect((await pages.get("/kepesertaan", anActor(test.app, "FIN"))).html).not.toContain(link);
  });

  it("reminds the manager of a draft, and the branch of a file", async () => {
    await funded({});
    await compose();
    expect((await pages.get("/kerja", manager)).html).toContain(
      "orang di draf PKT-2026-11-01 menunggu dikirim",
    );
    await send(1);
    expect((await pages.get("/kerja", officer)).html).toContain(
      "orang di berkas PKT-2026-11-01 siap diunduh",
    );
  });
});
