import { civilDate } from "@tuwai/domain/time";
import { readDeciles } from "@tuwai/server/aftercare";
import { answerClaim, getClaim, helpWithClaim, markClaimDocument, openCase } from "@tuwai/server/claims";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  openCity,
  places,
  testDatabase,
} from "@tuwai/server/testing";
import { onBehalfOf } from "@tuwai/server/use-case";
import { beforeEach, describe, expect, it } from "vitest";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
const operator = () => anActor(test.app, "OPR", places.naras.code);
const manager = () => anActor(test.app, "MGR");
const auditor = () => anActor(test.app, "AUD");
const data = () => anActor(test.app, "DAT");
const op = () => ({ operationId: test.app.newId() });
const card = "1377930101010001";

beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

/** A family whose breadwinner Buyuang died on 10 November 2026. */
async function aCase(): Promise<string> {
  const listId = await insertBatch(test.app, "village-list");
  const person = { name: "Buyuang", birthDate: "1980-05-01", familyCard: card };
  const { id: personId } = await insertPerson(test.app, listId, person);
  const { code: villageCode, kecamatan: kecamatanCode } = places.naras;
  const { claimCode } = await onBehalfOf(
    test.app,
    { actor: operator(), name: "claim.help", permission: "claim.help" },
    (step) =>
      openCase(step, {
        personId,
        villageCode,
        kecamatanCode,
        kind: "natural-death",
        happenedOn: civilDate("2026-11-10"),
        accidentOn: null,
        happenedTime: null,
        reportedAt: step.now,
      }),
  );
  return claimCode;
}

async function paid(claimCode: string): Promise<void> {
  const now = () => getClaim(test.app, manager(), { claimCode });
  for (const { code: document, state } of (await now()).documents)
    if (state === "missing")
      await markClaimDocument(test.app, operator(), {
        ...op(),
        claimCode,
        document,
        state: "have",
        file: null,
      });
  const asked = async (step: string) => ({
    ...op(),
    claimCode,
    version: (await now()).version,
    step,
    on: "2026-11-21",
  });
  await helpWithClaim(test.app, operator(), await asked("hand-in"));
  await answerClaim(test.app, manager(), await asked("accept"));
  await answerClaim(test.app, manager(), { ...(await asked("pay")), amounts: { funeral: 10_000_000 } });
}

const visit = { tindakan: "kunjungan", tahap: "day-30", hari: "2026-11-20" };
const send = (path: string, fields: Readonly<Record<string, string>>, as = operator()) =>
  pages.post(path, { operasi: test.app.newId(), ...fields }, as);

describe("the families that are followed", () => {
  it("stand by their code and never by a name, whoever waits for a visit first; a form notes the visit without a script", async () => {
    await test.setNow("2026-12-20T03:00:00Z");
    expect((await pages.get("/pendampingan", operator())).html).toContain("belum ada keluarga");
    const path = `/pendampingan/KL-${await aCase()}`;
    const list = (await pages.get("/pendampingan", operator())).html;
    expect(list).toContain("1 keluarga menunggu kunjungan 30 hari");
    expect(list).toContain("terlambat 10 hari");
    expect((await pages.get("/kerja", operator())).html).toContain("Kunjungi 1 keluarga");
    const empty = await send(path, visit);
    expect([empty.status, empty.html.includes("Pilih bagaimana keadaan keluarga")]).toEqual([422, true]);
    const full = { ...visit, keadaan: "struggling", butuh: "school", catatan: "anak sulung berhenti" };
    const saved = await send(path, full);
    expect(saved.status).toBe(303);
    const { html } = await pages.get(path, operator());
    for (const words of ["Kesulitan", "Sekolah anak", "Ada catatan"]) expect(html).toContain(words);
    for (const page of [html, list])
      for (const said of ["Buyuang", "sulung"]) expect(page).not.toContain(said);
    expect((await pages.get("/en/pendampingan?kunjungan=semua", manager())).html).toContain("Struggling");
    expect((await pages.get(path, anActor(test.app, "OPR", places.kampung.code))).status).toBe(404);
  });

  it("open what a visitor wrote only to whoever says why", async () => {
    await test.setNow("2026-12-20T03:00:00Z");
    const path = `/pendampingan/KL-${await aCase()}`;
    await send(path, { ...visit, keadaan: "well", butuh: "none", catatan: "anak sulung berhenti" });
    const closed = await send(path, { tindakan: "buka", alasan: "" });
    expect([closed.status, closed.html.includes("sulung")]).toEqual([422, false]);
    expect((await send(path, { tindakan: "buka", alasan: "helping-family" })).html).toContain("sulung");
    expect((await send(path, { tindakan: "buka", alasan: "audit" }, auditor())).status).toBe(403);
  });

  it("show deciles to the data officer, and figures of so few families to nobody else", async () => {
    const claimCode = await aCase();
    for (const [release, asOf, decile] of [
      ["2026-Q3", "2026-09-30", 2],
      ["2027-Q1", "2027-03-31", 1],
    ] as const) {
      const id = await insertBatch(test.app, "dtsen");
      const attributes = { release, asOf, decile };
      const described = { name: "Istri", birthDate: "1985-01-01", familyCard: card, attributes };
      await insertRecord(test.app, { id, kind: "dtsen" }, described);
    }
    await readDeciles(test.app);
    const seen = (await pages.get(`/pendampingan/KL-${claimCode}`, data())).html;
    for (const words of ["2027-Q1", "jatuh ke bawah garis miskin", "belum dipastikan"])
      expect(seen).toContain(words);
    expect((await pages.get(`/pendampingan/KL-${claimCode}`, manager())).html).not.toContain("2027-Q1");
    expect((await pages.get("/pendampingan/angka", data())).html).toContain("1 dari 1 keluarga");
    for (const actor of [manager(), anActor(test.app, "EXE")]) {
      const { html } = await pages.get("/pendampingan/angka", actor);
      expect(html).toContain("kurang dari 10 keluarga, jadi tidak ditampilkan");
      expect(html).not.toContain("1 dari 1");
    }
    expect((await pages.get("/pendampingan", operator())).html).not.toContain("garis miskin");
  });
});

describe("families that were paid", () => {
  it("are drawn, asked and counted by the auditor alone, on a sheet without names", async () => {
    await paid(await aCase());
    const before = (await pages.get("/tanya-keluarga", auditor())).html;
    expect(before).toContain("Tarik sampel dari 1 keluarga");
    expect((await send("/tanya-keluarga", { tindakan: "tarik" }, auditor())).status).toBe(303);
    const { html } = await pages.get("/tanya-keluarga", auditor());
    expect(html).toMatch(/<code[^>]*>[0-9a-f]{64}/);
    const id = /name="keluarga" value="([^"]+)"/.exec(html)![1]!;
    const answer = (fields: Readonly<Record<string, string>>) => {
      const named = Object.entries(fields).map(([name, value]) => [`${name}-${id}`, value]);
      const form = { tindakan: "jawab", keluarga: id, ...Object.fromEntries(named) };
      return send("/tanya-keluarga", form as Record<string, string>, auditor());
    };
    const half = await answer({ terima: "all", waktu: "yes", catatan: "diminta uang rokok" });
    expect([half.status, half.html.includes("uang rokok")]).toEqual([422, true]);
    const sheet = (await pages.get("/en/tanya-keluarga/cetak", auditor())).html;
    expect(sheet).toContain("☐ Part of it");
    expect(
      (await answer({ terima: "all", waktu: "yes", imbalan: "yes", catatan: "diminta uang rokok" })).status,
    ).toBe(303);
    const after = (await pages.get("/tanya-keluarga", auditor())).html;
    expect(after).toContain("1 keluarga dimintai sesuatu");
    for (const page of [html, sheet, after])
      for (const said of ["Buyuang", "uang rokok"]) expect(page).not.toContain(said);
    const opened = await send(
      "/tanya-keluarga",
      { tindakan: "buka", keluarga: id, [`alasan-${id}`]: "audit" },
      auditor(),
    );
    expect(opened.html).toContain("uang rokok");
    for (const actor of [operator(), manager()])
      expect((await pages.get("/tanya-keluarga", actor)).status).toBe(403);
  });
});
